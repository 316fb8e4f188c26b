package org.probity.investigation;

/** Fired in the act's transaction when a case that had ended is open again. */
public record InvestigationReopened(String reference) {
}
