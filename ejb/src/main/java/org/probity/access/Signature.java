package org.probity.access;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;

/**
 * Who did something, and when; part of every row that says so.
 *
 * @param accountId null where the clockwork did it
 */
@Embeddable
public record Signature(
        @Column(name = "signed_at", nullable = false) Instant at,
        @Column(name = "signed_account") Long accountId,
        @Column(name = "signed_name", length = 200, nullable = false) String name) {

    /** The current caller, at that moment. */
    public static Signature now(Instant at) {
        Caller caller = CurrentCaller.get();
        return new Signature(at, caller.accountId(), caller.name());
    }
}
