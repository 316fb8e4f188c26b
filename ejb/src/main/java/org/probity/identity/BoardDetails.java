package org.probity.identity;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.probity.kernel.Checks;
import org.probity.kernel.Refusal;
import org.probity.tenancy.Board;
import org.probity.tenancy.Boards;
import org.probity.tenancy.ContactDetails;

/** How people reach the current board, as its administrator sets it: letters and pages say so from then on. */
@Stateless
@Guarded
public class BoardDetails {

    @Inject
    private Boards boards;

    @Inject
    private Event<AccountAct> acts;

    /**
     * The board as it stands, to be changed.
     *
     * @throws Refusal FORBIDDEN for everybody but an administrator
     */
    @Permitted(Act.ADMINISTER)
    public Board board() {
        return boards.board();
    }

    /**
     * @param seen version of the board that the administrator saw, or null where they did not ask for one
     * @throws Refusal INVALID naming each field; STALE where the board has changed since
     */
    @Permitted(Act.ADMINISTER)
    public void change(ContactDetails wanted, Integer seen) {
        wanted.check(new Checks()).done();
        Board board = boards.board();
        if (seen != null && seen != board.version()) {
            throw Refusal.stale();
        }
        ContactDetails before = board.contact();
        if (!before.equals(wanted)) {
            board.reachedAt(wanted);
            Caller caller = CurrentCaller.get();
            acts.fire(new AccountAct("board.contactChanged", caller.accountId(), caller.name(), changes(before, wanted)));
        }
    }

    private static Map<String, Object> changes(ContactDetails before, ContactDetails after) {
        Map<String, Object> kept = new LinkedHashMap<>();
        if (!Objects.equals(before.contactEmail(), after.contactEmail())) {
            kept.put("email", change(before.contactEmail(), after.contactEmail()));
        }
        if (!Objects.equals(before.postalAddress(), after.postalAddress())) {
            kept.put("postalAddress", change(before.postalAddress(), after.postalAddress()));
        }
        if (!Objects.equals(before.telephone(), after.telephone())) {
            kept.put("telephone", change(before.telephone(), after.telephone()));
        }
        return kept;
    }

    /** As it was and as it is, in one line; a dash for nothing. */
    private static String change(String before, String after) {
        String now = after == null ? "–" : after;
        return (before == null ? now : before + " → " + now).replace("\n", ", ");
    }
}
