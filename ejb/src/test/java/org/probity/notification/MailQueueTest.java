package org.probity.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.probity.Fired;
import org.probity.TestDatabase;
import org.probity.account.WarningLeft;
import org.probity.kernel.Language;
import org.probity.kernel.Refusal;
import org.probity.tenancy.Boards;
import org.probity.tenancy.Installation;

class MailQueueTest {

    private static final Instant NOW = Instant.parse("2026-11-19T09:00:00Z");

    private static final Instant LATER = NOW.plus(Duration.ofHours(1));

    private final TestDatabase database = TestDatabase.get();
    private final Fired<WarningLeft> warnings = new Fired<>();
    private final Installation installation = new Installation();

    @BeforeEach
    void emptyTheQueue() {
        for (String board : List.of("chscb", "cwmtaf")) {
            database.run(board, entities -> entities.createQuery("select m from Mail m", Mail.class).getResultList()
                    .forEach(entities::remove));
        }
    }

    @Test
    void theSameMailIsQueuedOnce() {
        queue("removal/1");
        queue("removal/1");
        database.run("chscb", entities -> {
            outbox(entities).queue("removal/2", "N", "n@example.org", Language.EN, "removal.request", "R", "p");
            outbox(entities).queue("removal/2", "N", "n@example.org", Language.EN, "removal.request", "R", "p");
        });

        assertThat(count("chscb")).isEqualTo(2);
    }

    @Test
    void theSameKeyAtAnotherBoardIsAnotherMail() {
        queue("removal/1");
        database.run("cwmtaf", entities -> outbox(entities).queue("removal/1", "N", "n@example.org", Language.CY,
                "removal.request", "R", "p"));

        assertThat(count("chscb")).isEqualTo(1);
        assertThat(count("cwmtaf")).isEqualTo(1);
    }

    @Test
    void twoActsThatQueueTheSameMailAtOnceLeaveOne() throws Exception {
        CountDownLatch bothLooked = new CountDownLatch(2);
        Callable<Boolean> act = () -> {
            try {
                database.run("chscb", entities -> {
                    count(entities);
                    bothLooked.countDown();
                    await(bothLooked);
                    outbox(entities).queue("removal/9", "N", "n@example.org", Language.EN, "removal.request", "R", "p");
                });
                return true;
            } catch (Refusal refusal) {
                assertThat(refusal.problems().get(0).key()).isEqualTo("kernel.refused.lostRace");
                return false;
            }
        };
        ExecutorService pool = Executors.newFixedThreadPool(2);
        try {
            List<Future<Boolean>> acts = pool.invokeAll(Collections.nCopies(2, act));
            assertThat(List.of(acts.get(0).get(), acts.get(1).get())).contains(true);
        } finally {
            pool.shutdown();
        }
        assertThat(count("chscb")).isEqualTo(1);
    }

    @Test
    void aClaimedMailIsNotClaimedAgain() {
        queue("removal/1");

        assertThat(claim(NOW)).isPresent();
        assertThat(claim(NOW)).isEmpty();
    }

    @Test
    void whatTellsPeopleOfTheirWaysInLeavesBeforeAllOtherMailHoweverMuchWaits() {
        database.run("chscb", entities -> {
            for (int n = 0; n < 200; n++) {
                outbox(entities).queue("concern/" + n, "O", "o@example.org", Language.EN, "officer.newConcern", "CHSCB-2026-0001", "p");
            }
        });
        database.run("chscb", entities -> {
            Outbox later = TestDatabase.wire(outbox(entities), clock(LATER));
            later.queue("account.reset/1", "N", "n@example.org", Language.EN, "account.reset", "", "p");
            later.queue("account.wipeAsked/1", "N", "n@example.org", Language.EN, "account.wipeAsked", "", "p");
        });

        assertThat(claim(NOW).orElseThrow().key()).as("what is not due yet keeps nobody waiting").startsWith("concern/");
        assertThat(List.of(claim(LATER).orElseThrow().key(), claim(LATER).orElseThrow().key(), claim(LATER).orElseThrow().key()))
                .startsWith("account.reset/1", "account.wipeAsked/1").last().asString().startsWith("concern/");
    }

    /** What is kept is read by operators, whom it is to be kept from: only in a demonstration by everybody. */
    @ParameterizedTest
    @CsvSource({"account.factorResetAsked, DEMO", "account.factorResetAsked, REAL", "account.wipeAsked, DEMO", "account.wipeAsked, REAL"})
    void ofAWarningItIsSaidWhenItHasLeftAndWhereEverybodyReadsWhatIsKeptAndNotBefore(String template, Installation.Kind kind) {
        installation.is(kind);
        for (String key : List.of("sent", "kept", "refused")) {
            database.run("chscb", entities -> outbox(entities).queue(template + "/" + key, "N", "n@example.org", Language.EN, template, "",
                    "account"));
        }
        queue("removal/1");
        settle(template + "/sent", Mail::sent);
        settle(template + "/kept", Mail::kept);
        settle(template + "/refused", (mail, now) -> mail.hopeless("No such mailbox", now));
        settle("removal/1", Mail::sent);

        assertThat(warnings.all()).extracting(WarningLeft::key).containsExactlyElementsOf(kind == Installation.Kind.DEMO
                ? List.of(template + "/sent", template + "/kept") : List.of(template + "/sent"));
        assertThat(warnings.all()).extracting(WarningLeft::at).containsOnly(NOW);
    }

    private void settle(String key, BiConsumer<Mail, Instant> verb) {
        database.run("chscb", entities -> {
            Mail mail = entities.createQuery("select m from Mail m where m.key = :key", Mail.class).setParameter("key", key).getSingleResult();
            mail.claim(NOW);
            queueOf(entities, NOW).settle(mail.id(), verb);
        });
    }

