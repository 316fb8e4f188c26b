package org.probity.identity;

import java.time.Duration;
import java.util.List;
import org.probity.kernel.Refusal;

/** Tried too often; says when the next try is possible. */
public class TooMany extends Refusal {

    private static final long serialVersionUID = 1L;

    private final Duration wait;

    TooMany(Duration wait) {
        super(Kind.TOO_MANY, List.of(new Problem(null, "identity.refused.tooMany", Math.max(1, wait.plusSeconds(59).toMinutes()))));
        this.wait = wait;
    }

    /** For the header {@code Retry-After} (RFC 9110, 10.2.3): whole seconds, at least one. */
    public long seconds() {
        return Math.max(1, wait.plusMillis(999).toSeconds());
    }
}
