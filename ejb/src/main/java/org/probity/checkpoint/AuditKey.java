package org.probity.checkpoint;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Immutable;
import org.probity.audit.Canonical;
import org.probity.tenancy.BoardResolver;
import org.probity.tenancy.Numbered;

/** A key that signs, or signed, checkpoints of the audit, and how it came to that. Kept for ever, and shown to every auditor. */
@Entity
@Immutable
@Table(name = "audit_key")
public class AuditKey extends Numbered {

    @Column(name = "key_id", length = 16, nullable = false)
    private String key;

    @Column(name = "public_key", length = 200, nullable = false)
    private String publicKey;

    @Column(name = "at_time", nullable = false)
    private Instant at;

    @Column(length = 16, nullable = false)
    private String previous;

    @Column(length = SignedKey.LONGEST_REASON, nullable = false)
    private String declared;

    @Column(name = "own_signature", length = 200, nullable = false)
    private String own;

    @Column(name = "previous_signature", length = 200, nullable = false)
    private String byPrevious;

    @Column(name = "of_board", length = 30, nullable = false)
    private String ofBoard;

    protected AuditKey() {
    }

    /** @param ofBoard the board that came with checkpoints of that key from another installation; {@link BoardResolver#NO_BOARD} for a key of this one */
    public AuditKey(SignedKey signed, String ofBoard) {
        this.key = signed.key();
        this.publicKey = signed.publicKey();
        this.at = Instant.parse(signed.at());
        this.previous = signed.previous();
        this.declared = signed.declared();
        this.own = signed.own();
        this.byPrevious = signed.byPrevious();
        this.ofBoard = ofBoard;
    }

    SignedKey signed() {
        return new SignedKey(key, publicKey, Canonical.time(at), previous, declared, own, byPrevious);
    }

    boolean isOwn() {
        return ofBoard.equals(BoardResolver.NO_BOARD);
    }

    KeyLine shown() {
        return new KeyLine(key, at, previous.isEmpty() ? null : previous, declared.isEmpty() ? null : declared, !isOwn());
    }
}
