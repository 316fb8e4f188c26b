package org.probity.ear;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.probity.access.Caller;
import org.probity.access.CurrentCaller;
import org.probity.access.WellKnown;
import org.probity.account.Account;
import org.probity.account.Passwords;
import org.probity.demo.DemoBoard;
import org.probity.demo.DemoLoader;
import org.probity.kernel.Json;
import org.probity.tenancy.CurrentBoard;

/**
 * Adds one more board like one of the demonstration's: {@code POST /tests/test-boards?like=chscb&slug=chscbx}. Log-ins, tokens, names and
 * case numbers begin with the new slug where they began with the old one.
 */
@WebServlet("/test-boards")
public class BoardsServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient DemoLoader loader;

    @Inject
    private transient Passwords passwords;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        DemoBoard demo = read(request.getParameter("like"), request.getParameter("slug"));
        CurrentCaller.run(Caller.system(), () -> {
            loader.addBoard(demo.board());
            Map<String, Account> accounts = loader.addAccounts(demo, passwords.hash(WellKnown.PASSWORD));
            CurrentBoard.run(demo.board().slug(), () -> loader.add(demo, accounts));
        });
    }

    private static DemoBoard read(String like, String slug) throws IOException {
        try (InputStream in = DemoBoard.class.getResourceAsStream("/demo/" + like + ".json")) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return Json.read(text.replace(like, slug).replace(Boards.capital(like), Boards.capital(slug))
                    .replace(like.toUpperCase(Locale.ROOT), slug.toUpperCase(Locale.ROOT)), DemoBoard.class);
        }
    }
}
