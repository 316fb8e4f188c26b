package org.probity.archive;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.probity.access.Act;
import org.probity.access.Guarded;
import org.probity.access.Permitted;
import org.probity.account.SignedIn;
import org.probity.account.WarningLeft;
import org.probity.kernel.Refusal;
import org.probity.tenancy.Board;
import org.probity.tenancy.Boards;
import org.probity.tenancy.CurrentBoard;

/** The administrators' side of a wipe: their board is closed, so they see and stop it from the page about their own sign-in. */
@Stateless
@Guarded
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class WipeStops {

    /** @param alone from when on it may be carried out without a second operator; null as long as no administrator was told by mail */
    public record Line(String slug, Board board, String by, Instant at, Instant alone) {
    }

    @Inject
    private Boards boards;

    @Inject
    private WipeRequests requests;

    /** What is to be wiped of which the account is an administrator. */
    @Permitted(Act.ENTER)
    public List<Line> mine(SignedIn me) {
        if (!me.keepsOwnKeys() || me.owesSecondFactor()) {
            return List.of();
        }
        return boards.all().stream().filter(Board::closed).filter(board -> me.account().boards().contains(board.slug()))
                .filter(board -> CurrentBoard.call(board.slug(), () -> requests.isAdministrator(me.account().id()))).flatMap(this::line).toList();
    }

    private Stream<Line> line(Board board) {
        return CurrentBoard.outside(() -> requests.standing(board)).stream().map(request -> new Line(board.slug(), board,
                request.signature().name(), request.signature().at(), request.alone()));
    }

    /** Mail of the board has left; of a wipe, its administrators have their day from now on. */
    @Permitted(Act.INTERNAL)
    public void warned(@Observes WarningLeft left) {
        String slug = CurrentBoard.orNone();
        if (slug != null) {
            CurrentBoard.outside(() -> {
                requests.warned(slug, left);
                return null;
            });
        }
    }

    /** @throws Refusal NOT_FOUND where no board of theirs of that address is to be wiped */
    @Permitted(Act.ENTER)
    public void stop(SignedIn me, String slug) {
        if (mine(me).stream().noneMatch(line -> line.slug().equals(slug))) {
            throw Refusal.notFound();
        }
        CurrentBoard.outside(() -> {
            requests.stop(slug);
            return null;
        });
    }
}
