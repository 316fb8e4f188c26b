package org.probity.audit;

import java.time.Instant;

/** One line of a timeline; {@code before} and {@code after} are JSON or null. */
public record TimelineEntry(Long id, Instant at, String who, String roles, String act, String reference,
        String subjectKind, Long subjectId, String before, String after) {
}
