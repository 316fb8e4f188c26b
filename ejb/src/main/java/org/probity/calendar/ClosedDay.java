package org.probity.calendar;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.LocalDate;
import org.probity.tenancy.BoardOwned;

/** A day on which the board does not work, beside weekends and bank holidays. */
@Entity
@Table(name = "closed_day")
public class ClosedDay extends BoardOwned {

    @Column(name = "closed_on", nullable = false)
    private LocalDate day;

    @Column(length = 200, nullable = false)
    private String name;

    protected ClosedDay() {
    }

    public ClosedDay(LocalDate day, String name) {
        this.day = day;
        this.name = name;
    }

    public LocalDate day() {
        return day;
    }
}
