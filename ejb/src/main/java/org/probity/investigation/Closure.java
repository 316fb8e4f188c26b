package org.probity.investigation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import org.hibernate.annotations.Immutable;
import org.probity.access.CurrentCaller;
import org.probity.tenancy.BoardOwned;

/** How a case ended, what was learnt from it and how long it is kept. */
@Entity
@Immutable
@Table(name = "closure")
public class Closure extends BoardOwned {

    @Column(name = "investigation_id", nullable = false)
    private Long investigationId;

    @Column(name = "closure_no", nullable = false)
    private int number;

    @Column(length = 4000, nullable = false)
    private String summary;

    @Column(length = 4000, nullable = false)
    private String learning;

    @Column(name = "retain_until", nullable = false)
    private LocalDate retainUntil;

    @Column(name = "retirement_on")
    private LocalDate retirementOn;

    @Column(name = "closed_at", nullable = false)
    private Instant closedAt;

    @Column(name = "closed_by", length = 200, nullable = false)
    private String closedBy;

    protected Closure() {
    }

    /** @param number counts the closings of the case, from 1: one that was opened again is closed again */
    public Closure(Long investigationId, int number, Closing closing, LocalDate retainUntil, Instant closedAt) {
        this.investigationId = investigationId;
        this.number = number;
        this.summary = closing.summary().strip();
        this.learning = closing.learning().strip();
        this.retainUntil = retainUntil;
        this.retirementOn = closing.retirementOn();
        this.closedAt = closedAt;
        this.closedBy = CurrentCaller.get().name();
    }

    public int number() {
        return number;
    }

    public String summary() {
        return summary;
    }

    public String learning() {
        return learning;
    }

    public LocalDate retainUntil() {
        return retainUntil;
    }

    public Instant closedAt() {
        return closedAt;
    }

    public String closedBy() {
        return closedBy;
    }

    /** When the subject reaches normal retirement age, or null where that was not known. */
    public LocalDate retirementOn() {
        return retirementOn;
    }
}
