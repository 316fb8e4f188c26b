package org.probity.web.faces;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.component.UIComponent;
import jakarta.faces.component.UIInput;
import jakarta.faces.component.UISelectBoolean;
import jakarta.faces.component.UISelectMany;
import jakarta.faces.component.html.HtmlInputFile;
import jakarta.faces.component.visit.VisitContext;
import jakarta.faces.component.visit.VisitResult;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.AbortProcessingException;
import jakarta.faces.event.SystemEvent;
import jakarta.faces.event.SystemEventListener;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.probity.access.CurrentCaller;

/** Before a page is drawn for the first time: puts back what was typed into it before a time-out ({@link Typed}). */
public class TypedAgain implements SystemEventListener {

    @Override
    public boolean isListenerForSource(Object source) {
        return true;
    }

    @Override
    public void processEvent(SystemEvent event) throws AbortProcessingException {
        FacesContext faces = FacesContext.getCurrentInstance();
        HttpServletRequest request = (HttpServletRequest) faces.getExternalContext().getRequest();
        if (faces.isPostback() || !(request.getAttribute(PrettyViewHandler.ADDRESS) instanceof String address)) {
            return;
        }
        Map<String, String[]> typed = Typed.take(request, address, CurrentCaller.get().accountId());
        if (typed != null) {
            faces.getViewRoot().visitTree(VisitContext.createVisitContext(faces), (context, component) -> {
                fill(component, typed.get(component.getClientId(faces)));
                return VisitResult.ACCEPT;
            });
            faces.addMessage(null, new FacesMessage(FacesMessage.SEVERITY_WARN,
                    Texts.get(CurrentCaller.get().language(), "frame.typedAgain"), null));
        }
    }

    private static void fill(UIComponent component, String[] values) {
        if (values == null || component instanceof HtmlInputFile || !(component instanceof UIInput input)) {
            return;
        }
        if (component instanceof UISelectMany) {
            input.setSubmittedValue(values);
        } else if (component instanceof UISelectBoolean) {
            input.setSubmittedValue("true");
        } else {
            input.setSubmittedValue(values[0]);
        }
    }
}
