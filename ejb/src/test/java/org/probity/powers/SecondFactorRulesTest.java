package org.probity.powers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.probity.Fired;
import org.probity.TestDatabase;
import org.probity.access.AccountAct;
import org.probity.access.Caller;
import org.probity.access.CurrentCaller;
import org.probity.access.Role;
import org.probity.access.RoleSet;
import org.probity.access.Signature;
import org.probity.account.SecondFactors;
import org.probity.kernel.Language;
import org.probity.kernel.Refusal;
import org.probity.powers.PowerChange.Decision;
import org.probity.tenancy.Board;
import org.probity.tenancy.Boards;
import org.probity.tenancy.CurrentBoard;
import org.probity.tenancy.Deadlines;

/** One administrator asks more people for a second factor, and two ask fewer. */
class SecondFactorRulesTest {

    private static final Caller ADMINISTRATOR = new Caller(1L, 1L, "Ada Administrator", Set.of(Role.ADMINISTRATOR), null, Language.EN);

    private final List<PowerChange> proposed = new ArrayList<>();
    private Set<Role> asked = Set.of();

    @Test
    void moreRolesNeedOneAtOnce() {
        with(rules -> rules.ask(Set.of(Role.LEAD, Role.AUDITOR), false));
        with(rules -> rules.ask(Set.of(Role.LEAD, Role.AUDITOR, Role.OFFICER), false));
        assertThat(asked).containsExactlyInAnyOrder(Role.LEAD, Role.AUDITOR, Role.OFFICER);
        assertThat(proposed).isEmpty();
    }

    @Test
    void fewerNeedOneOnceASecondPersonHasConfirmedIt() {
        asked = Set.of(Role.LEAD, Role.AUDITOR);
        for (Set<Role> wanted : List.of(Set.<Role>of(), Set.of(Role.AUDITOR), Set.of(Role.AUDITOR, Role.OFFICER))) {
            with(rules -> rules.ask(wanted, false));
            assertThat(asked).containsExactlyInAnyOrder(Role.LEAD, Role.AUDITOR);
        }
        decide(0, Decision.STOPPED);
        assertThat(asked).containsExactlyInAnyOrder(Role.LEAD, Role.AUDITOR);
        decide(2, Decision.CONFIRMED);
        assertThat(asked).containsExactlyInAnyOrder(Role.OFFICER, Role.AUDITOR);
        assertThat(catchThrowableOfType(Refusal.class, () -> decide(1, Decision.CONFIRMED)).problems().get(0).key())
                .as("what was set meanwhile is not taken back").isEqualTo("kernel.refused.stale");
    }

    /** As where a provider is the only way in. */
    @Test
    void moreRolesNeedOneOnceItIsConfirmedWhereThatIsAskedFor() {
        with(rules -> rules.ask(Set.of(Role.LEAD), true));
        assertThat(asked).isEmpty();
        decide(0, Decision.CONFIRMED);
        assertThat(asked).containsExactly(Role.LEAD);
    }

    private void decide(int change, Decision decision) {
        with(rules -> {
            proposed.get(change).decide(decision, Signature.now(Clock.systemUTC().instant()));
            rules.hear(new PowerDecided(proposed.get(change)));
        });
    }

    private void with(Consumer<SecondFactorRules> work) {
        Boards boards = new Boards() {
            @Override
            public Board board() {
                Board board = new Board("cwmtaf", "Cwm Taf", null, "CT", Board.Country.WALES, "#1d5b8f", true, "desk@example.org", Deadlines.usual());
                board.asksSecondFactorOf(new RoleSet().convertToDatabaseColumn(asked));
                return board;
            }
        };
        SecondFactors factors = new SecondFactors() {
            @Override
            public void askedBy(String board, Set<Role> roles) {
                asked = roles;
            }
        };
        PowerProposals proposals = new PowerProposals() {
            @Override
            public void propose(PowerChange change) {
                proposed.add(change);
            }
        };
        SecondFactorRules rules = TestDatabase.wire(new SecondFactorRules(), Clock.systemUTC(), boards, factors, proposals, new Fired<AccountAct>());
        CurrentCaller.run(ADMINISTRATOR, () -> CurrentBoard.run("cwmtaf", () -> work.accept(rules)));
    }
}
