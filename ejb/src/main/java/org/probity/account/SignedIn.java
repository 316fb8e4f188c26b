package org.probity.account;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.probity.access.Caller;
import org.probity.access.Condition;

/**
 * Somebody who signed in, and the session they did it in.
 *
 * @param through the provider that vouched for them, or null where they gave their passphrase
 * @param secondFactor whether they have shown a second factor in this session
 * @param left of the session if nothing more is done
 * @param stale whether it is time to note that they were seen
 * @param fresh whether they showed who they are a moment ago, see {@link AccountSession#FRESH}
 */
public record SignedIn(Account account, Long sessionId, String through, boolean secondFactor, Duration left, boolean stale,
        boolean fresh) {

    /** Under this name a request carries it. */
    public static final String ATTRIBUTE = "probity.signedIn";

    /** The passphrase was right, the second factor is still to come. Until then they are nobody. */
    public boolean owesSecondFactor() {
        return account.hasSecondFactor() && !secondFactor;
    }

    /** What they have shown of themself: see {@link Caller#proofs}. */
    public Set<Condition> proofs() {
        Set<Condition> proofs = EnumSet.noneOf(Condition.class);
        if (secondFactor) {
            proofs.add(Condition.SECOND_FACTOR);
        }
        if (fresh && !owesSecondFactor()) {
            proofs.add(Condition.FRESH);
        }
        return proofs;
    }

    /** Whether their ways in are theirs to change: not for somebody whom a board's own provider vouched for. */
    public boolean keepsOwnKeys() {
        return through == null;
    }

    /** Whether anything but the second factor stands between them and their pages. */
    public static Optional<SignedIn> whole(Optional<SignedIn> anybody) {
        return anybody.filter(someone -> !someone.owesSecondFactor());
    }
}
