package org.probity.web.kernel;

import jakarta.faces.application.ViewHandler;
import jakarta.faces.application.ViewHandlerWrapper;
import jakarta.faces.context.FacesContext;
import java.util.Locale;
import org.probity.identity.CurrentCaller;

/** Forms are sent to the address the page was reached by, and pages are drawn in the caller's language. */
public class PrettyViewHandler extends ViewHandlerWrapper {

    /** Request attribute: the address as the browser sees it, with its query. */
    public static final String ADDRESS = "probity.address";

    public PrettyViewHandler(ViewHandler wrapped) {
        super(wrapped);
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
}
