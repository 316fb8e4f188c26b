package org.probity.policy;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.LocalDate;
import org.probity.tenancy.BoardOwned;

/** A person has said that they read and understood a policy version (001 model policy 4.2, appendix 1). */
@Entity
@Table(name = "acknowledgement")
public class Acknowledgement extends BoardOwned {

    @Column(name = "policy_id", nullable = false)
    private Long policyId;

    @Column(name = "person_id", nullable = false)
    private Long personId;

    @Column(name = "acknowledged_on", nullable = false)
    private LocalDate day;

    protected Acknowledgement() {
    }

    public Acknowledgement(Long policyId, Long personId, LocalDate day) {
        this.policyId = policyId;
        this.personId = personId;
        this.day = day;
    }
}
