package org.probity.referral;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.LocalDate;
import org.probity.identity.Signature;
import org.probity.tenancy.BoardOwned;

/** An officer looked at the duties to tell others that follow from an outcome, and says what came of it. */
@Entity
@Table(name = "duty_check")
public class DutyCheck extends BoardOwned {

    @Column(name = "referral_id", nullable = false)
    private Long referralId;

    @Column(name = "dbs_referred", nullable = false)
    private boolean dbsReferred;

    @Column(length = 20)
    private String regulator;

    @Column(name = "regulator_told_on")
    private LocalDate regulatorToldOn;

    @Column(length = 4000, nullable = false)
    private String note;

    @Embedded
    private Signature signed;

    protected DutyCheck() {
    }

    DutyCheck(Referral referral, Duties duties, Signature signed) {
        this.referralId = referral.id();
        this.dbsReferred = duties.dbsReferred();
        this.regulator = duties.regulator() == null || duties.regulator().isBlank() ? null : duties.regulator();
        this.regulatorToldOn = duties.regulatorToldOn();
        this.note = duties.note();
        this.signed = signed;
    }

    public Duties duties() {
        return new Duties(true, dbsReferred, regulator, regulatorToldOn, note);
    }

    public Signature signed() {
        return signed;
    }
}
