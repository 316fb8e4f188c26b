package org.probity.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.probity.kernel.Refusal;

class NewEvidenceTest {

    @Test
    void nothingThatIsSaidOfEvidenceGivesAPasswordAway() {
        NewEvidence given = new NewEvidence("The PIN 4 8 2 1", "https://example.org/album?password=Hunter22", null, "Log-in sam / hunter22");
        assertThat(catchThrowableOfType(Refusal.class, () -> EvidenceLocker.check(given, Instant.now()).done()).problems())
                .extracting(Refusal.Problem::field, Refusal.Problem::key).containsExactly(tuple("title", "kernel.refused.secret"),
                        tuple("sourceAddress", "kernel.refused.secret"), tuple("how", "kernel.refused.secret"));
    }

    @Test
    void evidenceWasCapturedOnADayThatIsKept() {
        Instant now = Instant.parse("2026-11-21T12:00:00Z");
        EvidenceLocker.check(new NewEvidence("Title", null, now, null), now).done();
        assertThat(catchThrowableOfType(Refusal.class, () -> EvidenceLocker.check(new NewEvidence("Title", null, Instant.parse("1899-12-31T23:00:00Z"), null), now)
                .done()).problems())
                .extracting(Refusal.Problem::field, Refusal.Problem::key).containsExactly(tuple("capturedAt", "kernel.refused.days"));
    }
}
