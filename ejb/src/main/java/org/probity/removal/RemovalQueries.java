package org.probity.removal;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.probity.access.Act;
import org.probity.access.Capacity;
import org.probity.access.CurrentCaller;
import org.probity.access.Guarded;
import org.probity.access.OfCase;
import org.probity.access.Permitted;
import org.probity.casework.Team;
import org.probity.documents.Documents;
import org.probity.investigation.Investigations;
import org.probity.kernel.Refusal;
import org.probity.member.Person;

/** Reads removal requests: those of a case for its desk, a person's own for the portal. */
@Stateless
@Guarded
public class RemovalQueries {

    private static final String LINE = "select new org.probity.removal.RemovalView$Line(r.id, r.version, r.reference, "
            + "r.status, r.subjectId, p.name, r.signed.name, r.signed.at, r.replyBy, "
            + "(select max(n.number) from RemovalRound n where n.request = r), "
            + "(select count(i) from RemovalItem i where i.request = r), "
            + "(select count(o) from RemovalItem o where o.request = r and o.noLongerAsked = false and (o.lastSeen is null "
            + "or o.lastSeen = org.probity.removal.RemovalItem$Seen.STILL_THERE))) "
            + "from RemovalRequest r join Person p on p.id = r.subjectId where ";

    /** Sent to the caller at least once, and theirs to see now. */
    private static final String OWN = Person.isCaller("p") + "and exists (select 1 from RemovalRound s "
            + "where s.request = r and s.sentAt is not null) and" + Investigations.reachesSubject("r.reference");

    /** Shown of one person's, or of one case's. */
    private static final int MOST = 200;

    /** Clauses that can be alleged in one case. */
    private static final int MOST_ALLEGED = 1000;

    /** In a letter that was with them. */
    private static final String PUT = "select distinct a.allegationId from RemovalAllegation a join a.request r join RemovalRound n "
            + "on n.request = r and n.number = a.round where r.reference = :reference and n.servedOn is not null";

    /** In answer to that letter, or by nothing in answer to it until its deadline. */
    private static final String HEARD = PUT + " " + """
            and (exists (select 1 from RemovalAnswer o where o.request = r and o.round = n.number and o.channel = PORTAL and o.answer <> MORE_TIME)
                or n.overdueAt is not null
                or n.replyBy < :now and r.status not in (CLOSED, WITHDRAWN)
                    and exists (select 1 from RemovalAnswer o where o.request = r and o.round = n.number and o.answer <> MORE_TIME)
                    and (n.answerDays is not null or""" + Person.couldRead("r.subjectId", "n.replyBy") + """
                    )
                    and not exists (select 1 from Investigation i where i.reference = r.reference
                        and (i.contact.stoppedAt is not null or i.contact.unaskedSince is not null)))""";

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Investigations investigations;

    @Inject
    private Team team;

    @Inject
    private RemovalAccess access;

    @Inject
    private RemovalReading reading;

    @Inject
    private Documents documents;

    @Inject
    private Clock clock;

    /** The requests of a case, the newest first. @throws Refusal NOT_FOUND where the case is out of sight */
    @Permitted(Act.SEE_INVESTIGATION)
    public List<RemovalView.Line> of(@OfCase String reference) {
        investigations.visible(reference);
        return entities.createQuery(LINE + "r.reference = :reference order by r.id desc", RemovalView.Line.class)
                .setParameter("reference", reference).setMaxResults(MOST).getResultList();
    }

    /** One request with everything about it. @throws Refusal NOT_FOUND where it is out of sight */
    @Permitted(Act.SEE_INVESTIGATION)
    public RemovalView.Desk desk(Long id) {
        RemovalRequest request = access.any(id);
        boolean ownCase = team.bars(investigations.visible(request.reference()), Capacity.APPROVED);
        RemovalView.Line line = entities.createQuery(LINE + "r.id = :id", RemovalView.Line.class)
                .setParameter("id", id).getSingleResult();
        return reading.desk(request, line, ownCase, request.mayBeRecorded(clock.instant()));
    }

    /** What the caller has been asked, the newest first. */
    @Permitted(Act.SEE_OWN_REQUESTS)
    public List<RemovalView.Line> mine() {
        return entities.createQuery(LINE + OWN + "order by r.id desc", RemovalView.Line.class)
                .setParameter("me", CurrentCaller.get().accountOrNobody()).setMaxResults(MOST).getResultList();
    }

    /** One request to the caller. @throws Refusal NOT_FOUND where it is anybody else's, was not sent yet, or they may not be contacted */
    @Permitted(Act.SEE_OWN_REQUESTS)
    public RemovalView.Mine mine(Long id) {
        RemovalView.Line line = entities.createQuery(LINE + OWN + "and r.id = :id", RemovalView.Line.class)
                .setParameter("me", CurrentCaller.get().accountOrNobody()).setParameter("id", id)
                .getResultList().stream().findFirst().orElseThrow(Refusal::notFound);
        RemovalRequest request = access.any(id);
        return reading.mine(request, line, request.mayAnswer(clock.instant()));
    }

    /**
     * A letter of the request, or a file that came with a reply, for whoever may see the request.
     *
     * @throws Refusal NOT_FOUND where the document belongs to something else
     */
    @Permitted(Act.SEE_REQUESTS)
    public Documents.Content document(Long id, Long documentId) {
        if (!reading.documents(access.seen(id)).contains(documentId)) {
            throw Refusal.notFound();
        }
        return documents.content(documentId);
    }

    /** The allegations that were put to the person in a letter, by their ids. Findings ask. */
    @Permitted(Act.INTERNAL)
    public Set<Long> put(String reference) {
        return Set.copyOf(entities.createQuery(PUT, Long.class).setParameter("reference", reference).setMaxResults(MOST_ALLEGED).getResultList());
    }

    /**
     * Those of them that the person could answer: they did so themself, and asked not only for time, or the
     * deadline of the letter that put it to them went by, in silence or with nothing but an answer that somebody else had recorded for
     * them. Findings ask.
     */
    @Permitted(Act.INTERNAL)
    public Set<Long> heard(String reference) {
        return Set.copyOf(entities.createQuery(HEARD, Long.class).setParameter("reference", reference).setParameter("now", clock.instant())
                .setMaxResults(MOST_ALLEGED).getResultList());
    }

    /** Whether the person is being asked, or has time that runs, be it to say otherwise than somebody recorded for them. Findings ask. */
    @Permitted(Act.INTERNAL)
    public boolean subjectAwaited(String reference) {
        return entities.createQuery("select r from RemovalRequest r where r.reference = :reference", RemovalRequest.class)
                .setParameter("reference", reference).setMaxResults(Removals.MOST).getResultList().stream()
                .anyMatch(request -> request.hasTime(clock.instant()));
    }

    /** Whether what the person said, or that they said nothing, waits for a decision that a letter promised them. Findings ask. */
    @Permitted(Act.INTERNAL)
    public boolean undecided(String reference) {
        return !entities.createQuery("select r.id from RemovalRequest r where r.reference = :reference and r.status in :undecided", Long.class)
                .setParameter("reference", reference).setParameter("undecided", RemovalTransitions.UNDECIDED).setMaxResults(1).getResultList().isEmpty();
    }
}
