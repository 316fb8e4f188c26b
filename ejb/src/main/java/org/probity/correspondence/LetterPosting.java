package org.probity.correspondence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import org.probity.access.CurrentCaller;
import org.probity.kernel.Refusal;
import org.probity.tenancy.BoardOwned;

/**
 * A letter that its reader cannot open in the portal, since they have no account there or no e-mail address that tells them of it.
 * Somebody of the desk posts it, or brings it, and says when; it counts as read from the day of service on, and not before.
 */
@Entity
@Table(name = "letter_posting")
public class LetterPosting extends BoardOwned {

    /** How it went. */
    public enum Means { POST, BY_HAND }

    @Column(length = 30, nullable = false, updatable = false)
    private String reference;

    @Column(name = "document_id", nullable = false, updatable = false)
    private Long documentId;

    @Column(name = "wanted_at", nullable = false, updatable = false)
    private Instant wantedAt;

    @Enumerated(EnumType.STRING)
    @Column(length = 10)
    private Means means;

    @Column(name = "given_on")
    private LocalDate givenOn;

    @Column(name = "served_on")
    private LocalDate servedOn;

    @Column(name = "recorded_at")
    private Instant recordedAt;

    @Column(name = "recorded_by", length = 200)
    private String recordedBy;

    protected LetterPosting() {
    }

    LetterPosting(String reference, Long documentId, Instant now) {
        this.reference = reference;
        this.documentId = documentId;
        this.wantedAt = now;
    }

    /** @param day on which it was posted or handed over @param service day of service @throws Refusal STATE where it was recorded before */
    void given(Means how, LocalDate day, LocalDate service, Instant now) {
        if (servedOn != null) {
            throw Refusal.state("investigation.refused.posted", recordedBy, givenOn);
        }
        this.means = how;
        this.givenOn = day;
        this.servedOn = service;
        this.recordedAt = now;
        this.recordedBy = CurrentCaller.get().name();
    }

    public Long documentId() {
        return documentId;
    }
}
