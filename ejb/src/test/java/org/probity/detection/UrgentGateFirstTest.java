package org.probity.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.probity.TestDatabase;
import org.probity.access.Caller;
import org.probity.access.CurrentCaller;
import org.probity.access.Role;
import org.probity.audit.Audit;
import org.probity.audit.ChainAtOnce;
import org.probity.detection.GateAnswer.Gate;
import org.probity.documents.FileWanted;
import org.probity.investigation.Investigations;
import org.probity.investigation.Stage;
import org.probity.kernel.Language;
import org.probity.kernel.Refusal;

/** By no door does a file come into a case in which nobody has said whether an indecent image of a child is suspected. */
class UrgentGateFirstTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-21T09:00:00Z"), ZoneOffset.UTC);
    private static final Caller OFFICER = new Caller(7L, 7L, "Olwen Officer", Set.of(Role.OFFICER), null, Language.EN);
    private static final Caller SUBJECT = new Caller(8L, 8L, "Sam Subject", Set.of(Role.EMPLOYEE), null, Language.EN);

    private final TestDatabase database = TestDatabase.get();
    private final String reference = "CHSCB-G-" + System.nanoTime() % 1_000_000_000;

    @BeforeEach
    void open() {
        database.run("chscb", entities -> entities.createNativeQuery("insert into investigation (id, board, version, reference, title, stage, opened_at, hard_stop, "
                + "contact_allowed) values (next value for probity_id, 'chscb', 0, ?, 'A case', 'DETECTION', now(), false, false)").setParameter(1, reference).executeUpdate());
    }

    @Test
    void aFileWaitsForTheUrgentGate() {
        assertThat(refused(OFFICER)).isEqualTo("file:evidence.refused.gateFirst");
        assertThat(refused(SUBJECT)).as("says nothing of the suspicion").isEqualTo("file:investigation.refused.noFiles");
        answer(1, Gate.TRIAGE);
        assertThat(refused(OFFICER)).isNotNull();
        answer(1, Gate.URGENT);
        assertThatCode(() -> send(OFFICER)).doesNotThrowAnyException();
    }

    @Test
    void andForItsAnswerInTheNewDetectionOfACaseThatIsOpenedAgain() {
        answer(1, Gate.URGENT);
        CurrentCaller.run(Caller.system(), () -> database.run("chscb", entities -> {
            Investigations cases = cases(entities);
            cases.move(cases.byReference(reference), Stage.WITHDRAWN, null);
            cases.move(cases.byReference(reference), Stage.DETECTION, null);
        }));
        assertThat(refused(OFFICER)).isEqualTo("file:evidence.refused.gateFirst");
        answer(2, Gate.URGENT);
        assertThatCode(() -> send(OFFICER)).doesNotThrowAnyException();
    }

    private void answer(int round, Gate gate) {
        CurrentCaller.run(OFFICER, () -> database.run("chscb", entities -> entities.persist(new GateAnswer(reference, round, gate, "{}", "Looked at", CLOCK.instant()))));
    }

    private String refused(Caller caller) {
        Refusal.Problem problem = catchThrowableOfType(Refusal.class, () -> send(caller)).problems().get(0);
        return problem.field() + ":" + problem.key();
    }

    private void send(Caller caller) {
        CurrentCaller.run(caller, () -> database.run("chscb", entities ->
                TestDatabase.wire(new UrgentGateFirst(), entities, cases(entities)).refuse(new FileWanted(reference))));
    }

    private static Investigations cases(EntityManager entities) {
        return TestDatabase.wire(new Investigations(), entities, CLOCK, audit(entities));
    }

    private static Audit audit(EntityManager entities) {
        return TestDatabase.wire(new Audit(), CLOCK, new ChainAtOnce(entities));
    }
}
