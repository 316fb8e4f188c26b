package org.probity.archive;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.probity.access.AccountAct;
import org.probity.access.Act;
import org.probity.access.Caller;
import org.probity.access.CurrentCaller;
import org.probity.access.Guarded;
import org.probity.access.Permitted;
import org.probity.kernel.Refusal;
import org.probity.powers.InvitationLetters;
import org.probity.tenancy.Board;
import org.probity.tenancy.Boards;

/** Closes and opens boards, and tells the installation's audit so. */
@Stateless
@Guarded
public class BoardClosing {

    @Inject
    private Boards boards;

    @Inject
    private InvitationLetters letters;

    @Inject
    private Event<AccountAct> acts;

    @Inject
    private Clock clock;

    @Permitted(Act.OPERATE_BOARDS)
    public void close(String slug) {
        Board board = boards.find(slug).orElseThrow(Refusal::notFound);
        if (!board.closed()) {
            board.close(CurrentCaller.get().name(), clock.instant());
            tell("board.closed", slug);
        }
    }

    @Permitted(Act.OPERATE_BOARDS)
    public void open(String slug) {
        Board board = boards.find(slug).orElseThrow(Refusal::notFound);
        if (board.closed()) {
            board.open();
            tell("board.opened", slug);
        }
    }

    /** Who has an account here and came along with the current board is written to, and asked whether they join it. */
    @Permitted(Act.OPERATE)
    public void ask(List<Long> invitations) {
        invitations.forEach(letters::send);
    }

    @Permitted(Act.INTERNAL)
    public void tell(AccountAct act) {
        acts.fire(act);
    }

    private void tell(String act, String slug) {
        Caller caller = CurrentCaller.get();
        acts.fire(new AccountAct(act, caller.accountId(), caller.name(), Map.of("board", slug)));
    }
}
