package org.probity.identity;

/**
 * A member of the current board has a role from now on that they did not have. Whoever keeps cases looks whether they may see
 * them, in the same transaction.
 */
public record RolesGained(Long accountId) {
}
