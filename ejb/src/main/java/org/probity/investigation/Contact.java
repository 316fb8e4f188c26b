package org.probity.investigation;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;

/** Whether the subject of a case may be contacted, and since when they may not. */
@Embeddable
public class Contact {

    @Column(name = "contact_allowed", nullable = false)
    private boolean allowed;

    @Column(name = "contact_stopped_at")
    private Instant stoppedAt;

    @Column(name = "contact_forbidden", nullable = false)
    private boolean forbidden;

    protected Contact() {
    }

    /** They may be contacted from now on, or may not. @return since when they might not before; now where they might */
    public Instant decide(boolean may, Instant now) {
        Instant since = stoppedAt == null ? now : stoppedAt;
        this.allowed = may;
        this.stoppedAt = may ? null : since;
        return since;
    }

    /** Somebody has heard that they may not be: no gate allows it then, until whoever hears so takes that back. */
    public void forbid(boolean heard) {
        this.forbidden = heard;
    }

    /** The case goes on. @param since when their time would stand for want of contact alone; not looked at where nobody stopped it */
    void resume(Instant since) {
        this.stoppedAt = stoppedAt == null ? null : since;
    }

    public boolean allowed() {
        return allowed;
    }

    public Instant stoppedAt() {
        return stoppedAt;
    }

    public boolean forbidden() {
        return forbidden;
    }
}
