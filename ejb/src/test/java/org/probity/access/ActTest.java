package org.probity.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.probity.kernel.Language;
import org.probity.kernel.Refusal;
import org.probity.tenancy.CurrentBoard;

class ActTest {

    private static Caller with(Role role) {
        return new Caller(1L, 1L, "Somebody", Set.of(role), null, Language.EN);
    }

    /** Every act, role and set of proofs. */
    @ParameterizedTest
    @EnumSource(Act.class)
    void whoHasNotShownWhatAnActAsksToSeeMayNotAndIsAskedForIt(Act act) {
        for (Role role : act.roles()) {
            Set<Condition> asked = EnumSet.copyOf(Condition.PROOFS);
            act.conditions(role).forEach(asked::retainAll);
            for (Set<Condition> shown : List.<Set<Condition>>of(Set.of(), Set.of(Condition.FRESH), Set.of(Condition.SECOND_FACTOR), Condition.PROOFS)) {
                Caller caller = with(role).at("chscb").proving(shown);
                boolean may = CurrentBoard.call("chscb", () -> act.allowsHere(caller));
                assertThat(may).as("%s as %s showing %s", act, role, shown).isEqualTo(shown.containsAll(asked));
                assertThat(CurrentBoard.call("chscb", () -> Act.lacking(caller, List.of(act)))).isEqualTo(asked.stream()
                        .filter(proof -> !shown.contains(proof)).sorted().findFirst());
            }
        }
    }

    @Test
    void noTokenHasEverShownWhoHoldsIt() {
        Caller bearer = with(Role.ADMINISTRATOR).at("chscb").proving(Condition.PROOFS).within(Scope.all());
        assertThat(bearer.proofs()).isEmpty();
        CurrentBoard.run("chscb", () -> CurrentOrigin.run(Origin.api("198.51.100.1"), () -> {
            Refusal refused = Act.refusal(bearer, List.of(Act.CHANGE_POWERS));
            assertThat(refused).isNotInstanceOf(Unproven.class);
            assertThat(refused.problems()).singleElement().extracting(Refusal.Problem::key).isEqualTo("identity.refused.atAPage");
        }));
    }

    @ParameterizedTest
    @EnumSource(Act.class)
    void anActAllowsItsRolesAndNoOther(Act act) {
        for (Role role : Role.values()) {
            boolean internalForSystem = act == Act.INTERNAL && role == Role.SYSTEM;
            assertThat(act.allows(with(role))).isEqualTo(act.roles().contains(role) || internalForSystem);
        }
    }

    @Test
    void theOperatorSeesNoCase() {
        for (Act act : Set.of(Act.SEE_INVESTIGATION, Act.SEE_TIMELINE, Act.HANDLE_EVIDENCE, Act.SEE_REQUESTS, Act.SEE_REFERRALS)) {
            assertThat(act.allows(with(Role.OPERATOR))).as(act.name()).isFalse();
        }
    }

    /** Whoever is nobody here can show nothing of themself either. */
    @Test
    void thePublicMayOnlyReportFollowAndRead() {
        for (Act act : Act.values()) {
            boolean open = Set.of(Act.ENTER, Act.REPORT_CONCERN, Act.FOLLOW_CONCERN, Act.SEE_POLICY).contains(act);
            boolean may = act.allows(Caller.reporter()) && Act.lacking(Caller.reporter(), List.of(act)).isEmpty();
            assertThat(may).as(act.name()).isEqualTo(open);
        }
    }
}
