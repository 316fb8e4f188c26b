package org.probity.correspondence;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.probity.access.Act;
import org.probity.access.CurrentCaller;
import org.probity.access.Guarded;
import org.probity.access.Permitted;
import org.probity.calendar.WorkingDays;
import org.probity.documents.Documents;
import org.probity.investigation.DeskMail;
import org.probity.investigation.Investigations;
import org.probity.kernel.Language;
import org.probity.kernel.Page;
import org.probity.kernel.Refusal;
import org.probity.member.Directory;
import org.probity.member.Person;

/**
 * Every letter of a case to the person it is about, of whatever room: each is in that person's portal, and one that they could not
 * open there is to be posted.
 */
@Stateless
@Guarded
public class SubjectLetters {

    /** Theirs, and theirs to see now. */
    private static final String MINE = "select new org.probity.correspondence.SubjectLetters$MyLetter(d.id, d.reference, d.title, d.size, d.language, "
            + "d.createdAt) from Document d join Person p on p.id = d.addresseeId where d.kind = org.probity.documents.Document$Kind.LETTER and"
            + Person.isCaller("p") + "and" + Investigations.reachesSubject("d.reference");

    private static final String NEWEST = " order by d.createdAt desc, d.id desc";

    /** A letter as its reader finds it. @param size in bytes @param language of it, or null */
    public record MyLetter(Long id, String reference, String title, long size, Language language, Instant writtenAt) {
    }

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Investigations investigations;

    @Inject
    private Directory directory;

    @Inject
    private Documents documents;

    @Inject
    private Asking asking;

    @Inject
    private DeskMail desk;

    @Inject
    private WorkingDays days;

    @Inject
    private Clock clock;

    /**
     * Keeps a letter; where it does not reach its reader in the portal, the officer hears that it has to be posted, at once or as soon as
     * anything may go out to its reader.
     *
     * @return the document
     */
    @Permitted(Act.INTERNAL)
    public Long keep(String reference, Person to, String title, String fileName, byte[] pdf) {
        Long letter = documents.letter(reference, to.id(), title, fileName, pdf, to.language()).id();
        if (!directory.reaches(to)) {
            entities.persist(new LetterPosting(reference, letter, clock.instant()));
            if (investigations.byReference(reference).lettersGo()) {
                ask(reference, letter);
            }
        }
        return letter;
    }

    /** Nobody is asked twice to post the same one. */
    private void ask(String reference, Long letter) {
        desk.officer(reference, "letter/" + letter + "/post", "letter.toPost");
    }

    /** Letters may go out again, unless something else is in the way: the officer hears of what was written meanwhile. */
    @Permitted(Act.INTERNAL)
    public void askMeanwhile(String reference) {
        if (investigations.byReference(reference).lettersGo() && asking.of(reference).reason().isEmpty()) {
            entities.createQuery("select l.documentId from LetterPosting l where l.reference = :reference and l.servedOn is null order by l.id", Long.class)
                    .setParameter("reference", reference).setMaxResults(Page.LARGEST).getResultList().forEach(letter -> ask(reference, letter));
        }
    }

    /** Whether a letter of now is with that person before a moment: in the portal at once, by post on the day of service of what is posted today. */
    @Permitted(Act.INTERNAL)
    public boolean arrives(Person to, Instant before) {
        return directory.reaches(to) || days.plus(clock.instant(), LetterPostings.DAYS_IN_THE_POST).isBefore(before);
    }

    /** The end of that many working days once a letter of now is with that person. */
    @Permitted(Act.INTERNAL)
    public Instant after(Person to, int workingDays) {
        return days.plus(clock.instant(), workingDays + (directory.reaches(to) ? 0 : LetterPostings.DAYS_IN_THE_POST));
    }

    /** The caller's own, the newest first, at most 100; none of a case in which they may not be contacted. */
    @Permitted(Act.SEE_OWN_REQUESTS)
    public List<MyLetter> mine() {
        return mine(NEWEST).setMaxResults(Page.LARGEST).getResultList();
    }

    /** Whether there is one. */
    @Permitted(Act.SEE_OWN_REQUESTS)
    public boolean areThere() {
        return !mine(NEWEST).setMaxResults(1).getResultList().isEmpty();
    }

    /** @throws Refusal NOT_FOUND where it is anybody else's, or they may not be contacted */
    @Permitted(Act.SEE_OWN_REQUESTS)
    public Documents.Content content(Long id) {
        MyLetter letter = mine(" and d.id = :id").setParameter("id", id).setMaxResults(1).getResultList().stream().findFirst().orElseThrow(Refusal::notFound);
        return documents.content(letter.id());
    }

    private TypedQuery<MyLetter> mine(String which) {
        return entities.createQuery(MINE + which, MyLetter.class).setParameter("me", CurrentCaller.get().accountOrNobody());
    }
}
