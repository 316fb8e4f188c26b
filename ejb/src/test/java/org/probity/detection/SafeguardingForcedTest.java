package org.probity.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.probity.Fired;
import org.probity.HeldCase;
import org.probity.TestDatabase;
import org.probity.access.Caller;
import org.probity.access.Capacity;
import org.probity.access.CurrentCaller;
import org.probity.audit.Audit;
import org.probity.calendar.WorkingDays;
import org.probity.casework.Team;
import org.probity.detection.GateAnswer.Gate;
import org.probity.investigation.Investigation;
import org.probity.investigation.Investigations;
import org.probity.kernel.Json;
import org.probity.kernel.Refusal;
import org.probity.worklist.Work;

/** Where an indecent image is suspected the designated officer is told, whatever else is answered, before anybody contacts the subject. */
class SafeguardingForcedTest {

    private static final Instant NOW = Instant.parse("2026-11-22T09:00:00Z");
    private static final String IMAGE = "detection.refused.image";
    private static final SafeguardingAnswer NOBODY = new SafeguardingAnswer(false, false, false, false, false, true, "Nobody need be told");
    private static final DesignatedOfficerContact TOLD = new DesignatedOfficerContact("D. Officer", "L-1", NOW, false, "Wait for us", true);

    private final TestDatabase database = TestDatabase.get();
    private final HeldCase held = new HeldCase();
    private final List<String> waiting = new ArrayList<>();

    @BeforeEach
    void anImageIsSuspected() {
        held.contactKept(false);
        database.run("chscb", entities -> investigation(entities).stopFiles());
        answered(Gate.URGENT, new UrgentAnswer(false, true, false, "It may be one"));
    }

    @Test
    void theSafeguardingGateCannotSayThatNobodyIsTold() {
        Refusal refusal = refused(detections -> detections.answerSafeguardingGate(held.reference(), NOBODY));
        assertThat(refusal.kind()).isEqualTo(Refusal.Kind.INVALID);
        assertThat(refusal.problems()).extracting(problem -> problem.field() + " " + problem.key()).containsExactly("mustTell " + IMAGE);
    }

    /** The time to tell runs on in a pause: with this gate still open it would pass, and nobody could keep it. */
    @Test
    void theSafeguardingGateIsAnsweredInAPauseAndLetsNobodyBeContactedInIt() {
        waiting.add("answerSafeguardingGate");
        database.run("chscb", entities -> entities.createQuery("update Investigation i set i.pausedAt = :at where i.reference = :reference")
                .setParameter("at", NOW).setParameter("reference", held.reference()).executeUpdate());
        Refusal refusal = refused(detections -> detections.answerSafeguardingGate(held.reference(),
                new SafeguardingAnswer(false, false, false, false, false, true, "They may be asked")));
        assertThat(refusal.problems()).extracting(problem -> problem.field() + " " + problem.key()).contains("mayContactSubject detection.refused.paused");
        run(detections -> detections.answerSafeguardingGate(held.reference(), new SafeguardingAnswer(false, true, false, false, true, false, "An offence, perhaps")));
        assertThat(database.<Boolean>call("chscb", entities -> investigation(entities).contactAllowed())).isFalse();
        assertThat(database.<Long>call("chscb", entities -> entities.createQuery("select count(g) from GateAnswer g where g.reference = :reference and g.gate = :gate",
                Long.class).setParameter("reference", held.reference()).setParameter("gate", Gate.SAFEGUARDING).getSingleResult())).isOne();
        assertThat(refused(detections -> detections.reportDanger(held.reference(), null)).problems().get(0).key()).isEqualTo("investigation.refused.paused");
    }

    /** As a case of an earlier release may have come past its gate. */
    @Test
    void whereNobodyWasToldTheSubjectIsNotContactedUntilSomebodyWasAndThatCanBeDoneLater() {
        answered(Gate.SAFEGUARDING, NOBODY);
        assertThat(refused(detections -> detections.allowContact(held.reference(), "They may")).problems().get(0).key()).isEqualTo(IMAGE);
        run(detections -> detections.tellDesignatedOfficer(held.reference(), TOLD));
        assertThat(database.<String>call("chscb", entities -> investigation(entities).stage().name())).as("the case stays where it is").isEqualTo("INVESTIGATION");
        run(detections -> detections.allowContact(held.reference(), "They may"));
        assertThat(database.<Boolean>call("chscb", entities -> investigation(entities).contactAllowed())).isTrue();
    }

    @Test
    void whoWasToldBeforeTheImageWasSuspectedWasNotToldOfIt() {
        answered(Gate.SAFEGUARDING, NOBODY);
        answered(Gate.DESIGNATED_OFFICER_TOLD, TOLD);
        assertThat(database.<Boolean>call("chscb", entities -> contact(entities).owesTelling(investigation(entities)))).isFalse();
        CurrentCaller.run(Caller.system(), () -> database.run("chscb", entities -> entities.persist(new GateAnswer(held.reference(), 2, Gate.URGENT,
                Json.write(new UrgentAnswer(false, true, false, "Another one")), "Another one", NOW))));
        assertThat(refused(detections -> detections.allowContact(held.reference(), "They may")).problems().get(0).key()).isEqualTo(IMAGE);
    }

    private void answered(Gate gate, Object answer) {
        CurrentCaller.run(Caller.system(), () -> database.run("chscb",
                entities -> entities.persist(new GateAnswer(held.reference(), 1, gate, Json.write(answer), "Reasons", NOW))));
    }

    private Refusal refused(Consumer<Detections> act) {
        return catchThrowableOfType(Refusal.class, () -> run(act));
    }

    private void run(Consumer<Detections> act) {
        CurrentCaller.run(Caller.system(), () -> database.run("chscb", entities -> act.accept(detections(entities))));
    }

    private static SubjectContact contact(EntityManager entities) {
        return TestDatabase.wire(new SubjectContact(), entities, Clock.fixed(NOW, ZoneOffset.UTC), TestDatabase.wire(new WorkingDays(), entities), new Fired<>());
    }

    private Detections detections(EntityManager entities) {
        return TestDatabase.wire(new Detections(), entities, Clock.fixed(NOW, ZoneOffset.UTC), contact(entities), TestDatabase.wire(new SuspectedImages(), entities), new Audit() {
            @Override
            public void record(String act, String of, String kind, Long id, Map<String, ?> before, Map<String, ?> after) {
                // what is kept has tests of its own
            }
        }, new Investigations() {
            @Override
            public Investigation locked(String any) {
                return investigation(entities);
            }

            @Override
            public Investigation running(String any) {
                investigation(entities).requireRunning();
                return investigation(entities);
            }

            @Override
            public int detection(Investigation any) {
                return 1;
            }
        }, new Team() {
            @Override
            public void acts(Investigation investigation, Capacity capacity) {
                // who may do what has tests of its own
            }
        }, new Work() {
            @Override
            public void finish(String task, String of, Long targetId, Map<String, Object> answers) {
                assertThat(waiting).contains(task);
            }

            @Override
            public boolean isOpen(String task, String of, Long targetId) {
                return false;
            }
        });
    }

    private Investigation investigation(EntityManager entities) {
        return entities.createQuery("select i from Investigation i where i.reference = :reference", Investigation.class)
                .setParameter("reference", held.reference()).getSingleResult();
    }
}
