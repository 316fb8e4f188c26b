package org.probity.referral;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Map;
import java.util.Optional;
import org.probity.findings.ReferralWanted;
import org.probity.investigation.ClocksResumed;
import org.probity.investigation.ClosingWanted;
import org.probity.investigation.InvestigationEnded;

/** What happens to the case happens to its referral, in the same transaction. */
@Dependent
class ReferralEvents {

    @Inject
    private EntityManager entities;

    @Inject
    private ReferralFile file;

    @Inject
    private Despatch despatch;

    @Inject
    private DueDuties duties;

    /** Agreed findings ask for a referral: it begins with an empty pack. */
    void begin(@Observes ReferralWanted wanted) {
        Referral referral = new Referral(wanted.reference(), wanted.setId(), wanted.organisationId(), wanted.reasons());
        entities.persist(referral);
        wanted.made(referral.id());
        file.record("referral.begun", referral, Map.of("organisationId", referral.organisationId()));
    }

    /** No case is closed while somebody outside may have to be told. */
    void hold(@Observes ClosingWanted wanted) {
        duties.requireNone(wanted.reference());
    }

    /** A case that ends takes its open referral with it; an employer that has it is told. Withdrawing it takes no duty away. */
    void lapse(@Observes InvestigationEnded event) {
        duties.requireNone(event.reference());
        open(event.reference()).ifPresent(referral -> {
            despatch.withdraw(referral);
            file.record("referral.withdrawn", referral, Map.of());
        });
    }

    /** The case was paused: what the employer owes is due later by the time its clocks stood still. */
    void move(@Observes ClocksResumed event) {
        open(event.reference()).ifPresent(referral -> referral.shift(event.stood()));
    }

    private Optional<Referral> open(String reference) {
        return file.latest(reference).filter(referral -> !referral.status().ended());
    }
}
