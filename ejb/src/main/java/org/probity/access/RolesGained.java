package org.probity.access;

import java.util.Set;

/**
 * A member of the current board has roles from now on that they did not have. Whoever keeps cases looks whether they may see
 * them, in the same transaction.
 *
 * @param roles those that they did not have
 */
public record RolesGained(Long accountId, Set<Role> roles) {
}
