package org.probity.findings;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.probity.access.Signature;
import org.probity.kernel.Refusal;
import org.probity.tenancy.BoardOwned;

/**
 * All findings of one investigation, as one officer put them forward at one time.
 *
 * <p>A set is recorded once and never edited. Somebody who did not investigate reviews it: returns it with reasons, and
 * the officer records the next round; or agrees to it, and what it says about a referral then holds. A withdrawn
 * investigation withdraws a set that still waits for its review. A reopened one starts a new round.
 */
@Entity
@Table(name = "finding_set")
public class FindingSet extends BoardOwned {

    /** Where a set stands, and where it may go from there. */
    public enum Status {
        RECORDED, RETURNED, AGREED, WITHDRAWN;

        private Set<Status> next() {
            return this == RECORDED ? EnumSet.of(RETURNED, AGREED, WITHDRAWN) : EnumSet.noneOf(Status.class);
        }

        public boolean mayBecome(Status other) {
            return next().contains(other);
        }
    }

    @Column(length = 30, nullable = false)
    private String reference;

    @Column(name = "round_no", nullable = false)
    private int round;

    @Enumerated(EnumType.STRING)
    @Column(length = 20, nullable = false)
    private Status status = Status.RECORDED;

    @Column(nullable = false)
    private boolean refer;

    @Column(name = "organisation_id")
    private Long organisationId;

    @Column(name = "referral_reasons", length = 4000)
    private String referralReasons;

    @Column(length = 4000)
    private String weighing;

    @Embedded
    private Signature signed;

    @OneToOne(mappedBy = "set", cascade = CascadeType.PERSIST)
    private Review review;

    @OneToMany(mappedBy = "set", cascade = CascadeType.PERSIST)
    @OrderBy("id")
    private List<Finding> findings = new ArrayList<>();

    protected FindingSet() {
    }

    /** @param round 1 for the first set of an investigation, one more after each return or reopening */
    public FindingSet(String reference, int round, NewFindings form, Signature signed) {
        this.reference = reference;
        this.round = round;
        this.refer = form.refer();
        this.organisationId = form.refer() ? form.organisationId() : null;
        this.referralReasons = form.refer() ? form.reasonsForReferral() : null;
        this.weighing = form.weighing();
        this.signed = signed;
    }

    /** Adds the finding about one allegation; the clause is kept as it stood. */
    public void find(NewFinding finding, String clause) {
        findings.add(new Finding(this, finding, clause));
    }

    /** Somebody who did not investigate agrees; what the set says about a referral now holds. */
    public void agree(String reasons, Signature by) {
        become(Status.AGREED);
        review = new Review(this, true, reasons, by);
    }

    /** Goes back to the officer, who records the next round. */
    public void giveBack(String reasons, Signature by) {
        become(Status.RETURNED);
        review = new Review(this, false, reasons, by);
    }

    /** The investigation was withdrawn before anybody reviewed this. */
    public void withdraw() {
        become(Status.WITHDRAWN);
    }

    private void become(Status next) {
        if (!status.mayBecome(next)) {
            throw over();
        }
        status = next;
    }

    /** Why nothing more becomes of it: it has been reviewed, or was withdrawn before that. */
    Refusal over() {
        return Refusal.state(status == Status.WITHDRAWN ? "findings.refused.withdrawn" : "findings.refused.alreadyReviewed");
    }

    public String reference() {
        return reference;
    }

    public int round() {
        return round;
    }

    public Status status() {
        return status;
    }

    public boolean refer() {
        return refer;
    }

    public Long organisationId() {
        return organisationId;
    }

    public String referralReasons() {
        return referralReasons;
    }

    public String weighing() {
        return weighing;
    }

    /** Who put it forward, and when. */
    public Signature signed() {
        return signed;
    }

    /** Null until somebody has reviewed it. */
    public Review review() {
        return review;
    }

    /** The allegations that may be referred, by their ids. */
    Set<Long> proven() {
        return findings.stream().filter(one -> one.result().mayBeReferred()).map(Finding::allegationId).collect(Collectors.toSet());
    }

    public List<Finding> findings() {
        return List.copyOf(findings);
    }
}
