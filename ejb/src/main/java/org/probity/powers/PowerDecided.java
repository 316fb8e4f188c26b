package org.probity.powers;

/**
 * A second person has confirmed a change of power, or somebody stopped it.
 */
public record PowerDecided(PowerChange change) {

    /** Whether it is to be done, and is one of that kind. */
    public boolean confirms(PowerChange.Kind kind) {
        return change.kind() == kind && change.decision() == PowerChange.Decision.CONFIRMED;
    }
}
