package org.probity.kernel;

import java.time.Duration;
import java.util.List;

/** Refused for now; says when the next try is possible. */
public class TryAgainLater extends Refusal {

    private static final long serialVersionUID = 1L;

    private final Duration wait;

    public TryAgainLater(Kind kind, Duration wait, String key, Object... args) {
        super(kind, List.of(new Problem(null, key, args)));
        this.wait = wait;
    }

    /** For the header {@code Retry-After} (RFC 9110, 10.2.3): whole seconds, at least one. */
    public long seconds() {
        return Math.max(1, wait.plusMillis(999).toSeconds());
    }
}
