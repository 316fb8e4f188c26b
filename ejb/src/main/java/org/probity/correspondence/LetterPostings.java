package org.probity.correspondence;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.probity.access.Act;
import org.probity.access.Guarded;
import org.probity.access.OfCase;
import org.probity.access.Permitted;
import org.probity.audit.Audit;
import org.probity.calendar.WorkingDays;
import org.probity.correspondence.LetterPosting.Means;
import org.probity.documents.Documents;
import org.probity.investigation.Investigation;
import org.probity.investigation.Investigations;
import org.probity.kernel.Checks;
import org.probity.kernel.Days;
import org.probity.kernel.Page;
import org.probity.kernel.Refusal;

/** Letters that have to be posted or brought: which, and when that was done. The time to answer one begins on the day of service. */
@Stateless
@Guarded
public class LetterPostings {

    /** Of a letter that is posted: the second working day after it. */
    public static final int DAYS_IN_THE_POST = 2;

    private static final String LINE = "select new org.probity.correspondence.LetterPostings$PostingLine(d.id, d.title, p.name, l.wantedAt, l.means, "
            + "l.givenOn, l.servedOn, l.recordedBy) from LetterPosting l join Document d on d.id = l.documentId join Person p on p.id = d.addresseeId "
            + "where l.reference = :reference";

    /** @param means null, as all that follows, while nobody has said that it went */
    public record PostingLine(Long documentId, String title, String addressee, Instant wantedAt, Means means, LocalDate givenOn, LocalDate servedOn,
            String recordedBy) {

        public boolean waits() {
            return servedOn == null;
        }
    }

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Investigations investigations;

    @Inject
    private Documents documents;

    @Inject
    private WorkingDays days;

    @Inject
    private Asking asking;

    @Inject
    private Event<LetterServed> served;

    @Inject
    private Audit audit;

    @Inject
    private Clock clock;

    /** Those that had to be, the newest first, at most 100. */
    @Permitted(Act.SEE_INVESTIGATION)
    public List<PostingLine> of(@OfCase String reference) {
        investigations.visible(reference);
        return entities.createQuery(LINE + " order by l.id desc", PostingLine.class).setParameter("reference", reference)
                .setMaxResults(Page.LARGEST).getResultList();
    }

    /** One of them. @throws Refusal NOT_FOUND where that letter of the case has not to be posted */
    @Permitted(Act.SEE_INVESTIGATION)
    public PostingLine of(@OfCase String reference, Long documentId) {
        investigations.visible(reference);
        return entities.createQuery(LINE + " and l.documentId = :document", PostingLine.class).setParameter("reference", reference)
                .setParameter("document", documentId).setMaxResults(1).getResultList().stream().findFirst().orElseThrow(Refusal::notFound);
    }

    /** Whether that letter may go out to the subject now: they may be contacted, the case is not paused, and nobody knows why they may not be asked. */
    @Permitted(Act.SEE_INVESTIGATION)
    public boolean goOut(@OfCase String reference, Long documentId) {
        Investigation investigation = investigations.visible(reference);
        return investigation.lettersGo() && (isOfTheEnd(investigation, documentId) || asking.of(reference).reason().isEmpty());
    }

    /** Written when the case ended, or since: it tells them so, and asks nothing. */
    private boolean isOfTheEnd(Investigation investigation, Long documentId) {
        return investigation.endedAt() != null && !documents.find(documentId).createdAt().isBefore(investigation.endedAt());
    }

    /**
     * Somebody posted the letter or handed it over.
     *
     * @param day on which they did
     * @throws Refusal NOT_FOUND where that letter of the case has not to be posted; INVALID on {@code means} or {@code day}, which is not
     *     before the letter nor still to come; STATE where that was recorded before, the case is paused or the person may not be contacted
     *     or, by a letter from before the end of the case, not be asked
     */
    @Permitted(Act.POST_LETTER)
    public void given(@OfCase String reference, Long documentId, Means means, LocalDate day) {
        Investigation investigation = investigations.locked(reference);
        LetterPosting posting = posting(reference, documentId);
        check(means, day, Days.of(documents.find(documentId).createdAt()));
        if (!investigation.stage().ended()) {
            investigation.requireRunning();
        }
        Refusal.stateWhere(!investigation.contactAllowed(), "investigation.refused.contact");
        if (!isOfTheEnd(investigation, documentId)) {
            asking.of(reference).require();
        }
        LocalDate service = means == Means.BY_HAND ? day : Days.of(days.plus(Days.close(day), DAYS_IN_THE_POST));
        posting.given(means, day, service, clock.instant());
        audit.record("letter.given", reference, "document", documentId, null,
                Map.of("how", means.name(), "givenOn", day.toString(), "servedOn", service.toString()));
        served.fire(new LetterServed(reference, documentId, service, clock.instant()));
    }

    private LetterPosting posting(String reference, Long documentId) {
        return entities.createQuery("select l from LetterPosting l where l.reference = :reference and l.documentId = :document", LetterPosting.class)
                .setParameter("reference", reference).setParameter("document", documentId).setMaxResults(1).getResultList().stream().findFirst()
                .orElseThrow(Refusal::notFound);
    }

    private void check(Means means, LocalDate day, LocalDate written) {
        LocalDate today = Days.of(clock.instant());
        new Checks().required("means", means).required("day", day)
                .that(day == null || !day.isAfter(today), "day", "investigation.refused.postedLater")
                .that(day == null || !day.isBefore(written), "day", "investigation.refused.postedBefore", written).done();
    }
}
