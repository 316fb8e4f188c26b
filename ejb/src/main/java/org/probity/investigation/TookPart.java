package org.probity.investigation;

/** Somebody has acted on the case for the first time, and may not act on it in another capacity from now on. */
public record TookPart(String reference) {
}
