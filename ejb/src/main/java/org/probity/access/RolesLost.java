package org.probity.access;

import java.util.EnumSet;
import java.util.Set;

/**
 * A member of the current board has only these roles from now on; none where they have left. Whoever keeps work or mail for
 * them takes it back, in the same transaction.
 */
public record RolesLost(Long memberId, String email, Set<Role> left) {

    /** Every role they do not have. */
    public Set<Role> others() {
        return EnumSet.complementOf(left.isEmpty() ? EnumSet.noneOf(Role.class) : EnumSet.copyOf(left));
    }
}
