package org.probity.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.probity.kernel.Language;

class ActTest {

    private static Caller with(Role role) {
        return new Caller(1L, 1L, "Somebody", Set.of(role), null, Language.EN);
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

    @Test
    void thePublicMayOnlyReportFollowAndRead() {
        for (Act act : Act.values()) {
            boolean open = Set.of(Act.ENTER, Act.REPORT_CONCERN, Act.FOLLOW_CONCERN, Act.SEE_POLICY).contains(act);
            assertThat(act.allows(Caller.reporter())).as(act.name()).isEqualTo(open);
        }
    }
}
