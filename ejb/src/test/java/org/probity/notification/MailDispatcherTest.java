package org.probity.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.probity.TestDatabase;
import org.probity.identity.Caller;
import org.probity.identity.CurrentCaller;
import org.probity.identity.Rounds;
import org.probity.kernel.Language;
import org.probity.notification.Mail.Status;
import org.probity.notification.MailServer.Result;
import org.probity.tenancy.Board;
import org.probity.tenancy.Boards;
import org.probity.tenancy.CurrentBoard;

class MailDispatcherTest {

    private final TestDatabase database = TestDatabase.get();
    private final Queue queue = new Queue();
    private final Server server = new Server();
    private final MailDispatcher dispatcher = TestDatabase.wire(new MailDispatcher(), queue, server,
            TestDatabase.wire(new Rounds(), new TwoBoards()));

    @BeforeEach
    void emptyTheQueue() {
        for (String board : List.of("chscb", "cwmtaf")) {
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
        queue.now = queue.now.plus(Duration.ofMinutes(10));
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

    private void queue(String board, String key) {
        database.run(board, entities -> entities.persist(new Mail(key, new Recipient("N", "n@example.org", Language.EN), "t", "s",
                "b", queue.now)));
    }

    private List<Status> statuses(String board) {
        return database.call(board, entities -> entities.createQuery("select m.status from Mail m order by m.id", Status.class)
                .getResultList());
    }

    /** The queue with a transaction for each step, as the container gives it. */
    private final class Queue extends MailQueue {

        private Instant now = Instant.parse("2026-11-19T09:00:00Z");

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
            return database.call(CurrentBoard.slug(), entities -> work.apply(
                    TestDatabase.wire(new MailQueue(), entities, Clock.fixed(now, ZoneOffset.UTC))));
        }
    }

    private static final class Server extends MailServer {

        private final List<String> sent = new ArrayList<>();
        private boolean there = true;
        private Function<Mail, Result> answer = mail -> new Result.Taken();

        @Override
        public boolean exists() {
            return there;
        }

        @Override
        Result send(Mail mail) {
            sent.add(mail.key());
            return answer.apply(mail);
        }
    }

    private final class TwoBoards extends Boards {

        @Override
        public List<Board> all() {
            return database.call("chscb", entities -> TestDatabase.wire(new Boards(), entities).all());
        }
    }
}
