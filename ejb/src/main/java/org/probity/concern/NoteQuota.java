package org.probity.concern;

import jakarta.persistence.EntityManager;
import org.probity.investigation.Note;
import org.probity.kernel.Quota;
import org.probity.kernel.Refusal;

/**
 * How often may be written to one case; what its reporter adds takes no room from its own people, nor they from them. A reporter
 * is anybody, and whatever they say is compared with the name of everybody who joins the board later. What they were asked
 * ({@link ReporterQuestions}) they answer beside it.
 */
enum NoteQuota {

    MEMBER(Note.Author.MEMBER, 500, "investigation.refused.manyNotes"),
    REPORTER(Note.Author.REPORTER, 20, "investigation.refused.manyAdditions");

    private final Note.Author author;
    private final int most;
    private final String key;

    NoteQuota(Note.Author author, int most, String key) {
        this.author = author;
        this.most = most;
        this.key = key;
    }

    /** @throws Refusal STATE where the case, which is held, has as many already */
    void require(EntityManager entities, String reference) {
        Quota.require(most, entities.createQuery("select count(n) from Note n where n.reference = :reference and n.author = :author "
                + "and" + Note.UNASKED, Long.class).setParameter("reference", reference).setParameter("author", author), key);
    }
}
