package org.probity.calendar;

import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import org.probity.access.Act;
import org.probity.access.Guarded;
import org.probity.access.Permitted;
import org.probity.kernel.Days;

/** Working days of the current board. A deadline falls at five in the afternoon, London time. */
@Stateless
@Guarded
public class WorkingDays {

    private static final Set<LocalDate> BANK_HOLIDAYS = BankHolidays.read();

    @PersistenceContext
    private EntityManager entities;

    /** Five in the afternoon of the day that many working days later. */
    @Permitted(Act.ENTER)
    public Instant plus(Instant from, int days) {
        return Days.close(calendar().plus(Days.of(from), days));
    }

    /** Five in the afternoon of the day that many working days earlier. */
    @Permitted(Act.ENTER)
    public Instant minus(Instant from, int days) {
        return Days.close(calendar().minus(Days.of(from), days));
    }

    /** Working days from one instant's day to another's; negative where the second is earlier. */
    @Permitted(Act.ENTER)
    public int between(Instant from, Instant to) {
        return calendar().between(Days.of(from), Days.of(to));
    }

    @Permitted(Act.ENTER)
    public boolean isWorkingDay(LocalDate day) {
        return calendar().isWorkingDay(day);
    }

    /** Clocks stood still from one moment to another. @param given what the case has given back of what its clocks stood before */
    @Permitted(Act.INTERNAL)
    public Standstill stood(Instant from, Instant to, TimeGiven given) {
        return new Standstill(calendar(), from, to, given);
    }

    /** The moment from which to {@code end} as much working time runs as from {@code from} to {@code to}. */
    @Permitted(Act.INTERNAL)
    public Instant before(Instant end, Instant from, Instant to) {
        return calendar().before(Days.local(end), Days.local(from), Days.local(to)).atZone(Days.LONDON).toInstant();
    }

    /** The current board's calendar. */
    @Permitted(Act.ENTER)
    public WorkingCalendar calendar() {
        Set<LocalDate> closed = new HashSet<>(BANK_HOLIDAYS);
        closed.addAll(entities.createQuery("select c.day from ClosedDay c", LocalDate.class).getResultList());
        return new WorkingCalendar(closed);
    }
}
