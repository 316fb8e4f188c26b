package org.probity.investigation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.probity.kernel.Language;
import org.probity.kernel.Refusal;

class StageTest {

    private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");

    private static final Map<Stage, Set<Stage>> ALLOWED = Map.of(
            Stage.DETECTION, Set.of(Stage.INVESTIGATION, Stage.CLOSING, Stage.WITHDRAWN),
            Stage.INVESTIGATION, Set.of(Stage.REVIEW, Stage.WITHDRAWN),
            Stage.REVIEW, Set.of(Stage.INVESTIGATION, Stage.REFERRAL, Stage.CLOSING, Stage.WITHDRAWN),
            Stage.REFERRAL, Set.of(Stage.CLOSING, Stage.WITHDRAWN),
            Stage.CLOSING, Set.of(Stage.CLOSED, Stage.WITHDRAWN),
            Stage.CLOSED, Set.of(Stage.INVESTIGATION),
            Stage.WITHDRAWN, Set.of(Stage.INVESTIGATION));

    @Test
    void everyMoveIsAllowedOrRefusedAsAgreed() {
        for (Stage from : Stage.values()) {
            for (Stage to : Stage.values()) {
                assertThat(from.mayBecome(to)).as(from + " to " + to).isEqualTo(ALLOWED.get(from).contains(to));
            }
        }
    }

    @Test
    void aCaseCannotJumpFromDetectionToReferral() {
        assertThatThrownBy(() -> fresh().moveTo(Stage.REFERRAL, NOW)).isInstanceOf(Refusal.class);
    }

    @Test
    void theSubjectIsNotContactedBeforeEvidenceAndGate() {
        Investigation investigation = fresh();
        investigation.concerns(1L, "A. Subject");
        assertThatThrownBy(investigation::requireContactAllowed).hasMessageContaining("evidenceFirst");
        investigation.evidencePreserved(NOW);
        assertThatThrownBy(investigation::requireContactAllowed).hasMessageContaining("refused.contact");
        investigation.contact(true);
        investigation.requireContactAllowed();
    }

    @Test
    void aPausedCaseRefusesActs() {
        Investigation investigation = fresh();
        investigation.pause(NOW);
        assertThatThrownBy(investigation::requireRunning).hasMessageContaining("paused");
        investigation.resume();
        investigation.requireRunning();
    }

    private static Investigation fresh() {
        NewConcern given = new NewConcern("Something was posted", null, null, null, null, null, null, null, null, false,
                false, false, Language.EN);
        return new Investigation("TEST-2026-0001", "Something", new Concern(given, "TEST-2026-0001", "hash", NOW));
    }
}
