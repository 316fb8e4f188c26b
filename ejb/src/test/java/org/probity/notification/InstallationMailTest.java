package org.probity.notification;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.probity.Fired;
import org.probity.TestDatabase;
import org.probity.account.AccountMail;
import org.probity.kernel.Language;
import org.probity.tenancy.BoardResolver;
import org.probity.tenancy.Boards;
import org.probity.tenancy.CurrentBoard;
import org.probity.tenancy.Installation;

/** To people of no board the installation writes itself, and no board sees that mail. */
class InstallationMailTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T09:00:00Z"), ZoneOffset.UTC);

    private final TestDatabase database = TestDatabase.get();

    @Test
    void whatIsWrittenAtNoBoardIsTheInstallationsAndItsOperatorsSeeHowItFares() {
        database.run(BoardResolver.NO_BOARD, entities -> CurrentBoard.outside(() -> {
            AccountPost post = TestDatabase.wire(new AccountPost(), outbox(entities));
            post.queue(new AccountMail("account.factorResetAsked/1/2", "account.factorResetAsked", "Olwen", "olwen@example.org", Language.EN, "account",
                    null, null));
            return null;
        }));

        assertThat(seen(BoardResolver.NO_BOARD)).singleElement().satisfies(row -> {
            assertThat(row.status()).isEqualTo(Mail.Status.QUEUED);
            assertThat(row.toAddress()).endsWith("@example.org");
        });
        assertThat(seen("chscb")).isEmpty();
        String body = database.call(BoardResolver.NO_BOARD, entities -> entities.createQuery("select m.body from Mail m", String.class).getSingleResult());
        assertThat(body).startsWith("Dear Olwen").contains("http://localhost:8080/account").endsWith("\nProbity\n");
    }

    private List<MailRow> seen(String board) {
        return database.call(board, entities -> TestDatabase.wire(new MailQueries(), entities, new Installation()).page(Set.of(), 0, 10).items());
    }

    private static Outbox outbox(EntityManager entities) {
        return TestDatabase.wire(new Outbox(), entities, CLOCK, TestDatabase.wire(new Boards(), entities), new Fired<>());
    }
}
