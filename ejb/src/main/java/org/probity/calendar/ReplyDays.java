package org.probity.calendar;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.probity.access.Act;
import org.probity.access.Guarded;
import org.probity.access.Permitted;
import org.probity.kernel.Checks;
import org.probity.kernel.Days;

/** How long somebody who is asked for something gets: at least one working day, at most a year. */
@Stateless
@Guarded
public class ReplyDays {

    @Inject
    private WorkingDays workingDays;

    @Inject
    private Clock clock;

    /**
     * Notes a problem where the day is past, leaves no working day, is more than a year away, or is one on which the board is closed.
     *
     * @param field the input the day came from
     * @param asked null for the board's usual time, which is always right
     */
    @Permitted(Act.INTERNAL)
    public void check(Checks checks, String field, LocalDate asked) {
        Instant now = clock.instant();
        LocalDate today = Days.of(now);
        boolean past = asked != null && asked.isBefore(today);
        checks.that(!past, field, "calendar.refused.deadlinePast")
                .that(asked == null || past || !Days.close(asked).isBefore(workingDays.plus(now, 1)), field,
                        "calendar.refused.deadlineSoon", Days.of(workingDays.plus(now, 1)))
                .that(asked == null || !asked.isAfter(latest(today)), field, "calendar.refused.deadlineFar")
                .that(asked == null || past || workingDays.isWorkingDay(asked), field, "calendar.refused.closedDay", asked == null ? null : open(asked));
    }

    /** That day, or where the board is closed then the next one on which it is not. */
    @Permitted(Act.INTERNAL)
    public LocalDate open(LocalDate day) {
        return workingDays.isWorkingDay(day) ? day : Days.of(workingDays.plus(Days.close(day), 1));
    }

    /** The last day that may be asked for. */
    public static LocalDate latest(LocalDate today) {
        return today.plusYears(1);
    }

    /**
     * The end of the day asked for, or of the board's usual time.
     *
     * @param usual in working days from now
     */
    @Permitted(Act.INTERNAL)
    public Instant end(LocalDate asked, int usual) {
        return asked != null ? Days.close(asked) : workingDays.plus(clock.instant(), Math.max(1, usual));
    }

    /** The end of the working day before something takes place; that moment itself where it is too near. */
    @Permitted(Act.INTERNAL)
    public Instant endBefore(Instant moment) {
        Instant dayBefore = workingDays.minus(moment, 1);
        return dayBefore.isAfter(clock.instant()) ? dayBefore : moment;
    }
}
