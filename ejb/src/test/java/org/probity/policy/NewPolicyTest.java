package org.probity.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.probity.kernel.Refusal;

class NewPolicyTest {

    @Test
    void aPolicyIsInForceAndReviewedOnDaysThatAreKept() {
        LocalDate day = LocalDate.of(2026, 5, 1);
        PolicyDesk.check(policy(day, day.plusYears(1)));
        assertThat(catchThrowableOfType(Refusal.class, () -> PolicyDesk.check(policy(LocalDate.of(1800, 1, 1), LocalDate.of(2200, 1, 1)))).problems())
                .extracting(Refusal.Problem::field, Refusal.Problem::key).containsExactly(
                        tuple("inForceFrom", "kernel.refused.days"), tuple("reviewOn", "kernel.refused.days"));
    }

    private static PolicyDesk.NewPolicy policy(LocalDate from, LocalDate review) {
        return new PolicyDesk.NewPolicy("Title", null, "1", "Source", from, review,
                List.of(new PolicyDesk.NewClause("1", Clause.Kind.values()[0], Clause.Strength.values()[0], "Text", null)), null);
    }
}
