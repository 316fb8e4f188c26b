package org.probity.web.faces;

import jakarta.faces.application.ViewHandler;
import jakarta.faces.application.ViewHandlerWrapper;
import jakarta.faces.component.UIViewRoot;
import jakarta.faces.context.FacesContext;
import jakarta.faces.context.ResponseWriter;
import jakarta.faces.render.ResponseStateManager;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.primefaces.context.PrimeFacesContext;
import org.primefaces.util.Constants;
import org.probity.access.CurrentCaller;

/**
 * Forms are sent to the address the page was reached by, and pages are drawn in the caller's language. Every form carries the
 * nonce of its view, which PrimeFaces asks back for; by itself it would only add it by script, and only where a widget is.
 */
public class PrettyViewHandler extends ViewHandlerWrapper {

    /** Request attribute: the address as the browser sees it, with its query. */
    public static final String ADDRESS = "probity.address";

    /** What is drawn from no memory and leaves none: it costs no session, and no open page its place. */
    private static final List<String> WITHOUT_MEMORY = List.of("/errors/", "/report/", "/identity/signin.xhtml", "/identity/forgotten.xhtml",
            "/identity/link.xhtml", "/identity/invitation.xhtml");

    /** What such a page sends in place of the key to its memory. */
    private static final String NO_KEY = "stateless";

    public PrettyViewHandler(ViewHandler wrapped) {
        super(wrapped);
    }

    /** Errors, and the pages of people who have yet to show who they are: what they type stays in their browser. */
    @Override
    public UIViewRoot createView(FacesContext faces, String viewId) {
        UIViewRoot root = super.createView(faces, viewId);
        root.setTransient(isWithoutMemory(viewId));
        return root;
    }

    /**
     * A page whose memory has gone has expired, even where its components have not: its beans would be new, and know nothing.
     * So has one that came under a key no page of ours ever had, which Mojarra would stumble over.
     */
    @Override
    public UIViewRoot restoreView(FacesContext faces, String viewId) {
        String key = faces.getExternalContext().getRequestParameterMap().get(ResponseStateManager.VIEW_STATE_PARAM);
        if (isWithoutMemory(viewId)) {
            return NO_KEY.equals(key) ? super.restoreView(faces, viewId) : null;
        }
        UIViewRoot root = isKey(key) ? super.restoreView(faces, viewId) : null;
        return root == null || root.getViewMap(false) == null ? null : root;
    }

    /** Whether that view is drawn from no memory. */
    public static boolean isWithoutMemory(String viewId) {
        return WITHOUT_MEMORY.stream().anyMatch(viewId::startsWith);
    }

    private static boolean isKey(String key) {
        return key != null && key.matches("-?[0-9]{1,19}:-?[0-9]{1,19}");
    }

    @Override
    public String getActionURL(FacesContext faces, String viewId) {
        Object address = faces.getExternalContext().getRequestMap().get(ADDRESS);
        boolean here = faces.getViewRoot() != null && viewId.equals(faces.getViewRoot().getViewId());
        return address != null && here ? (String) address : super.getActionURL(faces, viewId);
    }

    @Override
    public Locale calculateLocale(FacesContext faces) {
        return CurrentCaller.get().language().locale();
    }

    @Override
    public void writeState(FacesContext faces) throws IOException {
        if (!faces.getPartialViewContext().isAjaxRequest()) {
            ResponseWriter out = faces.getResponseWriter();
            out.startElement("input", null);
            out.writeAttribute("type", "hidden", null);
            out.writeAttribute("name", Constants.RequestParams.NONCE_PARAM, null);
            out.writeAttribute("value", PrimeFacesContext.getCspState(faces).getNonce(), null);
            out.endElement("input");
        }
        super.writeState(faces);
    }
}
