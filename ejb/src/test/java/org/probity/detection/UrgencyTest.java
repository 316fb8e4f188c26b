package org.probity.detection;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.probity.Fired;
import org.probity.TestDatabase;
import org.probity.access.Caller;
import org.probity.access.Capacity;
import org.probity.access.CurrentCaller;
import org.probity.access.Role;
import org.probity.audit.Audit;
import org.probity.casework.Team;
import org.probity.investigation.Investigation;
import org.probity.investigation.Investigations;
import org.probity.investigation.Severity;
import org.probity.worklist.NewWork;
import org.probity.worklist.StillProcesses;
import org.probity.worklist.Urgency;
import org.probity.worklist.Work;

/** A case is as urgent, and its work as severe, as the last who was asked said; its open work hears of it at once. */
class UrgencyTest {

    private static final Instant NOW = Instant.parse("2026-11-22T09:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final Urgency NONE = new Urgency(false, false, false);

    private final TestDatabase database = TestDatabase.get();
    private final String reference = "CHSCB-U-" + System.nanoTime() % 1_000_000_000;

    @BeforeEach
    void aCaseWithWorkAtItsGateAndMore() {
        inCase(entities -> {
            entities.createNativeQuery("insert into investigation (id, board, version, reference, title, stage, opened_at, hard_stop, contact_allowed) "
                    + "values (next value for probity_id, 'chscb', 0, '" + reference + "', 'A case', 'DETECTION', "
                    + "timestamp with time zone '2026-11-20 09:00:00+00', false, false)").executeUpdate();
            open(entities, "answerUrgentGate", Role.OFFICER);
            open(entities, "approveReferral", Role.LEAD);
        });
    }

    @Test
    void theGateRaisesWhatTheReporterDidNot() {
        answer(new UrgentAnswer(false, false, true, "They write to a child."));
        assertThat(urgency()).isEqualTo(new Urgency(false, false, true));
        assertThat(urgentWork()).containsExactly("approveReferral");
    }

    @Test
    void theGateLowersWhatTheReporterRaised() {
        inCase(entities -> {
            itself(entities).urgent(new Urgency(true, false, false));
            work(entities).urgent(reference, true);
        });
        assertThat(urgentWork()).containsExactly("answerUrgentGate", "approveReferral");
        answer(new UrgentAnswer(false, false, false, "It is a film still."));
        assertThat(urgency()).isEqualTo(NONE);
        assertThat(urgentWork()).isEmpty();
    }

    @Test
    void noGateTakesASuspectedImageBack() {
        inCase(entities -> {
            itself(entities).stopFiles();
            itself(entities).urgent(NONE.withImage());
        });
        answer(new UrgentAnswer(false, false, false, "Nothing else."));
        assertThat(urgency()).isEqualTo(new Urgency(false, true, false));
        assertThat(urgentWork()).containsExactly("approveReferral");
    }

    @Test
    void whatIsOpenKnowsTheSeverityOnceItIsRated() {
        inCase(entities -> TestDatabase.wire(new Triages(), work(entities), silent(), held(entities)).rated(reference, Severity.CRITICAL));
        assertThat(work("w.severityRank = 0")).containsExactly("answerUrgentGate", "approveReferral");
    }

    private void answer(UrgentAnswer answer) {
        inCase(entities -> TestDatabase.wire(new Detections(), entities, CLOCK, work(entities), silent(), held(entities), new Team() {
            @Override
            public void acts(Investigation investigation, Capacity capacity) {
                // who may do what has tests of its own
            }
        }).answerUrgentGate(reference, answer));
    }

    private void open(EntityManager entities, String task, Role role) {
        work(entities).open(new NewWork(task + reference, task, "detection", reference, -1L, "investigation", null, "A case", "DETECTION", role, null, null,
                null, NOW, false, Severity.rank(null), null));
    }

    private Urgency urgency() {
        return database.call("chscb", entities -> itself(entities).urgency());
    }

    private List<String> urgentWork() {
        return work("w.urgent = true");
    }

    private List<String> work(String which) {
        return database.call("chscb", entities -> entities.createQuery("select w.task from WorkItem w where w.reference = :reference and w.open = true and "
                + which + " order by w.task", String.class).setParameter("reference", reference).getResultList());
    }

    private Investigation itself(EntityManager entities) {
        return entities.createQuery("select i from Investigation i where i.reference = :reference", Investigation.class)
                .setParameter("reference", reference).getSingleResult();
    }

    private Investigations held(EntityManager entities) {
        return new Investigations() {
            @Override
            public Investigation running(String any) {
                return itself(entities);
            }

            @Override
            public Investigation lock(String any) {
                return itself(entities);
            }

            @Override
            public int detection(Investigation investigation) {
                return 1;
            }
        };
    }

    private static Work work(EntityManager entities) {
        return TestDatabase.wire(new Work(), entities, CLOCK, new Fired<>(), new StillProcesses() {
            @Override
            public void complete(String taskId, Map<String, Object> answers) {
                // where the process goes from there has tests of its own
            }
        });
    }

    private static Audit silent() {
        return new Audit() {
            @Override
            public void record(String act, String of, String subjectKind, Long subjectId, Map<String, ?> before, Map<String, ?> after) {
                // the audit has tests of its own
            }
        };
    }

    private void inCase(Consumer<EntityManager> act) {
        CurrentCaller.run(Caller.system(), () -> database.run("chscb", act));
    }
}
