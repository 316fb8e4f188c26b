package org.probity.outcome;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.LocalDate;
import org.probity.access.Signature;
import org.probity.tenancy.BoardOwned;

/** The employer's decision as it told the board. An appeal adds another when it is lodged and when it is decided; the last one counts. */
@Entity
@Table(name = "referral_outcome")
public class Outcome extends BoardOwned {

    @Column(name = "referral_id", nullable = false)
    private Long referralId;

    @Column(name = "outcome_no", nullable = false)
    private int number;

    @Enumerated(EnumType.STRING)
    @Column(length = 20, nullable = false)
    private ReferralOutcome.Result result;

    @Column(name = "decided_on", nullable = false)
    private LocalDate decidedOn;

    @Column(length = 4000)
    private String words;

    @Enumerated(EnumType.STRING)
    @Column(length = 20, nullable = false)
    private ReferralOutcome.Appeal appeal;

    @Column(name = "appeal_words", length = 4000)
    private String appealWords;

    @Column(name = "asks_duties", nullable = false)
    private boolean asksDuties;

    @Embedded
    private Signature signed;

    protected Outcome() {
    }

    /**
     * @param number counts what the employer told, from 1
     * @param asksDuties whether somebody has to look at the duties that follow from it
     */
    public Outcome(Long referral, int number, ReferralOutcome told, boolean asksDuties, Signature signed) {
        this.referralId = referral;
        this.number = number;
        this.result = told.result();
        this.decidedOn = told.decidedOn();
        this.words = told.words();
        this.appeal = told.appeal();
        this.appealWords = told.appealWords();
        this.asksDuties = asksDuties;
        this.signed = signed;
    }

    public ReferralOutcome told() {
        return new ReferralOutcome(result, decidedOn, words, appeal, appealWords);
    }

    public int number() {
        return number;
    }

    public Signature signed() {
        return signed;
    }
}
