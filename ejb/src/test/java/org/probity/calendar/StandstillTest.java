package org.probity.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.probity.kernel.Days;

/** What stood still goes on with the working days that were left, and is never due on a day on which the board is closed. */
class StandstillTest {

    /** A Thursday in the week that follows; the Tuesday before it is a closed day of the board's own. */
    private static final Instant DEADLINE = Instant.parse("2026-12-03T17:00:00Z");

    private final WorkingCalendar calendar = new WorkingCalendar(Set.of(LocalDate.of(2026, 12, 1), LocalDate.of(2026, 12, 25), LocalDate.of(2026, 12, 28)));

    @ParameterizedTest
    @CsvSource({
        // no time at all, and a weekend: nothing
        "2026-11-23T10:00, 2026-11-23T10:00, 2026-12-03", "2026-11-28T09:00, 2026-11-29T21:00, 2026-12-03",
        // a day that was begun counts whole
        "2026-11-23T10:00, 2026-11-23T16:00, 2026-12-04", "2026-11-23T10:00, 2026-11-24T10:00, 2026-12-04", "2026-11-23T10:00, 2026-11-24T10:01, 2026-12-07",
        // four days by the clock are two working days, and the closed Tuesday is none
        "2026-11-27T10:00, 2026-12-01T10:00, 2026-12-07", "2026-11-30T10:00, 2026-12-02T10:00, 2026-12-04",
        // past Christmas and a weekend
        "2026-11-23T10:00, 2026-12-14T10:00, 2026-12-23", "2026-11-23T10:00, 2026-12-16T10:00, 2026-12-29"})
    void aDeadlineMovesByTheWorkingDaysThatWereLost(LocalDateTime from, LocalDateTime to, LocalDate due) {
        assertThat(new Standstill(calendar, at(from), at(to)).moved(null, DEADLINE)).isEqualTo(Days.close(due));
    }

    /** What an employer was asked on the last day of a long stop is not due three months later. */
    @Test
    void whatWasBegunWhileTheyStoodMovesByWhatStoodSince() {
        Standstill stood = new Standstill(calendar, at(LocalDateTime.of(2026, 9, 1, 10, 0)), at(LocalDateTime.of(2026, 11, 24, 10, 0)));
        assertThat(stood.moved(at(LocalDateTime.of(2026, 11, 23, 10, 0)), DEADLINE)).isEqualTo(Days.close(LocalDate.of(2026, 12, 4)));
        assertThat(stood.moved(at(LocalDateTime.of(2026, 11, 25, 10, 0)), DEADLINE)).isEqualTo(DEADLINE);
    }

    @Test
    void itIsNeverDueOnAClosedDay() {
        Instant from = Instant.parse("2026-11-23T10:00:00Z");
        for (int hours = 1; hours < 24 * 60; hours += 5) {
            Instant due = new Standstill(calendar, from, from.plusSeconds(3600L * hours)).moved(null, DEADLINE);
            assertThat(calendar.isWorkingDay(Days.of(due))).as("after %s hours: %s", hours, due).isTrue();
        }
    }

    @Test
    void itKeepsItsTimeOfDayWhenTheClocksOfTheCountryChange() {
        Instant inSummer = Days.close(LocalDate.of(2026, 10, 23));
        Instant moved = new Standstill(calendar, Instant.parse("2026-10-22T09:00:00Z"), Instant.parse("2026-10-26T10:00:00Z")).moved(null, inSummer);
        assertThat(Days.local(moved)).isEqualTo(LocalDate.of(2026, 10, 27).atTime(LocalTime.of(17, 0)));
    }

    /** Two and a half days before a pause that ended on a Sunday are as many before its end. */
    @Test
    void timeThatStoodBeforeIsCountedBackInWorkingTime() {
        LocalDateTime from = LocalDateTime.of(2026, 11, 23, 10, 0);
        LocalDateTime end = LocalDateTime.of(2026, 11, 29, 12, 0);
        LocalDateTime before = calendar.before(end, from, from.plusDays(2).plusHours(12));
        assertThat(before).isEqualTo(LocalDateTime.of(2026, 11, 25, 12, 0));
        assertThat(calendar.before(end, end, from)).isEqualTo(end);
    }

