package org.probity.web.identity;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Set;
import org.probity.access.CurrentCaller;
import org.probity.access.Role;
import org.probity.account.SignedIn;
import org.probity.powers.Consent;
import org.probity.tenancy.Board;
import org.probity.tenancy.Boards;
import org.probity.tenancy.CurrentBoard;
import org.probity.web.faces.PageActions;
import org.probity.web.faces.Texts;

/** The boards that ask somebody to join, on the page about their own sign-in: only here an account is given to a board. */
@Named
@RequestScoped
public class OffersPage {

    private static final String HERE = "/account";

    /** A board that asks. */
    public record Line(String slug, String board, String roles, Long id) {
    }

    @Inject
    private Consent consent;

    @Inject
    private Boards boards;

    @Inject
    private PageActions pageActions;

    private List<Line> lines;

    public List<Line> getLines() {
        if (lines == null) {
            SignedIn me = OwnSession.session();
            lines = boards.all().stream().filter(board -> !board.closed())
                    .flatMap(board -> CurrentBoard.call(board.slug(), () -> consent.mine(me)).stream().map(asked -> line(board, asked))).toList();
        }
        return lines;
    }

    private static Line line(Board board, Consent.Asked asked) {
        return new Line(board.slug(), board.name(CurrentCaller.get().language()), names(asked.roles()), asked.id());
    }

    private static String names(Set<Role> roles) {
        return String.join(", ", roles.stream().sorted().map(role -> Texts.get(CurrentCaller.get().language(), "identity.role." + role)).toList());
    }

    public void accept(Line line) {
        pageActions.run(() -> CurrentBoard.run(line.slug(), () -> consent.accept(OwnSession.session(), line.id())), "/boards", "identity.invitation.joined", line.board());
    }

    public void decline(Line line) {
        pageActions.run(() -> CurrentBoard.run(line.slug(), () -> consent.decline(OwnSession.session(), line.id())), HERE, "identity.invitation.declined");
    }
}
