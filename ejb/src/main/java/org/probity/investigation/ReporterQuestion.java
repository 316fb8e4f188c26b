package org.probity.investigation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import org.probity.access.CurrentCaller;
import org.probity.kernel.Refusal;
import org.probity.tenancy.BoardOwned;

/**
 * Something that whoever works on a case asks its reporter. It is open until a {@link Note} answers it or it is withdrawn; while the case
 * has ended it rests, and it is open again with the case.
 */
@Entity
@Table(name = "reporter_question")
public class ReporterQuestion extends BoardOwned {

    /** Longest question, in characters. */
    public static final int LONGEST = 1000;

    @Column(length = 30, nullable = false)
    private String reference;

    @Column(length = LONGEST, nullable = false)
    private String words;

    @Column(name = "asked_by", length = 200, nullable = false)
    private String askedBy;

    @Column(name = "asked_at", nullable = false)
    private Instant askedAt;

    @Column(name = "withdrawn_by", length = 200)
    private String withdrawnBy;

    @Column(name = "withdrawn_at")
    private Instant withdrawnAt;

    protected ReporterQuestion() {
    }

    public ReporterQuestion(String reference, String words, Instant askedAt) {
        this.reference = reference;
        this.words = words;
        this.askedBy = CurrentCaller.get().name();
        this.askedAt = askedAt;
    }

    /** Nobody can answer it from now on. @throws Refusal STATE where it was withdrawn before */
    public void withdraw(Instant now) {
        requireStanding();
        this.withdrawnBy = CurrentCaller.get().name();
        this.withdrawnAt = now;
    }

    /** @throws Refusal STATE where it was withdrawn */
    public void requireStanding() {
        if (withdrawnAt != null) {
            throw Refusal.state("investigation.refused.questionWithdrawn");
        }
    }

    String reference() {
        return reference;
    }
}
