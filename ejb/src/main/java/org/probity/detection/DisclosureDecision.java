package org.probity.detection;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;
import org.probity.access.Signature;
import org.probity.detection.ProtectedDisclosure.Treatment;
import org.probity.tenancy.BoardOwned;

/** What a lead decided about a {@link ProtectedDisclosure}, and why. */
@Entity
@Immutable
@Table(name = "disclosure_decision")
public class DisclosureDecision extends BoardOwned {

    @Column(name = "disclosure_id", nullable = false)
    private Long disclosureId;

    @Column(name = "decision_no", nullable = false)
    private int number;

    @Enumerated(EnumType.STRING)
    @Column(length = 20, nullable = false)
    private Treatment treatment;

    @Column(length = 4000, nullable = false)
    private String reasons;

    @Embedded
    private Signature signed;

    protected DisclosureDecision() {
    }

    /** @param number counts those on one disclosure, from 1 */
    DisclosureDecision(ProtectedDisclosure disclosure, int number, String reasons, Signature signed) {
        this.disclosureId = disclosure.id();
        this.number = number;
        this.treatment = disclosure.treatment();
        this.reasons = reasons.strip();
        this.signed = signed;
    }

    Long disclosureId() {
        return disclosureId;
    }

    int number() {
        return number;
    }

    Treatment treatment() {
        return treatment;
    }

    String reasons() {
        return reasons;
    }

    Signature signed() {
        return signed;
    }
}
