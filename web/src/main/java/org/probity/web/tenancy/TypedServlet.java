package org.probity.web.tenancy;

import jakarta.servlet.annotation.MultipartConfig;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.probity.web.kernel.PrettyViewHandler;
import org.probity.web.kernel.Typed;

/** A form that came in after the session had ended: keeps what was typed and asks to sign in first. */
@WebServlet("/internal/typed")
@MultipartConfig
public class TypedServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String address = (String) request.getAttribute(PrettyViewHandler.ADDRESS);
        String signIn = BoardFilter.signIn(request, address);
        if ("partial/ajax".equals(request.getHeader("Faces-Request"))) {
            response.setContentType("text/xml;charset=UTF-8");
            response.getWriter().write("<?xml version=\"1.0\" encoding=\"UTF-8\"?><partial-response><redirect url=\""
                    + signIn.replace("&", "&amp;").replace("\"", "&quot;") + "\"/></partial-response>");
        } else {
            Typed.keep(request, address);
            response.sendRedirect(signIn);
        }
    }
}