    @Test
    void twoNodesNeverClaimTheSameMail() throws Exception {
        for (int n = 0; n < 40; n++) {
            queue("removal/" + n);
        }
        ExecutorService pool = Executors.newFixedThreadPool(4);
        try {
            Callable<Integer> node = () -> {
                int claimed = 0;
                while (claim(NOW).isPresent()) {
                    claimed++;
                }
                return claimed;
            };
            int claimed = 0;
            for (Future<Integer> one : pool.invokeAll(Collections.nCopies(4, node))) {
                claimed += one.get();
            }
            assertThat(claimed).isEqualTo(40);
        } finally {
            pool.shutdown();
        }
    }

    @Test
    void aMailTriedInVainWaitsForItsNextTime() {
        queue("removal/1");
        Long id = claim(NOW).orElseThrow().id();
        database.run("chscb", entities -> queueOf(entities, NOW).settle(id, (mail, now) -> mail.refused("busy", now)));

        assertThat(claim(NOW.plusSeconds(30))).isEmpty();
        assertThat(claim(NOW.plusSeconds(61))).isPresent();
    }

    @Test
    void aMailWhoseNodeDiedIsInDoubtAndNeverSentByItself() {
        queue("removal/1");
        Long id = claim(NOW).orElseThrow().id();

        assertThat(sweep(NOW.plus(Duration.ofMinutes(4)))).isZero();
        assertThat(sweep(NOW.plus(Duration.ofMinutes(6)))).isEqualTo(1);
        assertThat(claim(NOW.plus(Duration.ofDays(30)))).isEmpty();

        database.run("chscb", entities -> entities.find(Mail.class, id).sendAgain(NOW));
        assertThat(claim(NOW)).isPresent();
    }

    @Test
    void whatGoesToASubjectWaitsWhileItIsHeldWhateverHappensToItMeanwhile() {
        queue("removal/1");
        queue("removal/2");
        Long going = claim(NOW).orElseThrow().id();
        database.run("chscb", entities -> {
            Outbox outbox = outbox(entities);
            outbox.queue("desk", "O", "o@example.org", Language.EN, "removal.replied", "CHSCB-2026-0001", "investigations/CHSCB-2026-0001");
            outbox.queue("other", "P", "p@example.org", Language.EN, "removal.request", "CHSCB-2026-0002", "requests/removal/2");
            Mail mail = entities.find(Mail.class, going);
            outbox.hold("CHSCB-2026-0001");
            mail.refused("busy", NOW);
        });
        assertThat(List.of(claim(LATER).orElseThrow().key(), claim(LATER).orElseThrow().key())).containsExactlyInAnyOrder("desk", "other");
        assertThat(claim(LATER)).isEmpty();

        database.run("chscb", entities -> outbox(entities).letGo("CHSCB-2026-0001"));
        assertThat(List.of(claim(LATER).orElseThrow().key(), claim(LATER).orElseThrow().key())).containsExactlyInAnyOrder("removal/1", "removal/2");
    }

    @Test
    void whatIsStillHeldAtTheEndOfItsCaseNeverLeaves() {
        queue("removal/1");
        database.run("chscb", entities -> outbox(entities).hold("CHSCB-2026-0001"));
        queue("removal/2");
        database.run("chscb", entities -> outbox(entities).dropHeld("CHSCB-2026-0001"));
        database.run("chscb", entities -> outbox(entities).letGo("CHSCB-2026-0001"));
        assertThat(claim(LATER).orElseThrow().key()).isEqualTo("removal/2");
        assertThat(claim(LATER)).isEmpty();
    }

    @Test
    void theOperatorReadsOnlyWhatWasKept() {
        queue("removal/1");
        queue("removal/2");
        Long id = claim(NOW).orElseThrow().id();
        database.run("chscb", entities -> queueOf(entities, NOW).settle(id, Mail::kept));

        database.run("chscb", entities -> {
            MailQueries queries = TestDatabase.wire(new MailQueries(), entities, new Installation());
            assertThat(queries.one(id).body()).startsWith("Dear N");
            assertThat(queries.page(Set.of(Mail.Status.QUEUED), 0, 10).items()).singleElement()
                    .satisfies(row -> assertThat(row.body()).isNull());
            assertThat(queries.counts()).containsEntry(Mail.Status.KEPT, 1L).containsEntry(Mail.Status.QUEUED, 1L);
        });
        assertThatThrownBy(() -> database.run("cwmtaf", entities -> TestDatabase.wire(new MailQueries(), entities).one(id)))
                .isInstanceOf(Refusal.class);
    }

    private void queue(String key) {
        database.run("chscb", entities -> outbox(entities).queue(key, "N", "n@example.org", Language.EN, "removal.request",
                "CHSCB-2026-0001", "requests/removal/1"));
    }

    private Optional<Mail> claim(Instant now) {
        return database.call("chscb", entities -> queueOf(entities, now).claim());
    }

    private int sweep(Instant now) {
        return database.call("chscb", entities -> queueOf(entities, now).doubtAbandoned());
    }

    private long count(String board) {
        return database.call(board, MailQueueTest::count);
    }

    private static long count(EntityManager entities) {
        return entities.createQuery("select count(m) from Mail m", Long.class).getSingleResult();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static Outbox outbox(EntityManager entities) {
        return TestDatabase.wire(new Outbox(), entities, clock(NOW), TestDatabase.wire(new Boards(), entities), new Fired<>());
    }

    private MailQueue queueOf(EntityManager entities, Instant now) {
        return TestDatabase.wire(new MailQueue(), entities, clock(now), warnings, installation);
    }

    private static Clock clock(Instant now) {
        return Clock.fixed(now, ZoneOffset.UTC);
    }
}
