package org.probity.cooperation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.probity.tenancy.BoardOwned;

/** A file that came with an answer; the file itself is a document of the investigation. */
@Entity
@Table(name = "cooperation_reply_file")
public class CooperationFile extends BoardOwned {

    @Column(name = "request_id", nullable = false)
    private Long requestId;

    @Column(name = "reply_id", nullable = false)
    private Long replyId;

    @Column(name = "document_id", nullable = false)
    private Long documentId;

    protected CooperationFile() {
    }

    CooperationFile(CooperationRequest request, CooperationAnswer answer, Long documentId) {
        this.requestId = request.id();
        this.replyId = answer.id();
        this.documentId = documentId;
    }

    public Long replyId() {
        return replyId;
    }

    public Long documentId() {
        return documentId;
    }
}
