package org.probity.disclosure;

import java.util.List;

/**
 * A disclosure pack as an officer composes it.
 *
 * @param items every candidate once: in, or out with a reason; with {@code othersOmissionReason}, only those that are chosen
 * @param summary what happened, for somebody who was not there; up to 4,000 characters
 * @param organisationId the parent organisation; null for the one the findings named
 * @param othersOmissionReason why every candidate that is not among the items stays out, and every item that stays out without a
 *        reason of its own; what holds the subject's own words goes in even so. Null where each candidate is named
 * @param fingerprint of everything that could go in when the officer read it; required, and refused where something has come since
 */
public record Pack(List<PackItem> items, String summary, Long organisationId, String othersOmissionReason, String fingerprint) {

    public Pack {
        items = items == null ? List.of() : List.copyOf(items);
        othersOmissionReason = othersOmissionReason == null || othersOmissionReason.isBlank() ? null : othersOmissionReason.strip();
    }
}