    @Test
    void nothingThatItMovesEndsBeforeWhatIsToBeLeft() {
        Standstill stood = new Standstill(calendar, at(LocalDateTime.of(2026, 11, 23, 10, 0)), at(LocalDateTime.of(2026, 11, 24, 10, 0)));
        Instant end = at(LocalDateTime.of(2026, 12, 7, 17, 0));
        assertThat(stood.leaving(end).moved(null, DEADLINE)).isEqualTo(end);
        assertThat(stood.leaving(DEADLINE).moved(null, DEADLINE)).isEqualTo(stood.moved(null, DEADLINE)).isAfter(DEADLINE);
        assertThat(stood.leaving(end)).isNotEqualTo(stood);
    }

    @Test
    void whatStoodBeforeAndStandsStillIsCountedAnewFromItsEnd() {
        Standstill stood = new Standstill(calendar, at(LocalDateTime.of(2026, 11, 24, 10, 0)), at(LocalDateTime.of(2026, 11, 26, 10, 0)));
        assertThat(stood.countedAnew(at(LocalDateTime.of(2026, 11, 23, 10, 0)))).isEqualTo(at(LocalDateTime.of(2026, 11, 25, 10, 0)));
        assertThat(stood.countedAnew(at(LocalDateTime.of(2026, 11, 25, 10, 0)))).as("it began meanwhile").isEqualTo(stood.to());
    }

    private static Instant at(LocalDateTime local) {
        return local.atZone(Days.LONDON).toInstant();
    }

    /** A deadline is not moved a year by stopping and starting the clocks for an afternoon. */
    @Test
    void oneWorkingDayIsGivenBackOnceHoweverOftenTheClocksStoodInIt() {
        Instant due = DEADLINE;
        TimeGiven given = TimeGiven.NOTHING;
        for (int time = 0; time < 250; time++) {
            Instant from = Instant.parse("2026-11-23T10:00:00Z").plusSeconds(60L * time);
            Standstill stood = new Standstill(calendar, from, from.plusMillis(1), given);
            due = stood.moved(null, due);
            given = given.and(stood);
        }
        assertThat(due).isEqualTo(Days.close(LocalDate.of(2026, 12, 4)));
        assertThat(given.until()).isEqualTo(Instant.parse("2026-11-24T10:00:00Z"));
    }

    /** Whatever the intervals, no time that the clocks stood is lost to whoever it runs against. */
    @Test
    void togetherDeadlinesMoveByNoLessThanTheClocksStood() {
        Random random = new Random(3);
        for (int time = 0; time < 200; time++) {
            LocalDateTime now = LocalDateTime.of(2026, 11, 23, 10, 0);
            TimeGiven given = TimeGiven.NOTHING;
            Duration stood = Duration.ZERO;
            int moved = 0;
            for (int stop = 0; stop < 10; stop++) {
                LocalDateTime from = now.plusMinutes(random.nextInt(1_000));
                LocalDateTime to = from.plusMinutes(1 + random.nextInt(4_000));
                Standstill one = new Standstill(calendar, at(from), at(to), given);
                moved += calendar.between(Days.of(DEADLINE), Days.of(one.moved(null, DEADLINE)));
                given = given.and(one);
                stood = stood.plus(working(from, to));
                now = to;
            }
            assertThat(Duration.ofDays(moved)).isGreaterThanOrEqualTo(stood);
        }
    }

    /** A letter of Monday at eleven has nothing of the five minutes before it, which gave everything else a day. */
    @Test
    void whatWasBegunSinceWasGivenNothingBefore() {
        TimeGiven given = TimeGiven.NOTHING.and(stood("2026-11-23T10:00", "2026-11-23T10:05", TimeGiven.NOTHING));
        Standstill again = stood("2026-11-23T12:00", "2026-11-24T09:00", given);
        assertThat(again.moved(at("2026-11-23T09:00"), DEADLINE)).isEqualTo(DEADLINE);
        assertThat(again.moved(null, DEADLINE)).isEqualTo(DEADLINE);
        assertThat(again.moved(at("2026-11-23T11:00"), DEADLINE)).isEqualTo(Days.close(LocalDate.of(2026, 12, 4)));
    }

