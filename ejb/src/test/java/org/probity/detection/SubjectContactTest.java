package org.probity.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.probity.Fired;
import org.probity.TestDatabase;
import org.probity.access.Caller;
import org.probity.access.Capacity;
import org.probity.access.CurrentCaller;
import org.probity.audit.Audit;
import org.probity.audit.ChainAtOnce;
import org.probity.calendar.Standstill;
import org.probity.calendar.TimeGiven;
import org.probity.calendar.WorkingDays;
import org.probity.casework.Team;
import org.probity.correspondence.HoldingBack;
import org.probity.detection.GateAnswer.Gate;
import org.probity.investigation.ContactAllowed;
import org.probity.investigation.ContactStopped;
import org.probity.investigation.Investigation;
import org.probity.investigation.Investigations;
import org.probity.kernel.Json;
import org.probity.kernel.Language;
import org.probity.kernel.Refusal;
import org.probity.notification.Outbox;

/** Nobody reaches the subject before the gate, nor while somebody has forbidden it. */
class SubjectContactTest {

    private static final Instant NOW = Instant.parse("2026-11-22T09:00:00Z");

    private final TestDatabase database = TestDatabase.get();
    private final String reference = "CHSCB-G-" + System.nanoTime() % 1_000_000_000;
    private final List<Object> fired = new ArrayList<>();
    private final List<String> kept = new ArrayList<>();
    private Instant now = NOW;

    @BeforeEach
    void aCase() {
        database.run("chscb", entities -> entities.createNativeQuery("insert into investigation (id, board, version, reference, title, stage, opened_at, "
                + "hard_stop, contact_allowed) values (next value for probity_id, 'chscb', 0, '" + reference + "', 'A case', 'INVESTIGATION', "
                + "timestamp with time zone '2026-11-20 09:00:00+00', false, false)").executeUpdate());
    }

    @Test
    void contactIsNotAllowedBeforeTheSafeguardingGate() {
        answered(Gate.URGENT, new UrgentAnswer(false, false, false, "Nothing urgent"));
        assertThat(refused()).isEqualTo("detection.refused.gatesFirst");
        contact(false);
        answered(Gate.SAFEGUARDING, new SafeguardingAnswer(false, false, false, false, false, false, "Not yet"));
        contact(true);
        assertThat(allowed()).isTrue();
        assertThat(kept).containsExactly("detection.contact", "detection.contact");
    }

    @Test
    void norBeforeTheDesignatedOfficerWasToldWhereTheyMustBe() {
        answered(Gate.SAFEGUARDING, new SafeguardingAnswer(true, false, false, false, true, false, "A child was harmed"));
        assertThat(refused()).isEqualTo("detection.refused.askFirst");
        assertThat(allowed()).isFalse();
        answered(Gate.DESIGNATED_OFFICER_TOLD, new DesignatedOfficerContact("D. Officer", "L-1", NOW, false, "Wait for us", true));
        contact(true);
        assertThat(allowed()).isTrue();
    }

    /** What was answered when it was opened the first time does not count. */
    @Test
    void norWhileDetectionRuns() {
        answered(Gate.SAFEGUARDING, new SafeguardingAnswer(false, false, false, false, false, true, "Nothing"));
        database.run("chscb", entities -> entities.createQuery("update Investigation i set i.stage = DETECTION where i.reference = :reference")
                .setParameter("reference", reference).executeUpdate());
        assertThat(refused()).isEqualTo("detection.refused.gatesFirst");
        contact(false);
    }

    @Test
    void whatWaitsForTheSubjectIsHeldWhileTheyMayNotBeContactedAndTheirTimeStandsStill() {
        answered(Gate.SAFEGUARDING, new SafeguardingAnswer(false, false, false, false, false, true, "Nothing"));
        contact(true);
        database.run("chscb", entities -> outbox(entities).queue("asked/" + reference, "Sam", "sam@example.org", Language.EN, "removal.request",
                reference, "requests/removal/1"));
        contact(false);
        assertThat(held()).isOne();
        now = NOW.plus(Duration.ofDays(3));
        assertThat(catchThrowableOfType(Refusal.class, () -> contact(false)).problems().get(0).key()).isEqualTo("detection.refused.forbiddenAlready");
        now = NOW.plus(Duration.ofDays(7));
        contact(true);
        assertThat(held()).isZero();
        assertThat(fired).containsExactly(new ContactAllowed(reference, stood(NOW)), new ContactStopped(reference),
                new ContactAllowed(reference, stood(now)));
    }

