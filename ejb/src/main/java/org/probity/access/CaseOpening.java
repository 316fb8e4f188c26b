package org.probity.access;

/**
 * Somebody is about to act on that case. Whoever knows what they have to answer first says so by a {@link
 * org.probity.kernel.Refusal}.
 */
public record CaseOpening(String reference) {
}
