package org.probity.powers;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.probity.access.AccountAct;
import org.probity.access.Act;
import org.probity.access.Caller;
import org.probity.access.CurrentCaller;
import org.probity.access.Guarded;
import org.probity.access.Permitted;
import org.probity.access.Role;
import org.probity.access.RoleSet;
import org.probity.access.Signature;
import org.probity.account.Account;
import org.probity.account.SecondFactors;
import org.probity.account.SignedIn;
import org.probity.kernel.Refusal;
import org.probity.member.Administration;
import org.probity.member.Members;
import org.probity.tenancy.Board;
import org.probity.tenancy.Boards;
import org.probity.tenancy.CurrentBoard;

/** Which roles of a board need a second factor, and whom that concerns. */
@Stateless
@Guarded
public class SecondFactorRules {

    @Inject
    private Boards boards;

    @Inject
    private Members members;

    @Inject
    private SecondFactors secondFactors;

    @Inject
    private PowerProposals proposals;

    @Inject
    private Event<AccountAct> acts;

    @Inject
    private Clock clock;

    /** The roles that need one at that board. */
    public static Set<Role> roles(Board board) {
        return new RoleSet().convertToEntityAttribute(board.secondFactorRoles());
    }

    /** Whether that board asks it of that caller. */
    public static boolean asks(Board board, Caller caller) {
        return roles(board).stream().anyMatch(caller::has);
    }

    /** Whether that board asks it of a member in those roles. */
    public static boolean asks(Board board, Set<Role> held) {
        return roles(board).stream().anyMatch(held::contains);
    }

    /**
     * The current board asks it of those roles from the next request on; where it would ask fewer than now, once a second person
     * has confirmed that.
     *
     * @param alsoForMore whether a second person has to confirm that it asks more, too
     * @throws Refusal INVALID on {@code roles}; STATE where another change of them waits
     */
    @Permitted(Act.INTERNAL)
    public void ask(Set<Role> roles, boolean alsoForMore) {
        Set<Role> wanted = roles.isEmpty() ? Set.of() : EnumSet.copyOf(roles);
        if (!wanted.isEmpty() && !Administration.mayBeGiven(wanted)) {
            throw Refusal.invalid("roles", "identity.refused.roles");
        }
        Set<Role> before = roles(boards.board());
        if (alsoForMore || weakens(before, wanted)) {
            proposals.propose(PowerChange.ofSecondFactor(CurrentBoard.slug(), before, wanted, Signature.now(clock.instant())));
        } else {
            set(before, wanted);
        }
    }

    /** Whether roles that need one now would not any more. */
    public static boolean weakens(Set<Role> before, Set<Role> after) {
        return !after.containsAll(before);
    }

    /** @throws Refusal STALE where something else was set after it was asked for */
    @Permitted(Act.INTERNAL)
    public void hear(@Observes PowerDecided decided) {
        if (decided.confirms(PowerChange.Kind.SECOND_FACTOR)) {
            Set<Role> now = roles(boards.board());
            if (!now.equals(decided.change().before())) {
                throw Refusal.stale();
            }
            set(now, decided.change().after());
        }
    }

    private void set(Set<Role> before, Set<Role> wanted) {
        String board = CurrentBoard.slug();
        CurrentBoard.outside(() -> {
            secondFactors.askedBy(board, wanted);
            return null;
        });
        Caller caller = CurrentCaller.get();
        acts.fire(new AccountAct("account.secondFactorAsked", caller.accountId(), caller.name(), Map.of("before", before, "after", wanted)));
    }

    /** The boards that ask it of that account. Called at no board. */
    @Permitted(Act.ENTER)
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public Set<String> boardsAsking(Account account) {
        return boards.all().stream().filter(board -> account.boards().contains(board.slug()))
                .filter(board -> CurrentBoard.call(board.slug(), () -> members.caller(account.id(), account.language()))
                        .filter(caller -> asks(board, caller)).isPresent())
                .map(Board::slug).collect(Collectors.toSet());
    }

    /** The person turns their own off. @throws Refusal STATE where a board asks for it, or there is none */
    @Permitted(Act.CHANGE_SECOND_FACTOR)
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public void turnOff(SignedIn signedIn) {
        if (!boardsAsking(signedIn.account()).isEmpty()) {
            throw Refusal.state("identity.refused.secondFactorAsked");
        }
        secondFactors.turnOff(signedIn.sessionId());
    }
}