    /** What was recorded is in the audit once, and what moves by it does so once a day. */
    @Test
    void whoForbidsItAndAllowsItAgainAndAgainMovesNothingFurther() {
        answered(Gate.SAFEGUARDING, new SafeguardingAnswer(false, false, false, false, false, true, "Nothing"));
        contact(true);
        assertThat(refused()).isEqualTo("detection.refused.allowedAlready");
        now = Instant.parse("2026-11-23T09:00:00Z");
        Instant due = Instant.parse("2026-12-03T17:00:00Z");
        for (int time = 1; 2 * time < Detections.MOST_A_DAY; time++) {
            contact(false);
            now = now.plusMillis(1);
            contact(true);
            due = ((ContactAllowed) fired.get(fired.size() - 1)).stood().moved(null, due);
        }
        assertThat(due).isEqualTo(Instant.parse("2026-12-04T17:00:00Z"));
        contact(false);
        contact(true);
        contact(false);
        assertThat(refused()).isEqualTo("detection.refused.manyChanges");
        assertThat(allowed()).isFalse();
    }

    /** Since contact was stopped. */
    private Standstill stood(Instant to) {
        return database.call("chscb", entities -> TestDatabase.wire(new WorkingDays(), entities).stood(NOW, to, TimeGiven.NOTHING));
    }

    /** Whoever sends it: what is queued meanwhile waits as well. */
    @Test
    void mailThatIsQueuedWhileTheyMayNotBeContactedWaitsToo() {
        contact(false);
        database.run("chscb", entities -> outbox(entities).queue("decided/" + reference, "Sam", "sam@example.org", Language.EN, "removal.decided",
                reference, "requests/removal/1"));
        assertThat(held()).isOne();
    }

    @Test
    void afterTheEndItIsAllowedOnlyWhereItHadBeenForbiddenAndNeverForbidden() {
        answered(Gate.SAFEGUARDING, new SafeguardingAnswer(false, false, false, false, false, true, "Nothing"));
        contact(false);
        ended();
        contact(true);
        assertThat(allowed()).isTrue();
        assertThat(refused()).isEqualTo("investigation.refused.ended");
        assertThat(catchThrowableOfType(Refusal.class, () -> contact(false)).problems().get(0).key()).isEqualTo("investigation.refused.ended");
    }

    private void ended() {
        database.run("chscb", entities -> entities.createQuery("update Investigation i set i.stage = WITHDRAWN, i.endedAt = :now where i.reference = :reference")
                .setParameter("now", NOW).setParameter("reference", reference).executeUpdate());
    }

    private void answered(Gate gate, Object answer) {
        CurrentCaller.run(Caller.system(), () -> database.run("chscb",
                entities -> entities.persist(new GateAnswer(reference, 1, gate, Json.write(answer), "Reasons", NOW))));
    }

    private String refused() {
        return catchThrowableOfType(Refusal.class, () -> contact(true)).problems().get(0).key();
    }

    private void contact(boolean may) {
        CurrentCaller.run(Caller.system(), () -> database.run("chscb", entities -> {
            if (may) {
                detections(entities).allowContact(reference, "The police said so");
            } else {
                detections(entities).forbidContact(reference, "The police said so");
            }
        }));
    }

    private boolean allowed() {
        return database.call("chscb", entities -> investigation(entities).contactAllowed());
    }

    private long held() {
        return database.call("chscb", entities -> entities.createQuery("select count(m) from Mail m where m.matter.subjectOf = :reference "
                + "and m.matter.heldAt is not null", Long.class).setParameter("reference", reference).getSingleResult());
    }

    private Detections detections(EntityManager entities) {
        Clock clock = Clock.fixed(now, ZoneOffset.UTC);
        SubjectContact contact = TestDatabase.wire(new SubjectContact(), entities, clock, TestDatabase.wire(new WorkingDays(), entities), new Fired<>(event -> {
            fired.add(event);
            HoldingBack.tell(event, entities, clock, cases(entities));
        }));
        return TestDatabase.wire(new Detections(), entities, clock, contact, new Audit() {
            @Override
            public void record(String act, String of, String subjectKind, Long subjectId, Map<String, ?> before, Map<String, ?> after) {
                kept.add(act);
                TestDatabase.wire(new Audit(), clock, new ChainAtOnce(entities)).record(act, of, subjectKind, subjectId, before, after);
            }
        }, cases(entities), new Team() {
            @Override
            public void acts(Investigation investigation, Capacity capacity) {
                // who may do what has tests of its own
            }
        });
    }

    private Investigation investigation(EntityManager entities) {
        return entities.createQuery("select i from Investigation i where i.reference = :reference", Investigation.class)
                .setParameter("reference", reference).getSingleResult();
    }

    private Investigations cases(EntityManager entities) {
        return new Investigations() {
            @Override
            public Investigation locked(String any) {
                return investigation(entities);
            }

            @Override
            public Investigation byReference(String any) {
                return investigation(entities);
            }
        };
    }

    private Outbox outbox(EntityManager entities) {
        return HoldingBack.outbox(entities, Clock.fixed(NOW, ZoneOffset.UTC), cases(entities));
    }
}
