package org.probity.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AccessLevelTest {

    @ParameterizedTest
    @EnumSource(Act.class)
    void aGrantIsItsStandingAndWhatIsAskedBeyondIt(Act act) {
        for (Grant grant : act.grants()) {
            Set<Condition> both = new HashSet<>(grant.more());
            assertThat(both.addAll(grant.standing().conditions())).isEqualTo(grant.standing() != AccessLevel.ANYBODY);
            assertThat(both).isEqualTo(grant.conditions());
        }
    }

    @Test
    void theNearestStandingCounts() {
        assertThat(AccessLevel.of(Set.of(Condition.RECEIPT))).isEqualTo(AccessLevel.ANYBODY);
        assertThat(AccessLevel.of(Set.of(Condition.OWN_BOARD, Condition.NOT_A_PARTY))).isEqualTo(AccessLevel.MEMBER);
        assertThat(AccessLevel.of(EnumSet.allOf(Condition.class))).isEqualTo(AccessLevel.IN_CASE);
    }
}
