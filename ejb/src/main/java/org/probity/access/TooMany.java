package org.probity.access;

import java.time.Duration;
import org.probity.kernel.TryAgainLater;

/** Tried too often; says when the next try is possible. */
public class TooMany extends TryAgainLater {

    private static final long serialVersionUID = 1L;

    public TooMany(Duration wait) {
        super(Kind.TOO_MANY, wait, "identity.refused.tooMany", Math.max(1, wait.plusSeconds(59).toMinutes()));
    }
}
