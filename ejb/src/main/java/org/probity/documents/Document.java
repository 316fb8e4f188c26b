package org.probity.documents;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import org.probity.files.CheckedFile;
import org.probity.files.FileType;
import org.probity.kernel.Language;
import org.probity.tenancy.BoardOwned;

/** One file of a case: what it is, and the SHA-256 its bytes had when it came in. It never changes. */
@Entity
@Table(name = "document")
public class Document extends BoardOwned {

    /** What a file is to the case. */
    public enum Kind {
        EVIDENCE(true), LETTER(false), PACK(false), REPLY(true);

        private final boolean fromOutside;

        Kind(boolean fromOutside) {
            this.fromOutside = fromOutside;
        }

        /** Whether somebody sends it in, rather than Probity printing it. */
        public boolean fromOutside() {
            return fromOutside;
        }
    }

    @Column(length = 30, nullable = false, updatable = false)
    private String reference;

    @Enumerated(EnumType.STRING)
    @Column(length = 20, nullable = false, updatable = false)
    private Kind kind;

    @Column(length = 300, nullable = false, updatable = false)
    private String title;

    @Column(name = "file_name", length = 200, nullable = false, updatable = false)
    private String fileName;

    @Enumerated(EnumType.STRING)
    @Column(name = "file_type", length = 10, nullable = false, updatable = false)
    private FileType type;

    @Column(name = "byte_size", nullable = false, updatable = false)
    private long size;

    @Column(length = 64, nullable = false, updatable = false)
    private String sha256;

    @Enumerated(EnumType.STRING)
    @Column(length = 2, updatable = false)
    private Language language;

    @Column(name = "addressee_id", updatable = false)
    private Long addresseeId;

    @Column(name = "created_at", nullable = false, updatable = false)
    private Instant createdAt;

    @Column(name = "created_by", length = 200, nullable = false, updatable = false)
    private String createdBy;

    protected Document() {
    }

    /**
     * @param title for people; the file name where empty
     * @param language of a letter or pack; null for what came from outside
     * @param addresseeId the person a letter is for; null for what is for nobody in particular
     */
    Document(Kind kind, String reference, String title, CheckedFile file, Language language, Long addresseeId, Instant now, String createdBy) {
        this.kind = kind;
        this.reference = reference;
        this.title = title == null || title.isBlank() ? file.fileName() : title.strip();
        this.fileName = file.fileName();
        this.type = file.type();
        this.size = file.bytes().length;
        this.sha256 = file.sha256();
        this.language = language;
        this.addresseeId = addresseeId;
        this.createdAt = now;
        this.createdBy = createdBy;
    }

    public String reference() {
        return reference;
    }

    public Kind kind() {
        return kind;
    }

    public String title() {
        return title;
    }

    public String fileName() {
        return fileName;
    }

    public FileType type() {
        return type;
    }

    public String mediaType() {
        return type.mediaType();
    }

    /** In bytes. */
    public long size() {
        return size;
    }

    /** Lower-case hex. */
    public String sha256() {
        return sha256;
    }

    public Language language() {
        return language;
    }

    /** The person a letter is for; null for other files. */
    public Long addresseeId() {
        return addresseeId;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public String createdBy() {
        return createdBy;
    }
}
