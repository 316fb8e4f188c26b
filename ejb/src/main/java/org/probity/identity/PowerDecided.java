package org.probity.identity;

/**
 * A second person has confirmed a change of power, or somebody stopped it.
 *
 * @param id of the change
 */
public record PowerDecided(Long id, PowerChange.Kind kind, PowerChange.Decision decision) {
}
