package org.probity.investigation;

/** Fired in the act's transaction when the subject of a case may not be contacted: no time to answer runs against them. */
public record ContactStopped(String reference) {
}
