package org.probity.investigation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.probity.Circles;
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
            Stage.CLOSED, Set.of(Stage.DETECTION, Stage.INVESTIGATION),
            Stage.WITHDRAWN, Set.of(Stage.DETECTION, Stage.INVESTIGATION));

    /** How a case comes there. */
    private static final Map<Stage, List<Stage>> WAYS = Map.of(
            Stage.DETECTION, List.of(),
            Stage.INVESTIGATION, List.of(Stage.INVESTIGATION),
            Stage.REVIEW, List.of(Stage.INVESTIGATION, Stage.REVIEW),
            Stage.REFERRAL, List.of(Stage.INVESTIGATION, Stage.REVIEW, Stage.REFERRAL),
            Stage.CLOSING, List.of(Stage.CLOSING),
            Stage.CLOSED, List.of(Stage.CLOSING, Stage.CLOSED),
            Stage.WITHDRAWN, List.of(Stage.WITHDRAWN));

    @Test
    void everyMoveIsAllowedOrRefusedAsAgreed() {
        for (Stage from : Stage.values()) {
            for (Stage to : Stage.values()) {
                assertThat(from.mayBecome(to)).as(from + " to " + to).isEqualTo(ALLOWED.get(from).contains(to));
            }
        }
    }

    /** How often it is opened again is counted, and so is how often findings are recorded. */
    @Test
    void everyWayBackPassesWhatIsCounted() {
        assertThat(Circles.uncounted(Stage.values(), Stage::mayBecome, (from, to) -> from.ended() || to == Stage.REVIEW)).isEmpty();
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
        investigation.contact().decide(true, NOW);
        investigation.requireContactAllowed();
    }

    @Test
    void aPausedCaseRefusesActs() {
        Investigation investigation = fresh();
        investigation.pause(NOW);
        assertThatThrownBy(investigation::requireRunning).hasMessageContaining("paused");
        investigation.resume(null);
        investigation.requireRunning();
    }

    @Test
    void theSubjectIsAskedOnlyInACaseThatIsBeingInvestigated() {
        for (Decision decision : Decision.values()) {
            for (Stage stage : Stage.values()) {
                Investigation investigation = at(stage, decision);
                boolean asks = decision == Decision.INVESTIGATE && List.of(Stage.INVESTIGATION, Stage.REVIEW, Stage.REFERRAL).contains(stage);
                if (asks) {
                    investigation.requireAsking();
                } else {
                    assertThatThrownBy(investigation::requireAsking).as(stage + " " + decision)
                            .hasMessageContaining(stage.ended() ? "refused.ended" : "refused.nothingAsked");
                }
            }
        }
    }

    private static Investigation at(Stage stage, Decision decision) {
        Investigation investigation = fresh();
        investigation.triaged("Something", null, decision, 1L);
        investigation.concerns(1L, "A. Subject");
        investigation.evidencePreserved(NOW);
        investigation.contact().decide(true, NOW);
        WAYS.get(stage).forEach(next -> investigation.moveTo(next, NOW));
        return investigation;
    }

    @Test
    void contactIsStoppedForAsLongAsNoPauseHasStoppedEverything() {
        Investigation investigation = fresh();
        investigation.contact().decide(true, NOW);
        assertThat(investigation.contact().decide(false, NOW)).isEqualTo(NOW);
        investigation.contact().decide(false, NOW.plusSeconds(10));
        investigation.pause(NOW.plusSeconds(100));
        investigation.resume(NOW.plusSeconds(500));
        assertThat(investigation.contact().decide(true, NOW.plusSeconds(1000))).isEqualTo(NOW.plusSeconds(500));
        assertThat(investigation.contact().decide(true, NOW.plusSeconds(2000))).isEqualTo(NOW.plusSeconds(2000));
    }

    private static Investigation fresh() {
        NewConcern given = new NewConcern("Something was posted", null, null, null, null, null, null, null, null, false,
                false, false, Language.EN);
        return new Investigation("TEST-2026-0001", "Something", new Concern(given, "TEST-2026-0001", "hash", NOW));
    }
}
