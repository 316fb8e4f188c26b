package org.probity.documents;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import org.probity.tenancy.BoardOwned;

/**
 * A key that seals the contents of a board's documents, itself sealed with the installation's. Its number stands in front of
 * what it sealed, so that a newer key seals what is new while the older ones still open what they sealed; with the board its
 * keys are gone, and nothing they sealed opens again. One for a single case would name it in {@code reference}.
 */
@Entity
@Table(name = "content_key")
public class ContentKey extends BoardOwned {

    @Column(name = "key_number", nullable = false, updatable = false)
    private int number;

    /** The case that it is for; null for the whole board. */
    @Column(length = 30, updatable = false)
    private String reference;

    @Column(name = "sealed_secret", length = 200, nullable = false)
    private String sealedSecret;

    @Column(name = "made_at", nullable = false, updatable = false)
    private Instant madeAt;

    protected ContentKey() {
    }

    /** @param sealedSecret as {@link ContentCipher#newKey} made it */
    ContentKey(int number, String sealedSecret, Instant madeAt) {
        this.number = number;
        this.sealedSecret = sealedSecret;
        this.madeAt = madeAt;
    }

    int number() {
        return number;
    }

    String sealedSecret() {
        return sealedSecret;
    }

    Instant madeAt() {
        return madeAt;
    }
}
