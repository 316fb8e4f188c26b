package org.probity.outcome;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.LocalDate;
import org.probity.tenancy.BoardOwned;

/** A regulator that was told of an outcome, as a check of the duties says. */
@Entity
@Table(name = "told_regulator")
public class ToldRegulator extends BoardOwned {

    @Column(name = "check_id", nullable = false)
    private Long checkId;

    @Column(length = 20, nullable = false)
    private String regulator;

    /** Null in checks of earlier releases that named a regulator and no day. */
    @Column(name = "told_on")
    private LocalDate toldOn;

    protected ToldRegulator() {
    }

    public ToldRegulator(DutyCheck check, Duties.Told told) {
        this.checkId = check.id();
        this.regulator = told.regulator();
        this.toldOn = told.toldOn();
    }

    public Duties.Told told() {
        return new Duties.Told(regulator, toldOn);
    }
}
