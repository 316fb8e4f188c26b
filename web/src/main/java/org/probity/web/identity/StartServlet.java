package org.probity.web.identity;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.probity.access.Caller;
import org.probity.access.CurrentCaller;
import org.probity.access.Role;
import org.probity.account.SignIns;
import org.probity.tenancy.CurrentBoard;

/** {@code /} and {@code /<board>}: on to the page this person starts on. */
@WebServlet("/internal/start")
public class StartServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient SignIns signIns;

    @Inject
    private transient Homes homes;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String board = CurrentBoard.orNone();
        response.sendRedirect(request.getServletContext().getContextPath() + (board == null ? first(request) : "/" + atBoard(board)));
    }

    private String first(HttpServletRequest request) {
        if (request.getUserPrincipal() == null) {
            return "/signin";
        }
        return signIns.find(request.getUserPrincipal().getName())
                .map(account -> homes.first(account, CurrentCaller.get().language())).orElse("/signin");
    }

    private static String atBoard(String board) {
        Caller caller = CurrentCaller.get();
        if (caller.memberId() == null) {
            return board + "/report";
        }
        return caller.roles().equals(Set.of(Role.HR)) ? "referrals" : board + "/" + Homes.start(caller);
    }
}
