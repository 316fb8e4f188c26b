package org.probity.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.enterprise.concurrent.ManagedExecutorService;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.probity.TestClock;
import org.probity.TestDatabase;
import org.probity.access.Caller;
import org.probity.access.CurrentCaller;
import org.probity.access.ScheduledWork;
import org.probity.kernel.Language;
import org.probity.notification.Mail.Status;
import org.probity.notification.MailServer.Result;
import org.probity.tenancy.Board;
import org.probity.tenancy.BoardResolver;
import org.probity.tenancy.Boards;
import org.probity.tenancy.CurrentBoard;
import org.probity.tenancy.Installation;

class MailDispatcherTest {

    private final TestDatabase database = TestDatabase.get();
    private final Queue queue = new Queue();
    private final FakeMailServer server = new FakeMailServer();
    private final Installation installation = new Installation() {
        @Override
        public boolean isDemo() {
            return demonstration;
        }
    };
    private boolean demonstration = true;
    private final MailDispatcher dispatcher = dispatcher(Runnable::run);

    @BeforeEach
    void emptyTheQueue() {
        for (String board : List.of("chscb", "cwmtaf", BoardResolver.NO_BOARD)) {
            database.run(board, entities -> entities.createQuery("select m from Mail m", Mail.class).getResultList()
                    .forEach(entities::remove));
        }
    }

    @Test
    void withoutAMailServerEveryBoardsMailIsKept() {
        server.there = false;
        queue("chscb", "a");
        queue("cwmtaf", "b");

        dispatcher.round();

        assertThat(statuses("chscb")).containsExactly(Status.KEPT);
        assertThat(statuses("cwmtaf")).containsExactly(Status.KEPT);
        assertThat(server.sent).isEmpty();
    }

    @Test
    void outsideADemonstrationWhatOpensAnAccountWaitsForAMailServerAndNobodyReadsItMeanwhile() {
        server.there = false;
        demonstration = false;
        queue("chscb", "plain");
        database.run("cwmtaf", entities -> entities.persist(new Mail("link", new Recipient("Nia", "nia@example.org", Language.EN), "account.reset",
                "Subject", "Open " + Mail.SECRET, queue.clock.instant()).handsOver("sealed")));

        dispatcher.round();

        assertThat(statuses("chscb")).containsExactly(Status.KEPT);
        assertThat(statuses("cwmtaf")).containsExactly(Status.FAILED);
        String said = database.call("cwmtaf", entities -> entities.createQuery("select m.lastError from Mail m", String.class).getSingleResult());
        assertThat(said).contains("PROBITY_SMTP_HOST").doesNotContain("sealed");
    }

    @Test
    void whatTheServerTookIsSentAndNeverAgain() {
        queue("chscb", "a");

        dispatcher.round();
        dispatcher.round();

        assertThat(statuses("chscb")).containsExactly(Status.SENT);
        assertThat(server.sent).containsExactly("a");
    }

    @Test
    void whatTheServerSaidDecidesWhatBecomesOfAMail() {
        server.answer = mail -> switch (mail.key()) {
            case "busy" -> new Result.NotTaken("451");
            case "lost" -> new Result.Unknown("line broke");
            default -> new Result.Hopeless("no address");
        };
        List.of("busy", "lost", "nobody").forEach(key -> queue("chscb", key));

        dispatcher.round();
        dispatcher.round();

        assertThat(statuses("chscb")).containsExactly(Status.QUEUED, Status.IN_DOUBT, Status.FAILED);
    }

    @Test
    void aNodeThatDiesWhileSendingLeavesAMailInDoubtThatNobodySendsByItself() {
        server.answer = mail -> {
            throw new OutOfMemoryError("the node dies here");
        };
        queue("chscb", "a");
        assertThatThrownBy(dispatcher::round).isInstanceOf(OutOfMemoryError.class);
        assertThat(statuses("chscb")).containsExactly(Status.SENDING);

        server.answer = mail -> new Result.Taken();
        queue.clock.advance(Duration.ofMinutes(10));
        dispatcher.round();
        dispatcher.round();

        assertThat(statuses("chscb")).containsExactly(Status.IN_DOUBT);
        assertThat(server.sent).containsExactly("a");
    }

    @Test
    void aBoardInTroubleDoesNotKeepAnotherWaiting() {
        server.answer = mail -> {
            if (mail.board().equals("chscb")) {
                throw new IllegalStateException("trouble");
            }
            return new Result.Taken();
        };
        queue("chscb", "a");
        queue("cwmtaf", "b");

        dispatcher.round();

        assertThat(statuses("cwmtaf")).containsExactly(Status.SENT);
    }

    @Test
    void whatTheInstallationWritesLeavesTooAndAtNoBoard() {
        server.answer = mail -> {
            assertThat(CurrentCaller.get()).isEqualTo(Caller.system());
            assertThat(CurrentBoard.orNone()).isNull();
            return new Result.Taken();
        };
        queue(BoardResolver.NO_BOARD, "operator");

        dispatcher.round();

        assertThat(server.sent).containsExactly("operator");
        assertThat(statuses(BoardResolver.NO_BOARD)).containsExactly(Status.SENT);
    }

