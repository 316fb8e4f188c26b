package org.probity.investigation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Immutable;
import org.probity.access.CurrentCaller;
import org.probity.tenancy.BoardOwned;

/** A note on a case: an officer's, or what the reporter added, or answered to a question, with their receipt code. */
@Entity
@Immutable
@Table(name = "note")
public class Note extends BoardOwned {

    /** Who wrote it. A reporter is nobody else, also where they have an account. */
    public enum Author { MEMBER, REPORTER }

    /** That note {@code n} answers no question. It is not asked as null, for which H2 takes the index of answers, with all notes in it. */
    public static final String UNASKED = " coalesce(n.questionId, 0L) = 0L ";

    @Column(length = 30, nullable = false)
    private String reference;

    @Column(length = 4000, nullable = false)
    private String words;

    @Enumerated(EnumType.STRING)
    @Column(length = 20, nullable = false)
    private Author author;

    @Column(name = "author_name", length = 200, nullable = false)
    private String authorName;

    @Column(name = "written_at", nullable = false)
    private Instant writtenAt;

    @Column(name = "question_id")
    private Long questionId;

    protected Note() {
    }

    public Note(String reference, String words, Author author, Instant writtenAt) {
        this.reference = reference;
        this.words = words;
        this.author = author;
        this.authorName = author == Author.REPORTER ? "" : CurrentCaller.get().name();
        this.writtenAt = writtenAt;
    }

    /** What the reporter answers. */
    public Note(ReporterQuestion question, String words, Instant writtenAt) {
        this(question.reference(), words, Author.REPORTER, writtenAt);
        this.questionId = question.id();
    }

    public String words() {
        return words;
    }

    public Instant writtenAt() {
        return writtenAt;
    }
}
