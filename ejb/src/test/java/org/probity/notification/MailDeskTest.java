package org.probity.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.probity.TestDatabase;
import org.probity.audit.Audit;
import org.probity.kernel.Language;
import org.probity.kernel.Refusal;
import org.probity.notification.Mail.Status;

class MailDeskTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T09:00:00Z"), ZoneOffset.UTC);

    private final TestDatabase database = TestDatabase.get();

    @AfterEach
    void emptyTheQueue() {
        database.run("chscb", entities -> entities.createQuery("select m from Mail m", Mail.class).getResultList().forEach(entities::remove));
    }

    /** Whoever asked for it would otherwise keep the warning from those who can stop it. */
    @ParameterizedTest
    @ValueSource(strings = {"account.wipeAsked", "account.factorResetAsked"})
    void whatPeopleHaveADayToStopTheyAreTold(String template) {
        database.run("chscb", entities -> {
            Mail mail = kept(entities, template);
            assertThat(dropped(entities, mail)).isEqualTo("notification.refused.warning");
            assertThat(mail.status()).isEqualTo(Status.QUEUED);
            mail.claim(CLOCK.instant());
            mail.doubt("line broke");
            assertThat(dropped(entities, mail)).isEqualTo("notification.refused.warning");
        });
    }

    @Test
    void anythingElseAndWhatNeverLeftCanBeGivenUp() {
        database.run("chscb", entities -> {
            assertThat(dropped(entities, kept(entities, "removal.request"))).isNull();
            Mail failed = kept(entities, "account.wipeAsked");
            failed.claim(CLOCK.instant());
            failed.hopeless("no address", CLOCK.instant());
            assertThat(dropped(entities, failed)).isNull();
            assertThat(failed.status()).isEqualTo(Status.DROPPED);
        });
    }

    private static Mail kept(EntityManager entities, String template) {
        Mail mail = new Mail(template + "/" + System.nanoTime(), new Recipient("Nesta", "nesta@example.org", Language.EN), template, "Subject", "Body",
                CLOCK.instant());
        entities.persist(mail);
        return mail;
    }

    private static String dropped(EntityManager entities, Mail mail) {
        MailDesk desk = TestDatabase.wire(new MailDesk(), entities, CLOCK, new Audit() {
            @Override
            public void record(String act, String reference, String subjectKind, Long subjectId, Map<String, ?> before, Map<String, ?> after) {
                // not what is asked here
            }
        });
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> desk.drop(mail.id()));
        return refusal == null ? null : refusal.problems().get(0).key();
    }
}
