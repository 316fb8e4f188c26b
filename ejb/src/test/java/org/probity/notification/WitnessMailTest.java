package org.probity.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.probity.TestClock;
import org.probity.TestDatabase;
import org.probity.checkpoint.CheckpointSigned;
import org.probity.checkpoint.SignedCheckpoint;
import org.probity.kernel.Language;
import org.probity.tenancy.BoardResolver;
import org.probity.tenancy.Boards;

/** What is sent to whoever keeps checkpoints outside. */
class WitnessMailTest {

    private static final Instant NOW = Instant.parse("2026-11-21T09:00:00Z");
    private static final String WITNESS = "witness@example.org";
    private static final List<String> BOARDS = List.of("chscb", "cwmtaf");

    private final TestDatabase database = TestDatabase.get();

    @BeforeEach
    @AfterEach
    void emptyTheQueue() {
        BOARDS.forEach(board -> database.run(board, entities -> entities.createQuery("select m from Mail m", Mail.class).getResultList()
                .forEach(entities::remove)));
    }

    @Test
    void theWitnessGetsTheSignedLineAndNothingElseOfTheBoard() {
        SignedCheckpoint signed = checkpoint("chscb", 42, "2026-11-21T09:00:00.123456Z");

        sign(WITNESS, signed);

        Mail mail = queued("chscb").get(0);
        assertThat(mail.toAddress()).isEqualTo(WITNESS);
        assertThat(mail.sealedSecret()).isNull();
        assertThat(mail.subject()).isEqualTo("Checkpoint of the audit of chscb");
        assertThat(mail.body()).isEqualTo("""
                Hello

                Please keep this mail. It says where the audit of chscb ended when it was sent, and nothing of what is in it. Nobody can take back what you keep:

                %s

                Sign in to read it and to do what is needed:
                http://localhost:8080/chscb/audit

                If you have a question, ask City Safeguarding Board, conduct@chscb.example.org. Give the reference, and please do not put case details in an email.

                No case details are sent by email.

                City Safeguarding Board
                """.formatted(signed.line()));
    }

    @ParameterizedTest
    @EnumSource
    void theLineArrivesAsItWasSignedInEitherLanguage(Language language) {
        SignedCheckpoint signed = checkpoint("cwmtaf", 7, "2026-11-21T09:00:00Z");
        Object[] args = {"cwmtaf", "audit", signed.line()};
        Recipient to = new Recipient("", WITNESS, language);

        String body = database.call("cwmtaf", entities -> MailTexts.body(TestDatabase.wire(new Boards(), entities).board(), to, NOW, "witness.checkpoint", args));

        assertThat(body.lines()).containsOnlyOnce(signed.line());
        assertThat(body).startsWith(language == Language.CY ? "Helo\n" : "Hello\n");
    }

    @Test
    void eachCheckpointOfEachBoardIsSentOnce() {
        SignedCheckpoint first = checkpoint("chscb", 42, "2026-11-21T09:00:00Z");
        for (SignedCheckpoint signed : List.of(first, first, checkpoint("chscb", 42, "2026-11-21T10:00:00Z"), checkpoint("chscb", 43, "2026-11-21T10:00:00Z"),
                checkpoint("cwmtaf", 42, "2026-11-21T09:00:00Z"))) {
            sign(" " + WITNESS + " ", signed);
        }

        assertThat(queued("chscb")).hasSize(3).extracting(Mail::toAddress).containsOnly(WITNESS);
        assertThat(queued("cwmtaf")).hasSize(1);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " "})
    void withoutAWitnessNothingIsSent(String nobody) {
        sign(nobody, checkpoint("chscb", 42, "2026-11-21T09:00:00Z"));

        assertThat(queued("chscb")).isEmpty();
    }

    @Test
    void theChainOfTheInstallationIsNoBoardsMail() {
        send(WITNESS, "chscb", checkpoint(BoardResolver.NO_BOARD, 42, "2026-11-21T09:00:00Z"));

        assertThat(queued("chscb")).isEmpty();
    }

    private void sign(String witness, SignedCheckpoint signed) {
        send(witness, signed.board(), signed);
    }

    private void send(String witness, String board, SignedCheckpoint signed) {
        database.run(board, entities -> TestDatabase.wire(new WitnessMail(witness), TestDatabase.wire(new Outbox(), entities, new TestClock(NOW),
                TestDatabase.wire(new Boards(), entities))).send(new CheckpointSigned(signed)));
    }

    private List<Mail> queued(String board) {
        return database.call(board, entities -> entities.createQuery("select m from Mail m order by m.id", Mail.class).getResultList());
    }

    private static SignedCheckpoint checkpoint(String board, long seq, String at) {
        return new SignedCheckpoint(board, seq, "5f_hash-of-the-last-entry", at, "0123456789abcdef", "c2lnbmF0dXJl/+==");
    }
}
