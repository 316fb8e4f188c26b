package org.probity.web.identity;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.probity.account.SignIns;
import org.probity.kernel.Language;
import org.probity.web.http.Languages;

/** Changes the language of the browser, and of the account where somebody is signed in; then back to the page. */
@WebServlet("/internal/language")
public class LanguageServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient SignIns signIns;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Language language = Language.of(request.getParameter("to"));
        Languages.choose(request, response, language);
        if (request.getUserPrincipal() != null) {
            signIns.find(request.getUserPrincipal().getName()).ifPresent(account -> signIns.reads(account.id(), language));
        }
        String back = request.getParameter("back");
        response.sendRedirect(Homes.isHere(back) ? back : request.getServletContext().getContextPath() + "/");
    }
}
