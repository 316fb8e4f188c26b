package org.probity.removal;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.probity.HeldCase;
import org.probity.TestDatabase;
import org.probity.access.Caller;
import org.probity.access.CurrentCaller;
import org.probity.calendar.WorkingDays;
import org.probity.correspondence.LetterServed;

/** Whoever has no way to a letter in the portal has their time from the day on which it is with them, and none of it before. */
class RemovalDeliveryTest {

    private static final Clock CLOCK = Clock.fixed(SampleRemoval.NOW, ZoneOffset.UTC);

    /** A Thursday. */
    private static final LocalDate SERVED = LocalDate.of(2026, 11, 26);
    private static final int DAYS = 5;

    private final HeldCase held = new HeldCase();
    private Long letter;

    @Test
    void nothingIsPutToThemBefore() {
        RemovalRequest request = posted();
        assertThat(request.round().servedOn()).isNull();
        assertThat(request.remind(SampleRemoval.NOW)).isFalse();
        assertThat(TestDatabase.wire(new RemovalPost(), held.directory()).isReadable(request)).isFalse();
    }

    @Test
    void theirTimeIsTheOneThatTheLetterPromises() {
        Long id = posted().id();
        serve();
        RemovalRequest request = read(id);
        assertThat(request.round().servedOn()).isEqualTo(SERVED);
        assertThat(request.replyBy()).isEqualTo(Instant.parse("2026-12-03T17:00:00Z")).isEqualTo(request.round().replyBy());
        assertThat(held.clocks()).contains("finish postLetter");
        assertThat(TestDatabase.wire(new RemovalPost(), held.readable(false).directory()).isReadable(request)).isTrue();
    }

    @Test
    void whatTheyAnswerThemselfSaysThatTheyHaveIt() {
        RemovalRequest request = posted();
        request.replied(SampleRemoval.recorded(RemovalReply.Answer.MORE_TIME), SampleRemoval.OFFICER);
        assertThat(request.round().servedOn()).as("somebody else says that they said so").isNull();
        request.replied(new RemovalReply(RemovalReply.Answer.DISPUTED, List.of(), "It is not so", null), SampleRemoval.SUBJECT);
        assertThat(request.round().servedOn()).isEqualTo(LocalDate.ofInstant(SampleRemoval.SUBJECT.at(), ZoneOffset.UTC));
    }

    private void serve() {
        in(entities -> TestDatabase.wire(new RemovalDelivery(), entities, TestDatabase.wire(new WorkingDays(), entities, CLOCK),
                TestDatabase.wire(new RemovalTrail(), held.audit()), TestDatabase.wire(new RemovalProcess(), held.work(), held.clockwork()))
                .begin(new LetterServed(held.reference(), letter, SERVED, CLOCK.instant())));
    }

    private RemovalRequest posted() {
        RemovalRequest[] made = new RemovalRequest[1];
        in(entities -> {
            RemovalRequest request = new RemovalRequest(held.reference(), held.subject(), LocalDate.of(2026, 11, 2),
                    new NewRemoval(List.of(), SampleRemoval.WEIGHED, null), SampleRemoval.REPLY_BY, SampleRemoval.OFFICER);
            entities.persist(request);
            letter = ((Number) entities.createNativeQuery("select next value for probity_id").getSingleResult()).longValue();
            entities.createNativeQuery("insert into document (id, board, version, reference, kind, title, file_name, file_type, byte_size, sha256, language, "
                    + "created_at, created_by) values (?, 'chscb', 0, ?, 'LETTER', 'A letter', 'letter.pdf', 'PDF', 1, 'x', 'EN', ?, 'Olwen')")
                    .setParameter(1, letter).setParameter(2, held.reference()).setParameter(3, SampleRemoval.NOW).executeUpdate();
            request.sentByPost(letter, SampleRemoval.NOW, DAYS);
            made[0] = request;
        });
        return made[0];
    }

    private RemovalRequest read(Long id) {
        RemovalRequest[] read = new RemovalRequest[1];
        in(entities -> {
            read[0] = entities.find(RemovalRequest.class, id);
            // Read now, while they can be
            read[0].rounds().forEach(round -> { });
            read[0].items().forEach(item -> { });
        });
        return read[0];
    }

    private static void in(Consumer<EntityManager> work) {
        CurrentCaller.run(Caller.system(), () -> TestDatabase.get().run("chscb", work));
    }
}
