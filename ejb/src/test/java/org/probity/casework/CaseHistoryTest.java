package org.probity.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.probity.HeldCase;
import org.probity.TestDatabase;
import org.probity.access.Caller;
import org.probity.access.CurrentCaller;
import org.probity.casework.CaseHistory.ClosureLine;
import org.probity.casework.CaseHistory.StageLine;
import org.probity.investigation.Closing;
import org.probity.investigation.Closure;
import org.probity.investigation.Investigation;
import org.probity.investigation.Investigations;
import org.probity.investigation.Stage;
import org.probity.investigation.StageChange;

/** How a case ended, what was learnt and why it was withdrawn or opened again is read back, each time. */
class CaseHistoryTest {

    private static final Instant NOW = Instant.parse("2026-11-22T09:00:00Z");

    private final TestDatabase database = TestDatabase.get();
    private final HeldCase held = new HeldCase();
    private final Long id = held.investigations().byReference(held.reference()).id();

    @Test
    void eachClosingIsReadWithWhatWasLearnt() {
        closed(1, "Proven", "Train the volunteers", NOW);
        closed(2, "Proven again", "Train everybody", NOW.plusSeconds(60));
        List<ClosureLine> closures = database.call("chscb", entities -> history(entities).closures(held.reference()));
        assertThat(closures).extracting(ClosureLine::number, ClosureLine::summary,
                ClosureLine::learning).containsExactly(tuple(2, "Proven again", "Train everybody"),
                tuple(1, "Proven", "Train the volunteers"));
    }

    @Test
    void eachStageIsReadThatSomebodyGaveReasonsFor() {
        moved(Stage.DETECTION, Stage.INVESTIGATION, null, NOW);
        moved(Stage.INVESTIGATION, Stage.WITHDRAWN, "Reported by mistake", NOW.plusSeconds(60));
        moved(Stage.WITHDRAWN, Stage.INVESTIGATION, "It was not", NOW.plusSeconds(120));
        moved(Stage.CLOSING, Stage.CLOSED, "Proven", NOW.plusSeconds(180));
        List<StageLine> stages = database.call("chscb", entities -> history(entities).stages(held.reference()));
        assertThat(stages).extracting(StageLine::to, StageLine::reasons)
                .containsExactly(tuple(Stage.INVESTIGATION, "It was not"),
                        tuple(Stage.WITHDRAWN, "Reported by mistake"));
    }

    private CaseHistory history(EntityManager entities) {
        return TestDatabase.wire(new CaseHistory(), entities, new Investigations() {
            @Override
            public Investigation visible(String reference) {
                return held.investigations().byReference(reference);
            }
        });
    }

    private void closed(int number, String summary, String learning, Instant at) {
        CurrentCaller.run(Caller.system(), () -> database.run("chscb",
                entities -> entities.persist(new Closure(id, number, new Closing(summary, learning, false, null), LocalDate.of(2032, 11, 22), at))));
    }

    private void moved(Stage from, Stage to, String reasons, Instant at) {
        database.run("chscb", entities -> entities.persist(new StageChange(id, from, to, at, "Olwen Officer", reasons)));
    }
}