    /** Whenever a deadline was begun and whatever is kept, no time that its own clock stood is lost, and a day is given once. */
    @Test
    void noDeadlineLosesTimeWheneverItWasBegun() {
        Random random = new Random(5);
        for (int time = 0; time < 300; time++) {
            LocalDateTime now = LocalDateTime.of(2026, 11, 23, 10, 0);
            TimeGiven given = TimeGiven.NOTHING;
            Instant begun = null;
            Instant due = DEADLINE;
            Duration stood = Duration.ZERO;
            LocalDateTime first = null;
            for (int stop = 0; stop < 12; stop++) {
                LocalDateTime from = now.plusMinutes(1 + random.nextInt(500));
                LocalDateTime to = from.plusMinutes(1 + random.nextInt(2_500));
                Standstill one = new Standstill(calendar, at(from), at(to), TimeGiven.of(given.until(), given.text()));
                if (stop == 4) {
                    begun = at(now);
                }
                if (stop >= 4) {
                    due = one.moved(begun, due);
                    stood = stood.plus(working(from, to));
                    first = first == null ? from : first;
                }
                given = given.and(one);
                now = to;
            }
            Duration moved = Duration.ofDays(calendar.between(Days.of(DEADLINE), Days.of(due)));
            assertThat(moved).isGreaterThanOrEqualTo(stood).isLessThan(working(first, now).plusDays(1));
        }
    }

    @Test
    void aLetterBetweenPausesOfOneAfternoonIsNotMovedByEachOfThem() {
        TimeGiven given = TimeGiven.NOTHING;
        Instant due = DEADLINE;
        for (int time = 0; time < 20; time++) {
            LocalDateTime from = LocalDateTime.of(2026, 11, 23, 10, 0).plusMinutes(10L * time);
            Standstill one = new Standstill(calendar, at(from), at(from.plusMinutes(5)), given);
            due = time < 3 ? due : one.moved(at(LocalDateTime.of(2026, 11, 23, 10, 27)), due);
            given = given.and(one);
        }
        assertThat(due).isEqualTo(Days.close(LocalDate.of(2026, 12, 4)));
    }

    /** As it may stand in an archive. */
    @ParameterizedTest
    @ValueSource(strings = {"", " ", "x", "2026-11-23T10:00:00Z", "2026-13-23T10:00:00Z/2026-11-23T10:00:00Z", "2026-11-24T10:00:00Z/2026-11-23T10:00:00Z",
        "-1000000000-01-01T00:00:00Z/+1000000000-12-31T00:00:00Z", "2026-11-23T10:00:00Z/2026-11-23T10:00:00Z/2026-11-23T10:00:00Z"})
    void whatIsNoTimeIsLeftOut(String text) {
        assertThat(TimeGiven.of(null, text)).isEqualTo(TimeGiven.NOTHING);
    }

    @Test
    void noMoreTimesAreKeptThanFit() {
        TimeGiven given = TimeGiven.NOTHING;
        for (int time = 0; time < 200; time++) {
            Instant from = Instant.parse("2026-11-23T10:00:00.123456789Z").plusSeconds(time);
            given = given.and(new Standstill(calendar, from, from.plusNanos(987_654_321), given));
        }
        assertThat(given.text()).hasSizeLessThanOrEqualTo(2000);
        assertThat(TimeGiven.of(given.until(), given.text())).isEqualTo(given);
    }

    private Standstill stood(String from, String to, TimeGiven given) {
        return new Standstill(calendar, at(from), at(to), given);
    }

    private static Instant at(String local) {
        return at(LocalDateTime.parse(local));
    }

    private Duration working(LocalDateTime from, LocalDateTime to) {
        long minutes = Stream.iterate(from, then -> then.isBefore(to), then -> then.plusMinutes(1)).filter(then -> calendar.isWorkingDay(then.toLocalDate())).count();
        return Duration.ofMinutes(minutes);
    }

    @Test
    void whatWasGivenInAdvanceIsWholeWorkingDays() {
        assertThat(calendar.after(LocalDateTime.of(2026, 11, 27, 15, 0), 1)).isEqualTo(LocalDateTime.of(2026, 11, 30, 15, 0));
        assertThat(calendar.after(LocalDateTime.of(2026, 11, 28, 15, 0), 1)).isEqualTo(LocalDateTime.of(2026, 12, 2, 0, 0));
        assertThat(calendar.after(LocalDateTime.of(2026, 11, 28, 15, 0), 0)).isEqualTo(LocalDateTime.of(2026, 11, 28, 15, 0));
    }

    @Test
    void nothingMovesBeyondTheLastDayThatIsKept() {
        Instant last = Days.close(Days.LAST);
        assertThat(new Standstill(calendar, at(LocalDateTime.of(2026, 11, 23, 10, 0)), at(LocalDateTime.of(2026, 11, 23, 11, 0))).moved(null, last)).isEqualTo(last);
    }
}
