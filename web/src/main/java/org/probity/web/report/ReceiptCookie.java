package org.probity.web.report;

import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.probity.concern.Receipts;
import org.probity.web.faces.Cookies;

/** The cookie in which a browser carries a receipt to the page that shows it, and nowhere else. */
final class ReceiptCookie {

    /** Of that page, below the board. */
    static final String PAGE = "report/receipt";

    private static final String NAME = "probity-receipt";

    private ReceiptCookie() {
    }

    /** What this browser carries, whoever wrote it; or null. */
    static String get() {
        return Cookies.of((HttpServletRequest) external().getRequest(), NAME).orElse(null);
    }

    static void set(String carried) {
        Cookies.set((HttpServletRequest) external().getRequest(), (HttpServletResponse) external().getResponse(),
                external().getRequestContextPath() + "/" + PAGE, NAME, carried, Receipts.SHOWN_FOR);
    }

    private static ExternalContext external() {
        return FacesContext.getCurrentInstance().getExternalContext();
    }
}
