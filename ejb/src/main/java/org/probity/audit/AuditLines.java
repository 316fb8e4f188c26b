package org.probity.audit;

import java.util.List;

/**
 * A piece of the audit, the newest first.
 *
 * @param older place before which the next piece begins, or null where there is none
 */
public record AuditLines(List<AuditLine> items, Long older) {
}
