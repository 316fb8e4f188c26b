package org.probity.evidence;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.probity.access.Act;
import org.probity.access.Capacity;
import org.probity.access.Guarded;
import org.probity.access.OfCase;
import org.probity.access.Permitted;
import org.probity.audit.Audit;
import org.probity.casework.Team;
import org.probity.documents.Document;
import org.probity.documents.Documents;
import org.probity.evidence.CustodyEvent.Kind;
import org.probity.investigation.Investigation;
import org.probity.investigation.Investigations;
import org.probity.kernel.Checks;
import org.probity.kernel.Page;
import org.probity.kernel.Quota;
import org.probity.kernel.Refusal;
import org.probity.worklist.Work;

/** Takes evidence in and hands it out, keeping who touched what. */
@Stateless
@Guarded
public class EvidenceLocker {

    /** Of one case. */
    static final int MOST = 500;

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Investigations investigations;

    @Inject
    private Documents documents;

    @Inject
    private Team team;

    @Inject
    private Work work;

    @Inject
    private Audit audit;

    @Inject
    private Clock clock;

    /**
     * Keeps a file.
     *
     * @throws Refusal STATE where an indecent image of a child is suspected, then the address only, and as long as the
     *         urgent gate has not said whether it is; INVALID or TOO_LARGE where the file is empty, too large or not what its name says
     */
    @Permitted(Act.INVESTIGATE)
    public Long addFile(@OfCase String reference, NewEvidence given, String fileName, byte[] bytes) {
        Investigation investigation = begin(reference);
        check(given).done();
        Document document = documents.store(Document.Kind.EVIDENCE, reference, given.title(), fileName, bytes);
        return keep(investigation, new EvidenceItem(reference, EvidenceItem.Kind.FILE, given, document.id(),
                document.sha256(), clock.instant()));
    }

    /** Keeps where something can be seen, without a copy. @throws Refusal INVALID naming each field */
    @Permitted(Act.INVESTIGATE)
    public Long addAddress(@OfCase String reference, NewEvidence given) {
        Investigation investigation = begin(reference);
        check(given).required("sourceAddress", given.sourceAddress()).done();
        return keep(investigation, new EvidenceItem(reference, EvidenceItem.Kind.ADDRESS, given, null, null, clock.instant()));
    }

    /** Records that nothing could be preserved, and why. @throws Refusal INVALID on {@code how} */
    @Permitted(Act.INVESTIGATE)
    public Long noneAvailable(@OfCase String reference, NewEvidence given) {
        Investigation investigation = begin(reference);
        check(given).text("how", given.how(), 1000).done();
        return keep(investigation, new EvidenceItem(reference, EvidenceItem.Kind.NONE, given, null, null, clock.instant()));
    }

    private Investigation begin(String reference) {
        Investigation investigation = investigations.running(reference);
        team.acts(investigation, Capacity.INVESTIGATED);
        Quota.require(MOST, count(reference), "evidence.refused.tooMany");
        return investigation;
    }

    private Checks check(NewEvidence given) {
        return check(given, clock.instant());
    }

    static Checks check(NewEvidence given, Instant now) {
        return new Checks().text("title", given.title(), 200).max("sourceAddress", given.sourceAddress(), 1000)
                .max("how", given.how(), 1000).moment("capturedAt", given.capturedAt())
                .that(given.capturedAt() == null || !given.capturedAt().isAfter(now), "capturedAt", "evidence.refused.capturedLater");
    }

    private Long keep(Investigation investigation, EvidenceItem item) {
        entities.persist(item);
        entities.persist(new CustodyEvent(item.id(), Kind.ADDED, clock.instant()));
        investigation.evidencePreserved(clock.instant());
        audit.record("evidence.added", investigation.reference(), "evidence", item.id(), null, Map.of("title", item.title()));
        if (work.isOpen("preserveEvidence", investigation.reference(), null)) {
            work.finish("preserveEvidence", investigation.reference(), null, Map.of());
        }
        return item.id();
    }

    /** Everything kept for the case, the oldest first. @param page counted from 0 */
    @Permitted(Act.HANDLE_EVIDENCE)
    public Page<EvidenceLine> list(@OfCase String reference, int page, int size) {
        investigations.visible(reference);
        TypedQuery<EvidenceLine> oldest = entities.createQuery("select new org.probity.evidence.EvidenceLine(e.id, e.kind, e.title, e.sourceAddress, "
                + "e.capturedAt, e.how, e.documentId, e.sha256, e.addedAt, e.addedBy) from EvidenceItem e "
                + "where e.reference = :reference order by e.id", EvidenceLine.class)
                .setParameter("reference", reference);
        return Page.read(oldest, count(reference), page, size);
    }

    private TypedQuery<Long> count(String reference) {
        return entities.createQuery("select count(e) from EvidenceItem e where e.reference = :reference", Long.class).setParameter("reference", reference);
    }

    /** Who touched a piece of evidence, the oldest first: nobody is kept from looking, so there may be many. @param page counted from 0 */
    @Permitted(Act.HANDLE_EVIDENCE)
    public Page<CustodyLine> custody(@OfCase String reference, Long evidenceId, int page, int size) {
        item(reference, evidenceId);
        TypedQuery<CustodyLine> oldest = entities.createQuery("select new org.probity.evidence.CustodyLine(c.kind, c.at, c.by) from CustodyEvent c "
                + "where c.evidenceId = :id order by c.id", CustodyLine.class).setParameter("id", evidenceId);
        return Page.read(oldest, entities.createQuery("select count(c) from CustodyEvent c where c.evidenceId = :id", Long.class)
                .setParameter("id", evidenceId), page, size);
    }

    /**
     * Hands out the file of a piece of evidence and keeps that it did.
     *
     * @throws Refusal NOT_FOUND where it is not of this case, has no file, or the case is out of sight
     */
    @Permitted(Act.HANDLE_EVIDENCE)
    public Documents.Content download(@OfCase String reference, Long evidenceId) {
        return handOut(reference, evidenceId, Kind.DOWNLOADED);
    }

    /** The same to be looked at on the page: kept as viewed. @throws Refusal NOT_FOUND as {@link #download} */
    @Permitted(Act.HANDLE_EVIDENCE)
    public Documents.Content view(@OfCase String reference, Long evidenceId) {
        return handOut(reference, evidenceId, Kind.VIEWED);
    }

    private Documents.Content handOut(String reference, Long evidenceId, Kind how) {
        EvidenceItem item = item(reference, evidenceId);
        if (item.documentId() == null) {
            throw Refusal.notFound();
        }
        entities.persist(new CustodyEvent(evidenceId, how, clock.instant()));
        return documents.content(item.documentId());
    }

    /** Keeps that a copy went outside with a disclosure pack. */
    @Permitted(Act.INTERNAL)
    public void disclosed(Long evidenceId) {
        entities.persist(new CustodyEvent(evidenceId, Kind.DISCLOSED, clock.instant()));
    }

    private EvidenceItem item(String reference, Long evidenceId) {
        investigations.visible(reference);
        EvidenceItem item = entities.find(EvidenceItem.class, evidenceId);
        if (item == null || !item.reference().equals(reference)) {
            throw Refusal.notFound();
        }
        return item;
    }
}
