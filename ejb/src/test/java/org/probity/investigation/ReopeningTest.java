package org.probity.investigation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.probity.Fired;
import org.probity.TestDatabase;
import org.probity.access.Caller;
import org.probity.access.CaseExclusions;
import org.probity.access.CurrentCaller;
import org.probity.audit.Audit;
import org.probity.audit.ChainAtOnce;
import org.probity.closure.Closures;
import org.probity.kernel.Language;
import org.probity.kernel.Refusal;
import org.probity.worklist.StillProcesses;

/** Nobody comes past detection by ending a case and opening it again. */
class ReopeningTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-21T09:00:00Z"), ZoneOffset.UTC);

    private final TestDatabase database = TestDatabase.get();
    private String reference = "CHSCB-O-" + System.nanoTime() % 1_000_000_000;

    @Test
    void whatWasWithdrawnBeforeItsDetectionIsDetectedThen() {
        assertThat(reopened((investigation, cases) -> { })).containsExactly("DETECTION", "contact false", "reopened false", "detection 2");
    }

    /** Triage alone is not enough: somebody may have to be told first. */
    @Test
    void soIsWhatWasTriagedAndNeverCameThroughTheSafeguardingGate() {
        assertThat(reopened((investigation, cases) -> investigation.triaged("A post", null, Decision.INVESTIGATE, null)))
                .containsExactly("DETECTION", "contact false", "reopened false", "detection 2");
    }

    /** Such as what may be a protected disclosure. */
    @Test
    void soIsWhatWasDecidedNotToBeInvestigated() {
        assertThat(reopened((investigation, cases) -> {
            investigation.triaged("A post", null, Decision.NO_FURTHER_ACTION, null);
            investigation.contact().decide(true, CLOCK.instant());
            cases.move(investigation, Stage.CLOSING, null);
        })).containsExactly("DETECTION", "contact false", "reopened false", "detection 2");
    }

    @Test
    void whatWasInvestigatedGoesOnAtItsFindings() {
        assertThat(reopened((investigation, cases) -> {
            investigation.triaged("A post", null, Decision.INVESTIGATE, null);
            investigation.contact().decide(true, CLOCK.instant());
            cases.move(investigation, Stage.INVESTIGATION, null);
        })).containsExactly("INVESTIGATION", "contact true", "reopened true", "detection 1");
    }

    /** As it once was done by reopening at the findings. */
    @Test
    void whatOnceSlippedPastItsDetectionIsDetectedNow() {
        assertThat(reopened((investigation, cases) -> {
            cases.move(investigation, Stage.WITHDRAWN, null);
            cases.move(investigation, Stage.INVESTIGATION, null);
        })).containsExactly("DETECTION", "contact false", "reopened false", "detection 2");
    }

    /** Each time starts its processes anew, and asks every gate again. */
    @Test
    void noCaseIsOpenedAgainWithoutEnd() {
        BiConsumer<Investigation, Investigations> often = (investigation, cases) -> IntStream.rangeClosed(1, Closures.MOST_REOPENED - 1).forEach(time -> {
            cases.move(investigation, Stage.WITHDRAWN, null);
            cases.move(investigation, Stage.DETECTION, null);
        });
        assertThat(reopened(often)).contains("DETECTION", "detection " + (Closures.MOST_REOPENED + 1));
        reference = reference + "M";
        assertThat(catchThrowableOfType(Refusal.class, () -> reopened(often.andThen((investigation, cases) -> {
            cases.move(investigation, Stage.WITHDRAWN, null);
            cases.move(investigation, Stage.DETECTION, null);
        }))).problems().get(0).key()).isEqualTo("investigation.refused.manyReopenings");
    }

    private List<String> reopened(BiConsumer<Investigation, Investigations> life) {
        NewConcern given = new NewConcern("Something was posted", null, null, null, null, null, null, null, null, false, false, false, Language.EN);
        return CurrentCaller.call(Caller.system(), () -> database.call("chscb", entities -> {
            Investigation investigation = new Investigation(reference, "A case", new Concern(given, reference, reference, Instant.EPOCH));
            entities.persist(investigation);
            Investigations cases = cases(entities);
            life.accept(investigation, cases);
            cases.move(investigation, investigation.stage() == Stage.CLOSING ? Stage.CLOSED : Stage.WITHDRAWN, null);
            Started started = new Started();
            Fired<Object> fired = new Fired<>();
            TestDatabase.wire(new Closures(), entities, CLOCK, cases, started, audit(entities), fired).reopen(reference, "New facts");
            assertThat(fired.all().contains(new ContactStopped(reference))).as("what is on its way to them is held").isEqualTo(!investigation.contactAllowed());
            return List.of(investigation.stage().name(), "contact " + investigation.contactAllowed(), "reopened " + started.ids.get("reopened"),
                    "detection " + cases.detection(investigation));
        }));
    }

    private static Investigations cases(EntityManager entities) {
        return TestDatabase.wire(new Investigations(), entities, CLOCK, audit(entities), new CaseExclusions() {
            @Override
            public boolean hides(String any) {
                return false;
            }
        }, new Conflicts() {
            @Override
            public void requireAnswer(String any) {
                // nobody has one
            }
        });
    }

    private static Audit audit(EntityManager entities) {
        return TestDatabase.wire(new Audit(), CLOCK, new ChainAtOnce(entities));
    }

    private static final class Started extends StillProcesses {

        private Map<String, Object> ids;

        @Override
        public void start(String process, String reference, Map<String, Object> given) {
            ids = given;
        }
    }
}
