package org.probity.findings;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import org.probity.access.Act;
import org.probity.access.Capacity;
import org.probity.access.Guarded;
import org.probity.access.OfCase;
import org.probity.access.Permitted;
import org.probity.casework.Team;
import org.probity.investigation.Investigation;
import org.probity.investigation.Investigations;
import org.probity.worklist.Work;

/** Reads findings. */
@Stateless
@Guarded
public class FindingQueries {

    /** A finding as shown. */
    public record FindingLine(Long id, Long allegationId, String clause, Result result, String reasons) {
    }

    /** What the reviewer said. */
    public record ReviewLine(boolean agreed, String reasons, String by, Instant at) {
    }

    /**
     * One round of findings.
     *
     * @param organisationId whom to refer to, or null where nothing is to be referred
     * @param review null until somebody has reviewed it
     */
    public record SetLine(Long id, int round, FindingSet.Status status, List<FindingLine> findings, boolean refer,
            Long organisationId, String reasonsForReferral, String weighing, String by, Instant at, ReviewLine review) {
    }

    /**
     * Everything the findings page shows.
     *
     * @param sets the latest, the newest first
     * @param recordable whether recording is what comes next
     * @param reviewable whether reviewing is what comes next, by whomever
     * @param ownCase whether the caller has another part in the case, and so may not review
     * @param hearing how far the subject's hearing on each allegation has come; only where it is over may that be referred
     */
    public record FindingsPage(String reference, List<SetLine> sets, boolean recordable, boolean reviewable,
            boolean ownCase, List<RightToBeHeard.Heard> hearing) {
    }

    /** Rounds that are shown. */
    private static final int MOST = 20;

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Investigations investigations;

    @Inject
    private Team team;

    @Inject
    private RightToBeHeard hearing;

    @Inject
    private Work work;

    /** @throws org.probity.kernel.Refusal NOT_FOUND where the case is unknown or out of the caller's sight */
    @Permitted(Act.SEE_INVESTIGATION)
    public FindingsPage page(@OfCase String reference) {
        Investigation investigation = investigations.visible(reference);
        List<SetLine> sets = entities.createQuery(
                "select s from FindingSet s where s.reference = :reference order by s.round desc", FindingSet.class)
                .setParameter("reference", reference).setMaxResults(MOST).getResultList().stream().map(FindingQueries::line).toList();
        return new FindingsPage(reference, sets, work.isOpen("recordFindings", reference, null),
                work.isOpen("reviewFindings", reference, null), team.bars(investigation, Capacity.REVIEWED),
                hearing.of(reference, investigations.allegations(investigation.id())));
    }

    /** The findings of an agreed set that may be told to the parent organisation. */
    @Permitted(Act.INTERNAL)
    public List<FindingLine> referable(Long setId) {
        return entities.createQuery("select f from Finding f where f.set.id = :set order by f.id", Finding.class)
                .setParameter("set", setId).getResultList().stream().filter(f -> f.result().mayBeReferred())
                .map(FindingQueries::line).toList();
    }

    private static SetLine line(FindingSet set) {
        return new SetLine(set.id(), set.round(), set.status(), set.findings().stream().map(FindingQueries::line).toList(),
                set.refer(), set.organisationId(), set.referralReasons(), set.weighing(), set.signed().name(),
                set.signed().at(), review(set.review()));
    }

    private static FindingLine line(Finding finding) {
        return new FindingLine(finding.id(), finding.allegationId(), finding.clause(), finding.result(), finding.reasons());
    }

    private static ReviewLine review(Review review) {
        return review == null ? null
                : new ReviewLine(review.agreed(), review.reasons(), review.signed().name(), review.signed().at());
    }
}
