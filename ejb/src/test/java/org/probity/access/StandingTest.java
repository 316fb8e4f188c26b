package org.probity.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StandingTest {

    @ParameterizedTest
    @EnumSource(Act.class)
    void aGrantIsItsStandingAndWhatIsAskedBeyondIt(Act act) {
        for (Grant grant : act.grants()) {
            Set<Condition> both = new HashSet<>(grant.more());
            assertThat(both.addAll(grant.standing().conditions())).isEqualTo(grant.standing() != Standing.ANYBODY);
            assertThat(both).isEqualTo(grant.conditions());
        }
    }

    @Test
    void theNearestStandingCounts() {
        assertThat(Standing.of(Set.of(Condition.RECEIPT))).isEqualTo(Standing.ANYBODY);
        assertThat(Standing.of(Set.of(Condition.OWN_BOARD, Condition.NOT_A_PARTY))).isEqualTo(Standing.MEMBER);
        assertThat(Standing.of(EnumSet.allOf(Condition.class))).isEqualTo(Standing.IN_CASE);
    }
}
