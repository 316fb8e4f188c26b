package org.probity.powers;

import java.time.Instant;
import java.util.Set;
import org.probity.access.Role;
import org.probity.access.Signature;

/** Changes of power as a second person has confirmed them. */
public final class TestPowers {

    private TestPowers() {
    }

    public static PowerDecided confirmedFactors(String board, Set<Role> before, Set<Role> after) {
        Signature somebody = new Signature(Instant.EPOCH, null, "Somebody");
        PowerChange change = PowerChange.ofSecondFactor(board, before, after, somebody);
        change.decide(PowerChange.Decision.CONFIRMED, somebody);
        return new PowerDecided(change);
    }
}