    @Test
    void theDispatcherActsAsTheBoardsClockwork() {
        server.answer = mail -> {
            assertThat(CurrentCaller.get()).isEqualTo(Caller.system());
            assertThat(CurrentBoard.slug()).isEqualTo("chscb");
            return new Result.Taken();
        };
        queue("chscb", "a");

        dispatcher.round();

        assertThat(statuses("chscb")).containsExactly(Status.SENT);
        assertThat(CurrentBoard.orNone()).isNull();
    }

    @Test
    void aMailThatHangsKeepsNoOtherBoardWaitingAndItsOwnInOrder() {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch hangs = new CountDownLatch(1);
        server.answer = mail -> {
            if (mail.key().equals("a1")) {
                begun.countDown();
                await(hangs);
            }
            return new Result.Taken();
        };
        List.of("a1", "a2").forEach(key -> queue("chscb", key));
        Map<String, CompletableFuture<Void>> lanes = new HashMap<>();
        MailDispatcher threaded = dispatcher(lane -> lanes.put(CurrentBoard.orNone(), CompletableFuture.runAsync(lane)));

        threaded.round();
        await(begun);
        CompletableFuture<Void> busy = lanes.get("chscb");
        lanes.get("cwmtaf").join();
        queue("cwmtaf", "b");
        threaded.round();
        lanes.get("cwmtaf").join();
        assertThat(lanes.get("chscb")).as("who is busy is left at it").isSameAs(busy);
        assertThat(statuses("cwmtaf")).containsExactly(Status.SENT);
        assertThat(statuses("chscb")).containsExactly(Status.SENDING, Status.QUEUED);
        hangs.countDown();
        busy.join();
        assertThat(statuses("chscb")).containsExactly(Status.SENT, Status.SENT);
        assertThat(server.sent).containsExactly("a1", "b", "a2");
    }

    @Test
    void aServerThatDoesNotAnswerIsLeftAloneForAWhileAndMailLosesNoTry() {
        server.answer = mail -> new Result.Unreachable("refused");
        List.of("a", "b", "c", "d", "e").forEach(key -> queue("chscb", key));
        for (int round = 0; round < 10; round++) {
            dispatcher.round();
        }
        assertThat(server.sent).as("one a round, until it is left alone").containsExactly("a", "b", "c");
        assertThat(attempts("chscb")).containsExactly(1, 1, 1, 0, 0);

        queue.clock.advance(Breaker.SHORTEST);
        dispatcher.round();
        dispatcher.round();
        assertThat(server.sent).as("one try after a while").containsExactly("a", "b", "c", "d");
        queue.clock.advance(Breaker.SHORTEST);
        dispatcher.round();
        assertThat(server.sent).as("the while is longer now").hasSize(4);

        server.answer = mail -> new Result.Taken();
        queue.clock.advance(Breaker.LONGEST);
        dispatcher.round();
        dispatcher.round();
        assertThat(statuses("chscb")).containsOnly(Status.SENT);
        assertThat(server.sent).containsExactly("a", "b", "c", "d", "e", "a", "b", "c", "d");
    }

    private MailDispatcher dispatcher(Executor lanes) {
        ManagedExecutorService threads = (ManagedExecutorService) Proxy.newProxyInstance(getClass().getClassLoader(),
                new Class<?>[] {ManagedExecutorService.class}, (proxy, method, args) -> {
                    lanes.execute((Runnable) args[0]);
                    return null;
                });
        return TestDatabase.wire(new MailDispatcher(), queue, server, threads, TestDatabase.wire(new ScheduledWork(), new TwoBoards()), queue.clock, installation);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private List<Integer> attempts(String board) {
        return database.call(board, entities -> entities.createQuery("select m.attempts from Mail m order by m.id", Integer.class).getResultList());
    }

    private void queue(String board, String key) {
        database.run(board, entities -> entities.persist(new Mail(key, new Recipient("N", "n@example.org", Language.EN), "t", "s",
                "b", queue.clock.instant())));
    }

    private List<Status> statuses(String board) {
        return database.call(board, entities -> entities.createQuery("select m.status from Mail m order by m.id", Status.class).getResultList());
    }

    /** The queue with a transaction for each step, as the container gives it. */
    private final class Queue extends MailQueue {

        private final TestClock clock = new TestClock(Instant.parse("2026-11-19T09:00:00Z"));

        @Override
        public Optional<Mail> claim() {
            return step(MailQueue::claim);
        }

        @Override
        public void settle(Long id, BiConsumer<Mail, Instant> verb) {
            step(real -> {
                real.settle(id, verb);
                return null;
            });
        }

        @Override
        public int doubtAbandoned() {
            return step(MailQueue::doubtAbandoned);
        }

        private <T> T step(Function<MailQueue, T> work) {
            String board = new BoardResolver().resolveCurrentTenantIdentifier();
            return database.call(board, entities -> work.apply(TestDatabase.wire(new MailQueue(), entities, clock)));
        }
    }

    private final class TwoBoards extends Boards {

        @Override
        public List<Board> all() {
            return database.call("chscb", entities -> TestDatabase.wire(new Boards(), entities).all());
        }
    }
}
