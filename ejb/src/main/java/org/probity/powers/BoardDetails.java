package org.probity.powers;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.probity.access.AccountAct;
import org.probity.access.Act;
import org.probity.access.Caller;
import org.probity.access.CurrentCaller;
import org.probity.access.Guarded;
import org.probity.access.Permitted;
import org.probity.access.Signature;
import org.probity.account.AccountMail;
import org.probity.account.AccountMailer;
import org.probity.kernel.Checks;
import org.probity.kernel.Language;
import org.probity.kernel.Refusal;
import org.probity.tenancy.Board;
import org.probity.tenancy.Boards;
import org.probity.tenancy.ContactDetails;

/**
 * How people reach the current board: letters and pages say so. Whoever changes that gets what reporters and subjects write, so it takes
 * two people, as what gives power over others does; and the mailbox that is told of concerns so far hears of it before and after.
 */
@Stateless
@Guarded
public class BoardDetails {

    @Inject
    private Boards boards;

    @Inject
    private PowerProposals proposals;

    @Inject
    private AccountMailer accountMailer;

    @Inject
    private Event<AccountAct> acts;

    @Inject
    private Clock clock;

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
     * It is so once a second person has confirmed it.
     *
     * @param seen version of the board that the administrator saw, or null where they did not ask for one
     * @return whether that waits: not where it is so already
     * @throws Refusal INVALID naming each field; STALE where the board has changed since; STATE where another change of it waits
     */
    @Permitted(Act.CHANGE_POWERS)
    public boolean change(ContactDetails wanted, Integer seen) {
        wanted.check(new Checks()).done();
        Board board = boards.board();
        if (seen != null && seen != board.version()) {
            throw Refusal.stale();
        }
        ContactDetails before = board.contact();
        if (before.equals(wanted)) {
            return false;
        }
        PowerChange change = PowerChange.ofContact(board.slug(), before, wanted, Signature.now(clock.instant()));
        proposals.propose(change);
        tell(board, before, "account.contactProposed", change);
        return true;
    }

    /** @throws Refusal STALE where something else was set after it was asked for */
    @Permitted(Act.INTERNAL)
    public void hear(@Observes PowerDecided decided) {
        if (decided.confirms(PowerChange.Kind.CONTACT)) {
            Board board = boards.board();
            ContactDetails before = board.contact();
            if (!before.text().equals(decided.change().saidBefore())) {
                throw Refusal.stale();
            }
            ContactDetails after = ContactDetails.of(decided.change().saidAfter());
            tell(board, before, "account.contactChanged", decided.change());
            board.reachedAt(after);
            Caller caller = CurrentCaller.get();
            acts.fire(new AccountAct("board.contactChanged", caller.accountId(), caller.name(), changes(before, after)));
        }
    }

    /** The mailbox so far, whoever reads it. */
    private void tell(Board board, ContactDetails before, String template, PowerChange change) {
        accountMailer.post(new AccountMail(template + "/" + change.id(), template, board.name(), before.contactEmail(), Language.EN,
                board.slug() + "/members/changes", null, null));
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
