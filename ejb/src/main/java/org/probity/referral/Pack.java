package org.probity.referral;

import java.util.List;

/**
 * A disclosure pack as an officer composes it.
 *
 * @param items every candidate once: in, or out with a reason
 * @param summary what happened, for somebody who was not there; up to 4,000 characters
 * @param organisationId the parent organisation; null for the one the findings named
 */
public record Pack(List<PackItem> items, String summary, Long organisationId) {

    public Pack {
        items = items == null ? List.of() : List.copyOf(items);
    }
}
