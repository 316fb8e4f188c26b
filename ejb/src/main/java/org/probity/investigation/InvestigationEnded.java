package org.probity.investigation;

import java.time.LocalDate;

/**
 * Fired in the act's transaction when a case is closed or withdrawn: what still waits elsewhere ends with it.
 *
 * @param why CLOSED or WITHDRAWN
 * @param retirementOn when the subject reaches normal retirement age, or null where that is not known
 */
public record InvestigationEnded(Long investigationId, String reference, Stage why, LocalDate retirementOn) {
}
