package org.probity.evidence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Immutable;
import org.probity.access.CurrentCaller;
import org.probity.tenancy.BoardOwned;

/** One piece of evidence. It is never changed: custody events say what happened to it afterwards. */
@Entity
@Immutable
@Table(name = "evidence_item")
public class EvidenceItem extends BoardOwned {

    /** A file, an address only, or the record that nothing could be preserved. */
    public enum Kind { FILE, ADDRESS, NONE }

    @Column(length = 30, nullable = false)
    private String reference;

    @Enumerated(EnumType.STRING)
    @Column(length = 20, nullable = false)
    private Kind kind;

    @Column(length = 200, nullable = false)
    private String title;

    @Column(name = "source_address", length = 1000)
    private String sourceAddress;

    @Column(name = "captured_at")
    private Instant capturedAt;

    @Column(length = 1000)
    private String how;

    @Column(name = "document_id")
    private Long documentId;

    @Column(length = 64)
    private String sha256;

    @Column(name = "added_at", nullable = false)
    private Instant addedAt;

    @Column(name = "added_by", length = 200, nullable = false)
    private String addedBy;

    protected EvidenceItem() {
    }

    EvidenceItem(String reference, Kind kind, NewEvidence given, Long documentId, String sha256, Instant now) {
        this.reference = reference;
        this.kind = kind;
        this.title = given.title().strip();
        this.sourceAddress = given.sourceAddress();
        this.capturedAt = given.capturedAt() == null ? now : given.capturedAt();
        this.how = given.how();
        this.documentId = documentId;
        this.sha256 = sha256;
        this.addedAt = now;
        this.addedBy = CurrentCaller.get().name();
    }

    public String reference() {
        return reference;
    }

    public String title() {
        return title;
    }

    public Long documentId() {
        return documentId;
    }
}
