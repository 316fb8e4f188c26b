package org.probity.web.detection;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Optional;
import org.probity.detection.Retention;

/** What pages say of why a case is kept for longer than an ordinary conduct matter. */
@Named
@RequestScoped
public class RetentionNotes {

    @Inject
    private Retention retention;

    private Optional<Retention.Kept> kept;

    /** Null where it did not come to the designated officer. */
    public Retention.Kept of(String reference) {
        if (kept == null) {
            kept = retention.kept(reference);
        }
        return kept.orElse(null);
    }
}
