package org.probity.findings;

/** What was found about one allegation. Says nothing of a sanction: that is for the employer alone (000 cl. 6.2). */
public enum Result {
    PROVEN, PARTLY_PROVEN, NOT_PROVEN, UNFOUNDED;

    /** Whether the parent organisation may be told of it in a referral. */
    public boolean mayBeReferred() {
        return this == PROVEN || this == PARTLY_PROVEN;
    }
}
