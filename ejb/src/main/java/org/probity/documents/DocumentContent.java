package org.probity.documents;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.hibernate.annotations.Type;
import org.probity.tenancy.BoardOwned;

/** The bytes of one document, apart from it so that no list ever reads them, sealed as {@link ContentCipher} does it. */
@Entity
@Table(name = "document_content")
public class DocumentContent extends BoardOwned {

    @Column(name = "document_id", nullable = false, updatable = false)
    private Long documentId;

    @Type(ContentBytesType.class)
    @Column(nullable = false, updatable = false)
    private ContentBytes bytes;

    /** Of the key that sealed the bytes; null where they are as they came, in an earlier release. */
    @Column(name = "key_number", updatable = false)
    private Integer keyNumber;

    protected DocumentContent() {
    }

    /** @param plain as the bytes came */
    DocumentContent(Long documentId, ContentBytes plain, ContentCipher cipher) {
        this.documentId = documentId;
        this.bytes = cipher.sealed(documentId, plain);
        this.keyNumber = cipher.number();
    }

    Long documentId() {
        return documentId;
    }

    ContentBytes bytes() {
        return bytes;
    }

    /** Null where nothing sealed the bytes. */
    Integer keyNumber() {
        return keyNumber;
    }
}
