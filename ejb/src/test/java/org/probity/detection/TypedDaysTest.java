package org.probity.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.probity.investigation.Decision;
import org.probity.kernel.Refusal;

class TypedDaysTest {

    @Test
    void aPostThatIsTriagedIsFromADayThatIsKept() {
        TriageForm form = new TriageForm("Title", null, true, false, false, null, null, LocalDate.of(1800, 1, 1), TriageForm.Audience.PUBLIC,
                TriageForm.Impact.LOW, false, false, null, Decision.ADVICE, "Reasons", null, null);
        assertThat(catchThrowableOfType(Refusal.class, () -> Triages.check(form, LocalDate.of(2026, 11, 21))).problems())
                .extracting(Refusal.Problem::field, Refusal.Problem::key).containsExactly(tuple("postedOn", "kernel.refused.days"));
    }

    @Test
    void anOfficerWasToldOnADayThatIsKept() {
        DesignatedOfficerContact designatedOfficerContact = new DesignatedOfficerContact("Name", null, Instant.parse("1800-01-01T00:00:00Z"), false, "Advice", false);
        assertThat(catchThrowableOfType(Refusal.class, () -> Detections.check(designatedOfficerContact, Instant.parse("2026-11-21T12:00:00Z"))).problems())
                .extracting(Refusal.Problem::field, Refusal.Problem::key).containsExactly(tuple("toldAt", "kernel.refused.days"));
    }
}
