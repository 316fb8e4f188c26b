package org.probity.correspondence;

import java.util.Optional;
import org.probity.kernel.Refusal;

/**
 * Fired in the act's transaction before the subject of a case is asked anything: with a new request, asked again, reminded, or held to
 * their silence. Whoever knows why they may not be, says so.
 */
public final class AskingWanted {

    private final String reference;
    private String reason;

    public AskingWanted(String reference) {
        this.reference = reference;
    }

    /** Called by an observer that knows a reason against it. @param key of a text that says what to do first */
    public void refuse(String key) {
        this.reason = key;
    }

    /** @throws Refusal STATE where there is a reason against it */
    public void require() {
        reason().ifPresent(key -> {
            throw Refusal.state(key);
        });
    }

    public Optional<String> reason() {
        return Optional.ofNullable(reason);
    }

    public String reference() {
        return reference;
    }
}
