package org.probity.findings;

/**
 * Agreed findings ask for a referral. Whoever makes referrals observes this in the same transaction and says which one
 * it made.
 */
public final class ReferralWanted {

    private final String reference;
    private final Long setId;
    private final Long organisationId;
    private final String reasons;
    private Long referralId;

    public ReferralWanted(FindingSet agreed) {
        this.reference = agreed.reference();
        this.setId = agreed.id();
        this.organisationId = agreed.organisationId();
        this.reasons = agreed.referralReasons();
    }

    public String reference() {
        return reference;
    }

    public Long organisationId() {
        return organisationId;
    }

    public String reasons() {
        return reasons;
    }

    /** The agreed findings; those proven, or proven in part, may be referred. */
    public Long setId() {
        return setId;
    }

    /** Called by the observer that made the referral. */
    public void made(Long id) {
        referralId = id;
    }

    /** @throws IllegalStateException when nobody made the referral */
    public Long referralId() {
        if (referralId == null) {
            throw new IllegalStateException("Nobody made the referral of " + reference);
        }
        return referralId;
    }
}
