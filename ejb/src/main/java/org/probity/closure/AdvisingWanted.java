package org.probity.closure;

/**
 * Fired in the act's transaction before advice that triage decided on goes to the subject, whichever act lets it go. Whoever knows why it
 * has to wait, holds it.
 */
public final class AdvisingWanted {

    private final String reference;
    private boolean held;

    public AdvisingWanted(String reference) {
        this.reference = reference;
    }

    /** Called by an observer that keeps it, and sees to it that it is sent once it may be. */
    public void hold() {
        this.held = true;
    }

    public boolean isHeld() {
        return held;
    }

    public String reference() {
        return reference;
    }
}
