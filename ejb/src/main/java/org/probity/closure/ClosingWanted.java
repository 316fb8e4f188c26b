package org.probity.closure;

/**
 * Fired in the act's transaction before a case is closed: whoever keeps something open in it refuses by throwing
 * {@link org.probity.kernel.Refusal}.
 */
public record ClosingWanted(String reference) {
}
