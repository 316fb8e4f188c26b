package org.probity.outcome;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.List;
import org.probity.access.Signature;
import org.probity.tenancy.BoardOwned;

/** An officer looked at the duties to tell others that follow from an outcome, and says what came of it. A later outcome may ask for another check. */
@Entity
@Table(name = "duty_check")
public class DutyCheck extends BoardOwned {

    @Column(name = "referral_id", nullable = false)
    private Long referralId;

    @Column(name = "outcome_no", nullable = false)
    private int outcome;

    @Column(name = "dbs_referred", nullable = false)
    private boolean dbsReferred;

    @Column(name = "dbs_referred_by", length = 200)
    private String dbsReferredBy;

    @Column(name = "dbs_referred_on")
    private LocalDate dbsReferredOn;

    @Column(name = "dbs_reference", length = 200)
    private String dbsReference;

    @Column(name = "dbs_why_not", length = 4000)
    private String dbsWhyNot;

    @Column(name = "regulator_why_not", length = 4000)
    private String regulatorWhyNot;

    @Column(length = 4000, nullable = false)
    private String note;

    @Embedded
    private Signature signed;

    protected DutyCheck() {
    }

    /** @param outcome number of the last outcome that was there to be looked at */
    public DutyCheck(Long referral, int outcome, Duties duties, Signature signed) {
        this.referralId = referral;
        this.outcome = outcome;
        this.dbsReferred = duties.dbsReferred();
        this.dbsReferredBy = said(duties.dbsReferredBy());
        this.dbsReferredOn = duties.dbsReferredOn();
        this.dbsReference = said(duties.dbsReference());
        this.dbsWhyNot = said(duties.dbsWhyNot());
        this.regulatorWhyNot = said(duties.regulatorWhyNot());
        this.note = duties.note();
        this.signed = signed;
    }

    private static String said(String words) {
        return words == null || words.isBlank() ? null : words.strip();
    }

    /** Number of the outcome that it looked at. */
    public int outcome() {
        return outcome;
    }

    /** @param told the regulators, which have rows of their own */
    public Duties duties(List<Duties.Told> told) {
        return new Duties(true, dbsReferred, dbsReferredBy, dbsReferredOn, dbsReference, dbsWhyNot, told, regulatorWhyNot, note, null);
    }

    public Signature signed() {
        return signed;
    }
}
