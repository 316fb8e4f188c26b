package org.probity.investigation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Immutable;
import org.probity.identity.CurrentCaller;
import org.probity.tenancy.BoardOwned;

/** A note on a case: an officer's, or what the reporter added with their receipt code. */
@Entity
@Immutable
@Table(name = "note")
public class Note extends BoardOwned {

    /** Who wrote it. A reporter is nobody else, also where they have an account. */
    public enum Author { MEMBER, REPORTER }

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

    protected Note() {
    }

    Note(String reference, String words, Author author, Instant writtenAt) {
        this.reference = reference;
        this.words = words;
        this.author = author;
        this.authorName = author == Author.REPORTER ? "" : CurrentCaller.get().name();
        this.writtenAt = writtenAt;
    }

    String words() {
        return words;
    }

    Instant writtenAt() {
        return writtenAt;
    }
}
