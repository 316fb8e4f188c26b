package org.probity.audit;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.probity.tenancy.BoardOwned;

/** The end of a board's chain. Whoever adds to the chain holds this row until their transaction ends. */
@Entity
@Table(name = "audit_chain")
public class ChainHead extends BoardOwned {

    @Column(name = "last_seq", nullable = false)
    private long lastSeq;

    @Column(name = "last_hash", length = 43, nullable = false)
    private String lastHash = "";

    /** Place of the last entry that came from another installation; 0 where none did. Accounts in these have that one's numbers. */
    @Column(name = "came_along", nullable = false)
    private long cameAlong;

    /** Of a chain that has no entry yet. */
    protected ChainHead() {
    }

    public static ChainHead begin() {
        return new ChainHead();
    }

    /** Puts the entry at the end. */
    public void seal(AuditEntry entry) {
        ChainEntry link = ChainEntry.after(board(), lastSeq + 1, lastHash, entry.content());
        entry.sealed(link.seq(), link.previous(), link.hash());
        lastSeq = link.seq();
        lastHash = link.hash();
    }
}
