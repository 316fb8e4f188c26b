package org.probity.investigation;

/**
 * Fired in the act's transaction when a case is closed or withdrawn: what still waits elsewhere ends with it.
 *
 * @param why CLOSED or WITHDRAWN
 */
public record InvestigationEnded(Long investigationId, String reference, Stage why) {
}
