package org.probity.audit;

import java.time.Instant;

/**
 * One entry of the audit as its auditor sees it.
 *
 * @param seq its place in the chain, counted from 1
 * @param address it came from, or null for the clockwork
 * @param channel page, api or clockwork
 * @param before JSON or null; null too where the case is restricted to a team the reader is not on
 * @param after as {@code before}
 */
public record AuditLine(long seq, Instant at, String who, String roles, String act, String reference, String subjectKind,
        Long subjectId, String address, String channel, String before, String after) {
}
