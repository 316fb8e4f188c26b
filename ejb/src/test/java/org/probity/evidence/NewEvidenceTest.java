package org.probity.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.probity.kernel.Refusal;

class NewEvidenceTest {

    @Test
    void evidenceWasCapturedOnADayThatIsKept() {
        Instant now = Instant.parse("2026-11-21T12:00:00Z");
        EvidenceLocker.check(new NewEvidence("Title", null, now, null), now).done();
        assertThat(catchThrowableOfType(Refusal.class, () -> EvidenceLocker.check(new NewEvidence("Title", null, Instant.parse("1899-12-31T23:00:00Z"), null), now)
                .done()).problems())
                .extracting(Refusal.Problem::field, Refusal.Problem::key).containsExactly(tuple("capturedAt", "kernel.refused.days"));
    }
}
