package org.probity.evidence;

import java.time.Instant;

/** A piece of evidence in a list. */
public record EvidenceLine(Long id, EvidenceItem.Kind kind, String title, String sourceAddress, Instant capturedAt,
        String how, Long documentId, String sha256, Instant addedAt, String addedBy) {
}
