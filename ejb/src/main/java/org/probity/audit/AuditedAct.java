package org.probity.audit;

import java.util.Map;

/**
 * What was done.
 *
 * @param act code such as {@code removal.requested}; its label is {@code audit.act.removal.requested}
 * @param reference of the investigation, or null
 * @param subjectKind what it was done to, such as {@code removal-request}
 * @param before values the act replaced, or null
 * @param after values the act left behind, or null
 */
public record AuditedAct(String act, String reference, String subjectKind, Long subjectId, Map<String, ?> before,
        Map<String, ?> after) {
}
