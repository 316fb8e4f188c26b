package org.probity.closure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.probity.HeldCase;
import org.probity.TestClock;
import org.probity.calendar.Standstill;
import org.probity.investigation.AnswerableAgain;
import org.probity.investigation.Decision;

/** Nobody can say anything in a case that has ended: that time is given back once it is opened again. */
class TimeSinceEndTest {

    /** A Monday; what was to be said by the Friday. */
    private static final Instant ENDED = Instant.parse("2026-11-23T10:00:00Z");
    private static final Instant DUE = Instant.parse("2026-11-27T17:00:00Z");

    private final TestClock clock = new TestClock(ENDED);
    private final HeldCase held = new HeldCase();
    private final EndedCase ended = new EndedCase(held, clock);

    @Test
    void itIsGivenBackSinceTheEnd() {
        ended.withdraw();
        clock.advance(Duration.ofDays(7));
        assertThat(given().moved(null, DUE)).isEqualTo(Instant.parse("2026-12-04T17:00:00Z"));
    }

    @Test
    void twoWorkingDaysAreLeftAtLeastAndTwoMoreForALetterInThePost() {
        ended.withdraw();
        clock.advance(Duration.ofMinutes(1));
        assertThat(given().moved(null, ENDED)).isEqualTo(Instant.parse("2026-11-25T17:00:00Z"));
        held.readable(false);
        ended.withdraw();
        clock.advance(Duration.ofMinutes(1));
        assertThat(given().moved(null, ENDED)).isEqualTo(Instant.parse("2026-11-27T17:00:00Z"));
    }

    @Test
    void whatWasPausedUntilTheEndStandsSinceThen() {
        ended.pause();
        clock.advance(Duration.ofDays(2));
        ended.withdraw();
        clock.advance(Duration.ofDays(5));
        assertThat(given().from()).isEqualTo(ENDED);
    }

    /** Each time, and nothing of it twice. */
    @Test
    void theSameTimeIsGivenOnce() {
        ended.withdraw();
        clock.advance(Duration.ofDays(7));
        Instant due = given().moved(null, DUE);
        ended.withdraw();
        clock.advance(Duration.ofDays(1));
        assertThat(given().moved(null, due)).isEqualTo(Instant.parse("2026-12-07T17:00:00Z"));
    }

    /** Whoever might not be contacted before has that time, too, once anybody can answer. */
    @Test
    void contactThatIsAllowedWhileItHasEndedStartsNoTime() {
        ended.change(investigation -> investigation.contact().decide(false, ENDED));
        clock.advance(Duration.ofDays(2));
        ended.withdraw();
        clock.advance(Duration.ofDays(1));
        ended.change(investigation -> assertThat(investigation.contact().decide(true, clock.instant())).isEqualTo(clock.instant()));
        clock.advance(Duration.ofDays(4));
        assertThat(given().from()).isEqualTo(ENDED);
    }

    @Test
    void whereTheyMayNotBeContactedItIsGivenBackTogetherWithThat() {
        ended.withdraw();
        clock.advance(Duration.ofDays(2));
        ended.change(investigation -> investigation.contact().decide(false, clock.instant()));
        clock.advance(Duration.ofDays(5));
        assertThat(reopened()).isEmpty();
        ended.change(investigation -> assertThat(investigation.contact().decide(true, clock.instant())).isEqualTo(ENDED));
    }

    /** It was never investigated, so its gates are asked again: their time stands since the end, not since then. */
    @Test
    void whatIsOpenedAtItsDetectionStandsSinceTheEnd() {
        ended.change(investigation -> investigation.triaged("A post", null, Decision.ADVICE, null));
        ended.withdraw();
        clock.advance(Duration.ofDays(7));
        assertThat(reopened()).isEmpty();
        ended.change(investigation -> assertThat(investigation.contact().stoppedAt()).isEqualTo(ENDED));
    }

    @Test
    void whereNobodyHasDecidedOnADisclosureItIsGivenBackTogetherWithThat() {
        ended.withdraw();
        clock.advance(Duration.ofDays(2));
        ended.change(investigation -> investigation.contact().stopAsking(clock.instant()));
        clock.advance(Duration.ofDays(5));
        assertThat(reopened()).isEmpty();
        ended.change(investigation -> assertThat(investigation.contact().askAgain()).contains(ENDED));
    }

    private Standstill given() {
        List<AnswerableAgain> given = reopened();
        assertThat(given).hasSize(1);
        return given.get(0).stood();
    }

    private List<AnswerableAgain> reopened() {
        return ended.reopen((entities, again) -> { });
    }
}
