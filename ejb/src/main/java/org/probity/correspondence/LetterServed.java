package org.probity.correspondence;

import java.time.Instant;
import java.time.LocalDate;
import org.probity.calendar.WorkingDays;
import org.probity.kernel.Days;

/**
 * A letter that had to be posted or brought is with its reader: the time they have to answer it begins.
 *
 * @param documentId the letter
 * @param on the day of service, which may be still to come where it was posted
 * @param at when that was recorded
 */
public record LetterServed(String reference, Long documentId, LocalDate on, Instant at) {

    /** Working days at least in which what they say can be taken in, however late it was recorded that the letter is with them. */
    private static final int TO_BE_HEARD = 2;

    /** @param working days that the letter gives them @return the end of that time, from the day of service on */
    public Instant until(WorkingDays days, int working) {
        Instant promised = days.plus(Days.close(on), working);
        Instant known = days.plus(at, Math.min(working, TO_BE_HEARD));
        return known.isAfter(promised) ? known : promised;
    }
}
