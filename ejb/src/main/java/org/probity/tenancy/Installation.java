package org.probity.tenancy;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicReference;
import org.probity.kernel.Unguarded;

/** What this installation is. Said once while it starts; as long as nobody has said it, it counts as real. */
@Unguarded("That it is a demonstration stands on every page; after the start nothing can be changed through it")
@ApplicationScoped
public class Installation {

    /** A demonstration has well-known log-ins and holds nothing but fiction. */
    public enum Kind { DEMO, REAL }

    private final AtomicReference<Kind> kind = new AtomicReference<>();

    /** For the start. @throws IllegalStateException where it was said before */
    public void is(Kind written) {
        if (!kind.compareAndSet(null, written)) {
            throw new IllegalStateException("What this installation is was said already");
        }
    }

    public boolean isDemo() {
        return kind.get() == Kind.DEMO;
    }
}
