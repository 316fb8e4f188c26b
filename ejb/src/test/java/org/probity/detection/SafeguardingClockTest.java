package org.probity.detection;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.probity.TestDatabase;
import org.probity.access.Caller;
import org.probity.access.CurrentCaller;
import org.probity.access.Role;
import org.probity.access.Signature;
import org.probity.audit.Audit;
import org.probity.audit.ChainAtOnce;
import org.probity.calendar.WorkingDays;
import org.probity.investigation.Investigation;
import org.probity.investigation.Investigations;
import org.probity.investigation.Stage;
import org.probity.kernel.Language;
import org.probity.member.Member;
import org.probity.member.Members;
import org.probity.notification.Outbox;
import org.probity.tenancy.Boards;

/** The time to tell the designated officer runs in each detection of a case, also where it was opened again at it. */
class SafeguardingClockTest {

    private final Set<String> queued = new LinkedHashSet<>();
    private int detection = 1;

    @Test
    void whoWasRemindedBeforeTheCaseWasReopenedIsRemindedAgain() {
        remind();
        int once = queued.size();
        remind();
        assertThat(queued).hasSize(once);
        detection = 2;
        remind();
        assertThat(queued).hasSize(2 * once);
    }

    /** England: one working day. A Monday; opened again on the Thursday; an image suspected on the Friday. */
    @ParameterizedTest
    @CsvSource({"DETECTION, false, false, 2026-11-24T17:00:00Z", "DETECTION, false, true, 2026-11-24T17:00:00Z", "DETECTION, true, true, 2026-11-27T17:00:00Z",
        "INVESTIGATION, false, true, 2026-11-30T17:00:00Z"})
    void theTimeToTellRunsFromTheConcern(Stage stage, boolean again, boolean image, Instant due) {
        String reference = "CHSCB-T-" + System.nanoTime() % 1_000_000_000;
        assertThat(CurrentCaller.call(Caller.system(), () -> TestDatabase.get().<Instant>call("chscb", entities -> {
            entities.createNativeQuery("insert into investigation (id, board, version, reference, title, stage, opened_at, hard_stop, contact_allowed) values "
                    + "(next value for probity_id, 'chscb', 0, '" + reference + "', 'A case', '" + stage + "', '2026-11-23 10:00:00+00', false, false)").executeUpdate();
            Investigation investigation = entities.createQuery("select i from Investigation i where i.reference = :reference", Investigation.class)
                    .setParameter("reference", reference).getSingleResult();
            if (again) {
                entities.createNativeQuery("insert into stage_change (id, board, version, investigation_id, from_stage, to_stage, at_time, by_name) values "
                        + "(next value for probity_id, 'chscb', 0, " + investigation.id() + ", 'CLOSED', 'DETECTION', '2026-11-26 09:00:00+00', 'Lena')").executeUpdate();
            }
            if (image) {
                entities.persist(new SuspectedImage(reference, 1, new Suspicion("A picture", null, null),
                        new Signature(Instant.parse("2026-11-27T09:00:00Z"), 1L, "Olwen")));
            }
            return TestDatabase.wire(new SafeguardingClock(), TestDatabase.wire(new SuspectedImages(), entities), practice(entities),
                    TestDatabase.wire(new WorkingDays(), entities), new Investigations() {
                        @Override
                        public Investigation byReference(String any) {
                            return investigation;
                        }

                        @Override
                        public Instant detectionBegan(Investigation any) {
                            return TestDatabase.wire(new Investigations(), entities).detectionBegan(any);
                        }
                    }).tellingDue(reference);
        }))).isEqualTo(due);
    }

    private static Practice practice(EntityManager entities) {
        return TestDatabase.wire(new Practice(), TestDatabase.wire(new Boards(), entities));
    }

    private void remind() {
        TestDatabase.get().run("chscb", entities -> TestDatabase.wire(new SafeguardingClock(), TestDatabase.wire(new SuspectedImages(), entities), new Investigations() {
            @Override
            public Investigation lock(String reference) {
                return null;
            }

            @Override
            public int detection(Investigation investigation) {
                return detection;
            }
        }, new Members() {
            @Override
            public List<Member> with(Role role, String reference) {
                return List.of(new Member() {
                });
            }

            @Override
            public Language language(Member member) {
                return Language.EN;
            }
        }, new Outbox() {
            @Override
            public void queue(String key, String toName, String toAddress, Language language, String template, Object... args) {
                queued.add(key);
            }
        }, TestDatabase.wire(new Audit(), Clock.systemUTC(), new ChainAtOnce(entities))).remindTelling("CHSCB-2026-0042"));
    }
}
