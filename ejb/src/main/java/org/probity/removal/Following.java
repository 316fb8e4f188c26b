package org.probity.removal;

import java.time.LocalDate;
import org.probity.removal.RemovalDecision.AfterCheck;

/**
 * What follows from what was seen.
 *
 * @param newDeadline for ASK_AGAIN; null for the board's usual time
 * @param report required for PLATFORM
 * @param reasons required for LEAVE
 */
public record Following(AfterCheck next, LocalDate newDeadline, SiteReport report, String reasons) {
}
