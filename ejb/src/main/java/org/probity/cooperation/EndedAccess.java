package org.probity.cooperation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import org.probity.access.Signature;

/** Access to an account was given and came to an end, and its password was changed. The password itself is nowhere. */
@Entity
@Table(name = "cooperation_access")
public class EndedAccess extends CooperationRow {

    @Column(name = "given_at", nullable = false)
    private Instant givenAt;

    @Column(name = "access_ended_at", nullable = false)
    private Instant endedAt;

    @Column(name = "password_changed", nullable = false)
    private boolean passwordChanged;

    protected EndedAccess() {
    }

    EndedAccess(CooperationRequest request, Instant givenAt, AccessEnd end, Signature signed) {
        super(request, signed);
        this.givenAt = givenAt;
        this.endedAt = end.endedAt();
        this.passwordChanged = end.passwordChanged();
    }

    /** When the person agreed to it. */
    public Instant givenAt() {
        return givenAt;
    }

    public Instant endedAt() {
        return endedAt;
    }

    public boolean passwordChanged() {
        return passwordChanged;
    }
}
