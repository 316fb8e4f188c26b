package org.probity.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.probity.kernel.Language;
import org.probity.kernel.Refusal;
import org.probity.notification.Mail.Status;

class MailTest {

    private static final Instant NOW = Instant.parse("2026-11-19T09:00:00Z");

    /** How to bring a new mail into each status. */
    private static final Map<Status, Consumer<Mail>> WAYS = new EnumMap<>(Map.of(
            Status.QUEUED, mail -> { },
            Status.SENDING, mail -> mail.claim(NOW),
            Status.SENT, mail -> claimed(mail).sent(NOW),
            Status.KEPT, mail -> claimed(mail).kept(NOW),
            Status.IN_DOUBT, mail -> claimed(mail).doubt("line broke"),
            Status.FAILED, mail -> claimed(mail).hopeless("no address", NOW),
            Status.DROPPED, mail -> mail.drop(NOW)));

    /** What may be done in each status; nothing else may. */
    private static final Map<Status, Set<String>> ALLOWED = Map.of(
            Status.QUEUED, Set.of("claim", "drop"),
            Status.SENDING, Set.of("sent", "kept", "refused", "hopeless", "doubt", "sendAgain"),
            Status.IN_DOUBT, Set.of("sent", "refused", "sendAgain", "drop"),
            Status.FAILED, Set.of("refused", "sendAgain", "drop"),
            Status.SENT, Set.of(), Status.KEPT, Set.of(), Status.DROPPED, Set.of());

    private static final Map<String, Consumer<Mail>> VERBS = Map.of(
            "claim", mail -> mail.claim(NOW), "sent", mail -> mail.sent(NOW), "kept", mail -> mail.kept(NOW),
            "refused", mail -> mail.refused("busy", NOW), "hopeless", mail -> mail.hopeless("no address", NOW),
            "doubt", mail -> mail.doubt("line broke"), "sendAgain", mail -> mail.sendAgain(NOW), "drop", mail -> mail.drop(NOW));

    @ParameterizedTest
    @EnumSource(Status.class)
    void onlyWhatTheStatusAllowsCanBeDone(Status status) {
        VERBS.forEach((name, verb) -> {
            Mail mail = mail();
            WAYS.get(status).accept(mail);
            assertThat(mail.status()).isEqualTo(status);
            if (ALLOWED.get(status).contains(name)) {
                verb.accept(mail);
            } else {
                assertThatThrownBy(() -> verb.accept(mail)).as("%s while %s", name, status).isInstanceOf(Refusal.class);
                assertThat(mail.status()).isEqualTo(status);
            }
        });
    }

    @Test
    void aMailThatWasSentNeverLeavesThatStatus() {
        for (Status next : Status.values()) {
            assertThat(Mail.mayBecome(Status.SENT, next)).isFalse();
        }
    }

    @Test
    void eachRefusalMakesTheNextTryLaterUntilItIsGivenUp() {
        Mail mail = mail();
        List<Long> minutes = new ArrayList<>();
        while (mail.status() == Status.QUEUED) {
            mail.claim(NOW);
            mail.refused("451 busy", NOW);
            minutes.add(Duration.between(NOW, mail.nextAttemptAt()).toMinutes());
        }

        assertThat(mail.status()).isEqualTo(Status.FAILED);
        assertThat(mail.attempts()).isEqualTo(8);
        assertThat(minutes).startsWith(1L, 5L, 15L, 60L, 60L, 60L, 60L);
        assertThat(mail.lastError()).isEqualTo("451 busy");
    }

    @Test
    void sendingAgainStartsWithFreshTriesAndTheSameMessageId() {
        Mail mail = mail();
        String id = mail.messageId();
        claimed(mail).hopeless("no address", NOW);

        mail.sendAgain(NOW.plusSeconds(60));

        assertThat(mail.status()).isEqualTo(Status.QUEUED);
        assertThat(mail.attempts()).isZero();
        assertThat(mail.nextAttemptAt()).isEqualTo(NOW.plusSeconds(60));
        assertThat(mail.messageId()).isEqualTo(id);
    }

    @Test
    void aLongErrorIsCutToWhatTheColumnHolds() {
        Mail mail = mail();

        claimed(mail).doubt("x".repeat(2000));

        assertThat(mail.lastError()).hasSize(500);
    }

    private static Mail claimed(Mail mail) {
        mail.claim(NOW);
        return mail;
    }

    static Mail mail() {
        return new Mail("removal/12/request", new Recipient("Siân Ŵynne", "sian@example.org", Language.CY), "removal.request",
                "CHSCB-2026-0042: darllenwch ein llythyr ac atebwch", "Annwyl Siân Ŵynne\n", NOW);
    }
}
