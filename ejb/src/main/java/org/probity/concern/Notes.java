package org.probity.concern;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Clock;
import java.time.Instant;
import org.probity.access.Act;
import org.probity.access.Guarded;
import org.probity.access.OfCase;
import org.probity.access.Permitted;
import org.probity.audit.Audit;
import org.probity.investigation.Investigations;
import org.probity.investigation.Note;
import org.probity.kernel.Checks;
import org.probity.kernel.Page;
import org.probity.kernel.Refusal;

/** Notes on a case. Nobody changes or removes one; a wrong one is put right by another. */
@Stateless
@Guarded
public class Notes {

    /**
     * A note as shown.
     *
     * @param authorName empty for the reporter, whom an earlier release kept with their name
     * @param question what the reporter answers with it; null where nobody asked
     */
    public record NoteLine(Long id, String words, Note.Author author, String authorName, Instant writtenAt, String question) {
    }

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Investigations investigations;

    @Inject
    private Audit audit;

    @Inject
    private Clock clock;

    /** @throws Refusal INVALID on {@code words} where empty, over 4,000 characters or holding a secret; STATE where there are too many */
    @Permitted(Act.NOTE)
    public Long add(@OfCase String reference, String words) {
        investigations.locked(reference);
        new Checks().text("words", words, Checks.LONG_TEXT).done();
        NoteQuota.MEMBER.require(entities, reference);
        Note note = new Note(reference, words.strip(), Note.Author.MEMBER, clock.instant());
        entities.persist(note);
        audit.record("investigation.noted", reference, "note", note.id(), null, null);
        return note.id();
    }

    /** The newest first. @param page counted from 0 */
    @Permitted(Act.SEE_INVESTIGATION)
    public Page<NoteLine> list(@OfCase String reference, int page, int size) {
        investigations.visible(reference);
        TypedQuery<NoteLine> newest = entities.createQuery("select new org.probity.concern.Notes$NoteLine(n.id, n.words, n.author, "
                + "case when n.author = REPORTER then '' else n.authorName end, n.writtenAt, q.words) from Note n "
                + "left join ReporterQuestion q on q.id = n.questionId where n.reference = :reference order by n.id desc", NoteLine.class)
                .setParameter("reference", reference);
        return Page.read(newest, entities.createQuery("select count(n) from Note n where n.reference = :reference", Long.class)
                .setParameter("reference", reference), page, size);
    }
}
