package org.probity.policy;

/**
 * Fired in the act's transaction when a policy version is said to have ended on a day that is over already. Whoever goes by that
 * version for such a day refuses: by whichever cases there are, and telling nothing of their days.
 */
public record PolicyBackdated(Long policyId) {
}
