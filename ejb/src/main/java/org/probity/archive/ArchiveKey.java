package org.probity.archive;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.probity.access.Signature;
import org.probity.tenancy.BoardOwned;

/** The public key to which archives of the board are encrypted. What opens them is kept by the board, and never here. */
@Entity
@Table(name = "archive_key")
public class ArchiveKey extends BoardOwned {

    @Column(length = 100, nullable = false)
    private String recipient;

    @Embedded
    private Signature signature;

    protected ArchiveKey() {
    }

    ArchiveKey(String recipient, Signature signature) {
        this.recipient = recipient;
        this.signature = signature;
    }

    /** Archives made from now on are encrypted to another key; those there are stay as they are. */
    void replace(String by, Signature asked) {
        this.recipient = by;
        this.signature = asked;
    }

    /** As {@code age1…}. */
    public String recipient() {
        return recipient;
    }

    /** Who entered it, and when. */
    public Signature signature() {
        return signature;
    }
}
