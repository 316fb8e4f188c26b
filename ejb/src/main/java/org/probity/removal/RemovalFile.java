package org.probity.removal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.probity.tenancy.BoardOwned;

/** A file that came with a reply; the file itself is a document of the investigation. */
@Entity
@Table(name = "removal_reply_file")
public class RemovalFile extends BoardOwned {

    @Column(name = "request_id", nullable = false)
    private Long requestId;

    @Column(name = "reply_id", nullable = false)
    private Long replyId;

    @Column(name = "document_id", nullable = false)
    private Long documentId;

    protected RemovalFile() {
    }

    RemovalFile(RemovalRequest request, RemovalAnswer reply, Long documentId) {
        this.requestId = request.id();
        this.replyId = reply.id();
        this.documentId = documentId;
    }

    public Long replyId() {
        return replyId;
    }

    public Long documentId() {
        return documentId;
    }
}
