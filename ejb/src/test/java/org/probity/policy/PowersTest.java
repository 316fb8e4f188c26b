package org.probity.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.probity.policy.Clause.Kind;
import org.probity.policy.Clause.Strength;

class PowersTest {

    @Test
    void theMinimumStandardNumbersAllFour() {
        Powers powers = Powers.in(duties("4.1", "5.3", "5.4", "6.3"));
        assertThat(powers.removal()).contains("5.3");
        assertThat(powers.failure()).contains("5.4");
        assertThat(powers.privacy()).contains("4.1");
        assertThat(powers.cooperation()).contains("6.3");
    }

    @Test
    void theModelPolicyHasItsOwnNumbersAndNoneForCooperation() {
        Powers powers = Powers.in(duties("4.1", "6.1", "8.1"));
        assertThat(powers.removal()).contains("8.1");
        assertThat(powers.failure()).contains("8.1");
        assertThat(powers.privacy()).contains("6.1");
        assertThat(powers.cooperation()).isEmpty();
    }

    @Test
    void aPolicyThatIsSilentGivesNothingToQuote() {
        assertThat(Powers.in(duties("1", "2")).removal()).isEmpty();
        assertThat(Powers.in(List.of()).privacy()).isEmpty();
    }

    @Test
    void aRuleThatHappensToHaveTheNumberIsNoPower() {
        Clause rule = new Clause(1L, "5.3", Kind.RULE, Strength.MUST_NOT, "A rule", null, 1);
        assertThat(Powers.in(List.of(rule)).removal()).isEmpty();
    }

    private static List<Clause> duties(String... numbers) {
        return Stream.of(numbers).map(n -> new Clause(1L, n, Kind.DUTY, Strength.MUST, "Duty " + n, null, 1)).toList();
    }
}
