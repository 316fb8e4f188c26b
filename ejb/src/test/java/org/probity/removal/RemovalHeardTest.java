package org.probity.removal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.probity.HeldCase;
import org.probity.TestClock;
import org.probity.TestDatabase;
import org.probity.removal.RemovalReply.Answer;

/** Nobody is heard by what somebody else says for them, before they had their time to say it themself. */
class RemovalHeardTest {

    private static final Duration BEYOND = Duration.between(SampleRemoval.NOW, SampleRemoval.REPLY_BY).plusSeconds(1);

    private final TestDatabase database = TestDatabase.get();
    private final TestClock clock = new TestClock(SampleRemoval.NOW);
    private final HeldCase held = new HeldCase().joined();
    private final String reference = held.reference();
    private final Long alleged = held.alleged("3.5.2").id();

    @Test
    void whatSomebodyElseRecordedCountsOnlyOnceTheDeadlineHasPassed() {
        keep(request -> request.replied(SampleRemoval.recorded(Answer.DISPUTED), SampleRemoval.OFFICER));
        assertThat(heard()).isFalse();
        clock.advance(BEYOND);
        assertThat(heard()).isTrue();
    }

    /** They cannot read any more what was recorded for them, nor say otherwise. */
    @Test
    void whatSomebodyElseRecordedHearsNobodyWhoLeftBeforeTheirTimeWasOver() {
        keep(request -> request.replied(SampleRemoval.recorded(Answer.DISPUTED), SampleRemoval.OFFICER));
        clock.advance(BEYOND);
        held.left(SampleRemoval.REPLY_BY.plusSeconds(1));
        assertThat(heard()).isTrue();
        held.left(SampleRemoval.REPLY_BY.minusSeconds(1));
        assertThat(heard()).isFalse();
    }

    @Test
    void whoConfirmsOrContradictsItIsHeardAtOnce() {
        keep(request -> {
            request.replied(SampleRemoval.recorded(Answer.DISPUTED), SampleRemoval.OFFICER);
            request.replied(SampleRemoval.own(Answer.DISPUTED), SampleRemoval.SUBJECT);
        });
        assertThat(heard()).isTrue();
    }

    @Test
    void whoAnswersThemselfIsHeardAtOnce() {
        keep(request -> request.replied(SampleRemoval.own(Answer.DISPUTED), SampleRemoval.SUBJECT));
        assertThat(heard()).isTrue();
    }

    @Test
    void silenceCountsOnceItIsNoticed() {
        Long id = keep(request -> { });
        clock.advance(BEYOND);
        assertThat(heard()).isFalse();
        database.run("chscb", entities -> entities.find(RemovalRequest.class, id).overdue(clock.instant()));
        assertThat(heard()).isTrue();
    }

    @Test
    void whoWantsTimeIsNotHeardByThat() {
        keep(request -> request.replied(SampleRemoval.own(Answer.MORE_TIME), SampleRemoval.SUBJECT));
        assertThat(heard()).isFalse();
        clock.advance(BEYOND);
        assertThat(heard()).isFalse();
    }

    @Test
    void whoIsBeingAskedHasTimeThatRuns() {
        Long id = keep(request -> { });
        assertThat(awaited()).isTrue();
        database.run("chscb", entities -> entities.find(RemovalRequest.class, id).overdue(clock.instant()));
        assertThat(awaited()).isFalse();
    }

    @Test
    void whoseAnswerSomebodyElseRecordedHasTimeToSayOtherwise() {
        keep(request -> request.replied(SampleRemoval.recorded(Answer.DISPUTED), SampleRemoval.OFFICER));
        assertThat(awaited()).isTrue();
        clock.advance(BEYOND);
        assertThat(awaited()).isFalse();
    }

    @Test
    void whatLapsedWithItsCaseHearsNobody() {
        keep(request -> {
            request.replied(SampleRemoval.recorded(Answer.DISPUTED), SampleRemoval.OFFICER);
            request.end(RemovalRequest.Status.WITHDRAWN, SampleRemoval.NOW);
        });
        clock.advance(BEYOND);
        assertThat(heard()).isFalse();
        assertThat(awaited()).isFalse();
    }

