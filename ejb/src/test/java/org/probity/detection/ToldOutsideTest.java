package org.probity.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.probity.kernel.Refusal;

class ToldOutsideTest {

    private static final String SECRET = "pw: hunter22";
    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

    @Test
    void nothingThatIsSaidOfAnOfficerWhoWasToldGivesAPasswordAway() {
        assertThat(catchThrowableOfType(Refusal.class, () -> Detections.check(new DesignatedOfficerContact(SECRET, SECRET, NOW, false, SECRET, false), NOW)).problems())
                .extracting(Refusal.Problem::field, Refusal.Problem::key).containsExactly(tuple("name", "kernel.refused.secret"),
                        tuple("externalReference", "kernel.refused.secret"), tuple("advice", "kernel.refused.secret"));
    }

    @Test
    void nothingThatIsSaidOfADangerThatWasReportedGivesAPasswordAway() {
        assertThat(catchThrowableOfType(Refusal.class, () -> Detections.check(new DangerReport(DangerReport.Route.POLICE, SECRET, SECRET))).problems())
                .extracting(Refusal.Problem::field, Refusal.Problem::key).containsExactly(tuple("externalReference", "kernel.refused.secret"),
                        tuple("note", "kernel.refused.secret"));
    }
}
