package org.probity.tenancy;

import jakarta.enterprise.context.ApplicationScoped;
import org.probity.kernel.Unguarded;

/** What this installation is. Said once while it starts; as long as nobody has said it, it counts as real. */
@Unguarded("That it is a demonstration stands on every page; nothing can be changed through it")
@ApplicationScoped
public class Installation {

    /** A demonstration has well-known log-ins and holds nothing but fiction. */
    public enum Kind { DEMO, REAL }

    private volatile Kind kind = Kind.REAL;

    /** For the start alone. */
    public void is(Kind written) {
        kind = written;
    }

    public boolean isDemo() {
        return kind == Kind.DEMO;
    }
}
