package org.probity.web.identity;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import org.probity.access.CurrentCaller;
import org.probity.kernel.Language;
import org.probity.signon.ProvenSignIn;
import org.probity.signon.SignOn;
import org.probity.tenancy.CurrentBoard;
import org.probity.web.faces.Texts;
import org.probity.web.http.Languages;
import org.probity.web.http.SessionAuthenticator;

/** Ends the session. Only a form of ours can ask for it; a link cannot sign anybody out. */
@WebServlet("/internal/signout")
public class SignOutServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient SignOn signOn;

    @Inject
    private transient SessionAuthenticator sessionAuthenticator;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.sendRedirect(request.getServletContext().getContextPath() + "/");
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException, ServletException {
        HttpSession session = request.getSession(false);
        Optional<URI> onwards = session == null || !(session.getAttribute(ProvenSignIn.Farewell.ATTRIBUTE) instanceof ProvenSignIn.Farewell farewell)
                ? Optional.empty() : CurrentBoard.call(farewell.board(), () -> signOn.leaves(farewell.idToken()));
        sessionAuthenticator.dismiss(request);
        Languages.keep(request, response, CurrentCaller.get().language());
        if (onwards.isPresent()) {
            leave(response, onwards.get());
        } else {
            response.sendRedirect(request.getServletContext().getContextPath() + "/signin");
        }
    }

    /** A form of ours may only lead to us, also by a redirect: so a page in between goes on to the provider by itself. */
    private static void leave(HttpServletResponse response, URI provider) throws IOException {
        Language language = CurrentCaller.get().language();
        String address = provider.toString().replace("&", "&amp;").replace("\"", "&quot;").replace("<", "&lt;");
        response.setHeader("Refresh", "0; url=" + provider);
        response.setContentType("text/html;charset=UTF-8");
        response.getWriter().write("<!DOCTYPE html><html lang=\"" + language.code() + "\"><head><title>Probity</title></head><body><main><h1>"
                + Texts.get(language, "signon.leaving") + "</h1><p><a href=\"" + address + "\">" + Texts.get(language, "signon.leave")
                + "</a></p></main></body></html>");
    }
}