    @Test
    void whatWasDisputedOrLeftUnansweredWaitsForADecision() {
        Long id = keep(request -> { });
        assertThat(undecided()).isFalse();
        database.run("chscb", entities -> entities.find(RemovalRequest.class, id).overdue(clock.instant()));
        assertThat(undecided()).isTrue();
        keep(request -> request.end(RemovalRequest.Status.WITHDRAWN, SampleRemoval.NOW));
        assertThat(undecided()).isTrue();
        database.run("chscb", entities -> entities.find(RemovalRequest.class, id).end(RemovalRequest.Status.FURTHER_ACTION, clock.instant()));
        assertThat(undecided()).isFalse();
        keep(request -> request.replied(SampleRemoval.own(Answer.DISPUTED), SampleRemoval.SUBJECT));
        assertThat(undecided()).isTrue();
    }

    @Test
    void eachAllegationIsPutByItself() {
        Long other = held.alleged("3.5.3").id();
        keep(request -> request.replied(SampleRemoval.own(Answer.DISPUTED), SampleRemoval.SUBJECT));
        assertThat(put()).containsExactly(alleged).doesNotContain(other);
        assertThat(heardOn()).containsExactly(alleged);
    }

    @Test
    void whatALaterLetterPutsIsNotAnsweredByWhatWasSaidBefore() {
        Long other = held.alleged("3.5.3").id();
        Long id = keep(request -> request.replied(SampleRemoval.own(Answer.MORE_TIME), SampleRemoval.SUBJECT));
        database.run("chscb", entities -> {
            RemovalRequest request = entities.find(RemovalRequest.class, id);
            request.extensionDecided(RemovalDecision.Extension.GRANTED, "A week", SampleRemoval.NEXT_REPLY_BY, SampleRemoval.OFFICER);
            request.add(new RemovalAllegation(request, alleged));
            request.add(new RemovalAllegation(request, other));
            entities.persist(request);
        });
        assertThat(put()).as("not sent yet").containsExactly(alleged);
        database.run("chscb", entities -> entities.find(RemovalRequest.class, id).sent(null, clock.instant()));
        assertThat(put()).containsExactlyInAnyOrder(alleged, other);
        assertThat(heardOn()).isEmpty();
        database.run("chscb", entities -> entities.find(RemovalRequest.class, id).overdue(clock.instant()));
        assertThat(heardOn()).containsExactlyInAnyOrder(alleged, other);
    }

    private boolean undecided() {
        return database.call("chscb", entities -> TestDatabase.wire(new RemovalQueries(), entities, clock).undecided(reference));
    }

    private boolean awaited() {
        return database.call("chscb", entities -> TestDatabase.wire(new RemovalQueries(), entities, clock).subjectAwaited(reference));
    }

    private boolean heard() {
        return heardOn().contains(alleged);
    }

    private Set<Long> heardOn() {
        return database.call("chscb", entities -> TestDatabase.wire(new RemovalQueries(), entities, clock).heard(reference));
    }

    private Set<Long> put() {
        return database.call("chscb", entities -> TestDatabase.wire(new RemovalQueries(), entities, clock).put(reference));
    }

    private Long keep(Consumer<RemovalRequest> answers) {
        return database.call("chscb", entities -> {
            RemovalRequest request = new RemovalRequest(reference, held.subject(), LocalDate.of(2026, 11, 2), new NewRemoval(List.of(new NewItem(
                    RemovalItem.Kind.CONTENT, "https://social.example/p/1", null, "3.5.2")), SampleRemoval.WEIGHED, null), SampleRemoval.REPLY_BY, SampleRemoval.OFFICER);
            request.add(new RemovalAllegation(request, alleged));
            entities.persist(request);
            request.sent(null, SampleRemoval.NOW);
            answers.accept(request);
            request.answers().forEach(entities::persist);
            entities.flush();
            return request.id();
        });
    }
}
