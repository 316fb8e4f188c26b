package org.probity.workflows.engine;

import org.probity.access.Capacity;
import org.probity.access.Role;

/**
 * Where a human step lands, as its properties in the diagram say.
 *
 * @param target what the step is about: {@code investigation}, {@code removal-request}, {@code cooperation-request} or
 *        {@code referral}
 * @param capacity what doing it makes of somebody; null where that does not matter
 */
record TaskTarget(String process, String task, Role role, String target, String stage, Capacity capacity) {

    /** The variable that holds the target's id; null where the step is about the investigation itself. */
    String idVariable() {
        return switch (target) {
            case "investigation" -> null;
            case "removal-request", "cooperation-request" -> "requestId";
            case "referral" -> "referralId";
            default -> throw new IllegalArgumentException(process + "." + task + " has an unknown target: " + target);
        };
    }
}
