package org.probity.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.probity.Fired;
import org.probity.TestClock;
import org.probity.TestDatabase;
import org.probity.account.AccountMail;
import org.probity.crypto.TestKeys;
import org.probity.kernel.Language;
import org.probity.notification.Mail.Status;
import org.probity.tenancy.Boards;
import org.probity.tenancy.Installation;
import org.probity.tenancy.Installation.Kind;

/** What the operator reads of mail that opens somebody's account. */
class MailQueriesTest {

    private static final Instant NOW = Instant.parse("2026-11-19T09:00:00Z");
    private static final String SECRET = "onlyItsReaderKnowsThis";

    /** A mail server quotes whom it did not find, and what it would not take. */
    private static final String SAID = "org.eclipse.angus.mail.smtp.SMTPSendFailedException: 550 5.1.1 <nia@example.org>: CHSCB-2026-482193 is not taken\n";

    /** How a mail comes to be where it stands. */
    private static final Map<Status, Consumer<Mail>> WAYS = Map.of(
            Status.QUEUED, mail -> { },
            Status.SENDING, mail -> mail.claim(NOW),
            Status.SENT, claimed(mail -> mail.sent(NOW)),
            Status.KEPT, claimed(mail -> mail.kept(NOW)),
            Status.IN_DOUBT, claimed(mail -> mail.doubt(SAID)),
            Status.FAILED, claimed(mail -> mail.hopeless(SAID, NOW)),
            Status.DROPPED, mail -> mail.drop(NOW));

    private final TestDatabase database = TestDatabase.get();

    private MailSecrets secrets;

    @TempDir
    private Path folder;

    @BeforeEach
    void keysOfItsOwn() {
        secrets = TestDatabase.wire(new MailSecrets(), TestKeys.in(folder.resolve("keys")));
        emptyTheQueue();
    }

    @AfterEach
    void emptyTheQueue() {
        database.run("chscb", entities -> entities.createQuery("select m from Mail m", Mail.class).getResultList().forEach(entities::remove));
    }

    @ParameterizedTest
    @EnumSource
    void noMailOfARealInstallationIsOpenedToTheOperatorWhereverItStands(Status status) {
        Long id = link(status);

        for (Installation real : new Installation[] {installation(Kind.REAL), new Installation()}) {
            assertThat(shown(real, id)).doesNotContain(SECRET);
            assertThat(shown(real, id).contains("link/" + Mail.SECRET)).isEqualTo(status == Status.KEPT);
        }
    }

    @Test
    void aDemonstrationWithoutAMailServerShowsTheWholeLink() {
        assertThat(shown(installation(Kind.DEMO), link(Status.KEPT))).contains("http://localhost:8080/link/" + SECRET).doesNotContain(Mail.SECRET);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "KEPT")
    void mailThatLeavesOrMayStillLeaveIsReadInNoDemonstrationEither(Status status) {
        assertThat(shown(installation(Kind.DEMO), link(status))).doesNotContain(SECRET, "link/");
    }

    /** Who is asked for a reply in which case is no business of an operator; whom no mail reaches is. */
    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "KEPT")
    void theOperatorDoesNotLearnWhoIsInWhichCase(Status status) {
        Long id = database.call("chscb", entities -> {
            TestDatabase.wire(new Outbox(), entities, secrets, new TestClock(NOW), TestDatabase.wire(new Boards(), entities), new Fired<>())
                    .queue("removal/1", "Nia", "nia@example.org", Language.EN, "removal.request", "CHSCB-2026-482193", "requests/removal/1");
            Mail mail = entities.createQuery("select m from Mail m", Mail.class).getSingleResult();
            claimed(tried -> tried.refused(SAID, NOW)).accept(mail);
            WAYS.get(status).accept(mail);
            return mail.id();
        });
        String shown = shown(installation(Kind.REAL), id);
        assertThat(shown.contains("SMTPSendFailedException: 550 5.1.1")).isEqualTo(status != Status.SENT);
        assertThat(shown).contains("example.org", "…").doesNotContain("482193", "Nia");
        assertThat(shown.contains("nia@")).isEqualTo(status == Status.FAILED || status == Status.IN_DOUBT);
    }

    /** A mail with a link to somebody's account, queued as the product does it. */
    private Long link(Status status) {
        return database.call("chscb", entities -> {
            Outbox outbox = TestDatabase.wire(new Outbox(), entities, secrets, new TestClock(NOW), TestDatabase.wire(new Boards(), entities), new Fired<>());
            TestDatabase.wire(new AccountPost(), outbox).queue(new AccountMail("account.reset/1", "account.reset", "Nia", "nia@example.org",
                    Language.EN, "link/", SECRET, NOW.plusSeconds(3600)));
            Mail mail = entities.createQuery("select m from Mail m", Mail.class).getSingleResult();
            WAYS.get(status).accept(mail);
            return mail.id();
        });
    }

    /** Everything the operator gets to see of it, at each door. */
    private String shown(Installation installation, Long id) {
        return read(installation, queries -> {
            MailRow row = queries.one(id);
            assertThat(queries.page(Set.of(), 0, 10).items()).containsExactly(row);
            assertThat(queries.page(Set.of(row.status()), 0, 10).items()).containsExactly(row);
            return row.toString();
        });
    }

    private <T> T read(Installation installation, Function<MailQueries, T> question) {
        return database.call("chscb", entities -> question.apply(TestDatabase.wire(new MailQueries(), entities, secrets, installation)));
    }

    private static Installation installation(Kind kind) {
        Installation installation = new Installation();
        installation.is(kind);
        return installation;
    }

    private static Consumer<Mail> claimed(Consumer<Mail> then) {
        return mail -> {
            mail.claim(NOW);
            then.accept(mail);
        };
    }
}
