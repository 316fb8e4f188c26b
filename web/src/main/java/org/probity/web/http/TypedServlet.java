package org.probity.web.http;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.MultipartConfig;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.probity.account.SignIns;
import org.probity.web.faces.BrowserCookie;
import org.probity.web.faces.PrettyViewHandler;
import org.probity.web.faces.Typed;

/** A form that came in after the session had ended: keeps what was typed, for those who have been here, and asks to sign in first. */
@WebServlet("/internal/typed")
@MultipartConfig
public class TypedServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    /** Request attribute: the page to see before the form's own opens. */
    static final String DETOUR = "probity.detour";

    @Inject
    private transient SignIns signIns;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String address = (String) request.getAttribute(PrettyViewHandler.ADDRESS);
        String signIn = request.getServletContext().getContextPath() + request.getAttribute(DETOUR);
        String browser = BrowserCookie.of(request);
        if (browser != null && signIns.knowsBrowser(browser)) {
            Typed.keep(request, address, browser);
        }
        if ("partial/ajax".equals(request.getHeader("Faces-Request"))) {
            response.setContentType("text/xml;charset=UTF-8");
            response.getWriter().write("<?xml version=\"1.0\" encoding=\"UTF-8\"?><partial-response><redirect url=\""
                    + signIn.replace("&", "&amp;").replace("\"", "&quot;") + "\"/></partial-response>");
        } else {
            response.sendRedirect(signIn);
        }
    }
}
