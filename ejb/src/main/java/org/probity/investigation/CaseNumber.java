package org.probity.investigation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.probity.tenancy.BoardOwned;

/** The last case number a board has given out in a year. */
@Entity
@Table(name = "case_number")
public class CaseNumber extends BoardOwned {

    @Column(name = "case_year", nullable = false)
    private int year;

    @Column(name = "last_number", nullable = false)
    private int last;

    protected CaseNumber() {
    }

    CaseNumber(int year) {
        this.year = year;
    }

    int next() {
        return ++last;
    }
}
