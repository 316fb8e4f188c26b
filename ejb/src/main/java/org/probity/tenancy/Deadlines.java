package org.probity.tenancy;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import org.probity.kernel.Days;

/**
 * How long a board gives. All in working days of the board's calendar, except {@code retentionYears} (years).
 *
 * @param removalDays to answer a removal request (000 cl. 5.3)
 * @param reminderDays before the deadline that a reminder goes out
 * @param cooperationDays to answer a co-operation request (000 cl. 6.3)
 * @param acknowledgementDays for a parent organisation to acknowledge a referral
 * @param chaserDays between chasers
 * @param progressDays between reminders to tell of progress
 * @param investigationDays from the decision to investigate to findings
 * @param retentionYears an ordinary conduct matter is kept after closure
 */
@Embeddable
public record Deadlines(
        @Column(name = "removal_days") int removalDays,
        @Column(name = "reminder_days") int reminderDays,
        @Column(name = "cooperation_days") int cooperationDays,
        @Column(name = "acknowledgement_days") int acknowledgementDays,
        @Column(name = "chaser_days") int chaserDays,
        @Column(name = "progress_days") int progressDays,
        @Column(name = "investigation_days") int investigationDays,
        @Column(name = "retention_years") int retentionYears) {

    /** The day until which a matter is kept that was closed on that day; of days that are kept, the last at most. */
    public LocalDate retainUntil(LocalDate closed) {
        LocalDate until = closed.plusYears(retentionYears);
        return Days.keeps(until) ? until : Days.LAST;
    }

    /** What a new board starts with. */
    public static Deadlines usual() {
        return new Deadlines(5, 2, 10, 5, 5, 20, 30, 6);
    }
}
