package org.probity.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.probity.TestDatabase;
import org.probity.kernel.Checks;
import org.probity.kernel.Refusal;

/** A deadline that somebody chooses is one on which the board is there. */
class ReplyDaysTest {

    /** A Monday. */
    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

    /** @param next the working day that is offered instead: a weekend, Christmas and Boxing Day of which one is made up for on a Monday */
    @ParameterizedTest
    @CsvSource({"2026-11-28, 2026-11-30", "2026-11-29, 2026-11-30", "2026-12-25, 2026-12-29", "2026-12-28, 2026-12-29", "2027-01-01, 2027-01-04"})
    void aDayOnWhichTheBoardIsClosedIsRefused(LocalDate chosen, LocalDate next) {
        Refusal refused = catchThrowableOfType(Refusal.class, () -> check(chosen));
        assertThat(refused.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.field()).isEqualTo("deadline");
            assertThat(problem.key()).isEqualTo("calendar.refused.closedDay");
            assertThat(problem.args()).containsExactly(next);
        });
    }

    @Test
    void aWorkingDayAndTheUsualTimeAreTaken() {
        assertThatCode(() -> check(LocalDate.of(2026, 11, 27))).doesNotThrowAnyException();
        assertThatCode(() -> check(null)).doesNotThrowAnyException();
    }

    private static void check(LocalDate chosen) {
        inBoard(days -> {
            Checks checks = new Checks();
            days.check(checks, "deadline", chosen);
            checks.done();
        });
    }

    private static void inBoard(Consumer<ReplyDays> work) {
        TestDatabase.get().run("replydays", entities -> work.accept(TestDatabase.wire(new ReplyDays(),
                TestDatabase.wire(new WorkingDays(), entities), Clock.fixed(NOW, ZoneOffset.UTC))));
    }
}
