package org.probity.documents;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.probity.tenancy.BoardOwned;

/** The bytes of one document, apart from it so that no list ever reads them. */
@Entity
@Table(name = "document_content")
public class DocumentContent extends BoardOwned {

    @Column(name = "document_id", nullable = false, updatable = false)
    private Long documentId;

    /** A type code rather than a large object: {@code blob} on H2, {@code bytea} on PostgreSQL. */
    @JdbcTypeCode(SqlTypes.LONG32VARBINARY)
    @Column(nullable = false, updatable = false)
    private byte[] bytes;

    protected DocumentContent() {
    }

    DocumentContent(Long documentId, byte[] bytes) {
        this.documentId = documentId;
        this.bytes = bytes;
    }

    byte[] bytes() {
        return bytes;
    }
}
