package org.probity.web.faces;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.faces.context.FacesContext;
import java.time.Duration;
import java.util.function.Supplier;
import org.probity.tenancy.CurrentBoard;

/**
 * What {@link PageActions} does for pages that keep nothing: the same form sent twice acts once, and a second click is answered like
 * the first. Remembers a print of the form and what came of it, for a few minutes and so many forms at most.
 */
@ApplicationScoped
public class SentOnce {

    private static final int MOST = 5_000;
    private static final Duration KEPT = Duration.ofMinutes(5);

    private final Cache<String, Object> done = Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(KEPT).build();

    /** Does it, or gives what came of it. What fails is not remembered. */
    @SuppressWarnings("unchecked")
    public <T> T run(Supplier<T> work) {
        return (T) done.get(form(), any -> work.get());
    }

    /** Whether this form was sent before, and acted. */
    public boolean isKnown() {
        return done.getIfPresent(form()) != null;
    }

    private static String form() {
        return CurrentBoard.orNone() + " " + FacesContext.getCurrentInstance().getViewRoot().getViewId() + " " + PageActions.fingerprint();
    }
}
