package org.probity.investigation;

import jakarta.annotation.Priority;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.probity.access.Act;
import org.probity.access.CaseExclusions;
import org.probity.access.CaseOfAct;
import org.probity.access.CurrentCaller;
import org.probity.access.Guarded;
import org.probity.access.Permitted;
import org.probity.access.Role;
import org.probity.access.RolesLost;
import org.probity.access.SightLost;
import org.probity.audit.Audit;
import org.probity.kernel.Refusal;
import org.probity.member.Member;
import org.probity.member.Members;
import org.probity.tenancy.BoardOwned;

/**
 * Loads cases for whoever may see them, and moves them from stage to stage. Whoever reads a case takes it by {@link #visible};
 * whoever acts on one by {@link #locked}, {@link #running} or {@link #lock}, so that acts on one case come one after the other
 * and each finds what the one before it has left.
 */
@Stateless
@Guarded
public class Investigations {

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private CaseExclusions caseExclusions;

    @Inject
    private Members members;

    @Inject
    private Conflicts conflicts;

    @Inject
    private DeskMail desk;

    @Inject
    private Audit audit;

    @Inject
    private Clock clock;

    /** Condition that the subject of a case may be contacted, and so sees what was asked of them. @param reference such as {@code r.reference} */
    public static String reachesSubject(String reference) {
        return " exists (select 1 from Investigation reach where reach.reference = " + reference + " and reach.contact.allowed = true) ";
    }

    /**
     * That somebody looked is kept in the audit.
     *
     * @throws Refusal NOT_FOUND where there is no such case, or a wall hides it from the caller: both look alike; STATE where
     *         they have a conflict of interest to answer first
     */
    @Permitted(Act.SEE_INVESTIGATION)
    public Investigation visible(String reference) {
        return open(inSight(reference));
    }

    /**
     * The case as {@link #visible}, for an act: whoever else acts on it waits until this transaction has ended.
     *
     * @throws Refusal NOT_FOUND and STATE as {@link #visible}, as things stand once everybody before has ended
     */
    @Permitted(Act.SEE_INVESTIGATION)
    public Investigation locked(String reference) {
        return visible(lock(reference));
    }

    /** The same for a case that is held already. @throws Refusal NOT_FOUND and STATE as {@link #visible(String)} */
    @Permitted(Act.SEE_INVESTIGATION)
    public Investigation visible(Investigation held) {
        return open(notHidden(held));
    }

    private Investigation open(Investigation investigation) {
        conflicts.requireAnswer(investigation.reference());
        audit.looked(investigation.reference(), investigation.id());
        return investigation;
    }

    /**
     * The case as {@link #visible}, whatever there is to answer first, and without looking at it: no more is asked than of
     * somebody who steps aside.
     *
     * @throws Refusal NOT_FOUND where there is no such case, or a wall hides it from the caller
     */
    @Permitted(Act.STEP_ASIDE)
    public Investigation inSight(String reference) {
        return notHidden(byReference(reference));
    }

    private Investigation notHidden(Investigation investigation) {
        if (caseExclusions.hides(investigation.reference())) {
            throw Refusal.notFound();
        }
        return investigation;
    }

    /** For an act, as {@link #locked}. @throws Refusal NOT_FOUND as {@link #visible}, STATE where the case has ended or is paused */
    @Permitted(Act.SEE_INVESTIGATION)
    public Investigation running(String reference) {
        Investigation investigation = locked(reference);
        investigation.requireRunning();
        return investigation;
    }

    /**
     * Refuses an act on an older version than the current one, and holds that one for it.
     *
     * @throws Refusal STALE where the case has changed since
     */
    @Permitted(Act.SEE_INVESTIGATION)
    public void expect(String reference, int version) {
        if (locked(reference).version() != version) {
            throw Refusal.stale();
        }
    }

    /** The case whoever asks, for the clockwork and for acts of people who see only their own part of it. */
    @Permitted(Act.INTERNAL)
    public Investigation byReference(String reference) {
        return one(withReference(reference));
    }

    /**
     * The same, held until the transaction ends. The row of the case is locked before any other but members' ({@link Members#hold}),
     * and the end of the audit's chain after all others: so nobody waits for somebody who waits for them.
     */
    @Permitted(Act.INTERNAL)
    public Investigation lock(String reference) {
        return held(withReference(reference));
    }

    /**
     * The case of a request or referral, held before that itself is loaded: so it is found as the act before has left it.
     *
     * @throws Refusal NOT_FOUND where there is no such thing
     */
    @Permitted(Act.INTERNAL)
    public Investigation lockCaseOf(Class<? extends BoardOwned> type, Long id) {
        return held(entities.createQuery("select i from Investigation i where i.reference = (select x.reference from " + type.getSimpleName()
                + " x where x.id = :id)", Investigation.class).setParameter("id", id));
    }

    private static Investigation held(TypedQuery<Investigation> query) {
        Investigation investigation = one(query.setLockMode(LockModeType.PESSIMISTIC_WRITE));
        CaseOfAct.is(investigation.reference());
        return investigation;
    }

    /**
     * Asked before {@link #lockCaseOf}, and of nothing that is loaded: whoever may not see the case of a request or referral comes
     * no further, so that they make nobody wait and do not wait for anybody. What holds is asked again once the case is held.
     *
     * @throws Refusal NOT_FOUND where there is no such thing, or a wall hides it from the caller
     */
    @Permitted(Act.INTERNAL)
    public void requireSightOf(Class<? extends BoardOwned> type, Long id) {
        String reference = entities.createQuery("select x.reference from " + type.getSimpleName() + " x where x.id = :id", String.class)
                .setParameter("id", id).setMaxResults(1).getResultList().stream().findFirst().orElseThrow(Refusal::notFound);
        if (caseExclusions.hides(reference)) {
            throw Refusal.notFound();
        }
    }

    private TypedQuery<Investigation> withReference(String reference) {
        return entities.createQuery("select i from Investigation i where i.reference = :reference", Investigation.class)
                .setParameter("reference", reference);
    }

    private static Investigation one(TypedQuery<Investigation> query) {
        return query.getResultList().stream().findFirst().orElseThrow(Refusal::notFound);
    }

    @Permitted(Act.INTERNAL)
    public Investigation byId(Long id) {
        Investigation investigation = entities.find(Investigation.class, id);
        if (investigation == null) {
            throw Refusal.notFound();
        }
        return investigation;
    }

    /** An officer who no longer sees the case no longer leads it. Before others hear of it, so that the case is held first. */
    @Permitted(Act.INTERNAL)
    public void release(@Observes @Priority(Interceptor.Priority.APPLICATION) SightLost lost) {
        releaseIfGone(lock(lost.reference()));
    }

    /** Nor does one who has left the board, or is no officer any more; the leads are told of each case that nobody leads now. */
    @Permitted(Act.INTERNAL)
    public void release(@Observes @Priority(Interceptor.Priority.APPLICATION) RolesLost lost) {
        entities.createQuery("select i from Investigation i where i.officerId = :member and i.endedAt is null order by i.id", Investigation.class)
                .setParameter("member", lost.memberId()).setLockMode(LockModeType.PESSIMISTIC_WRITE).getResultList()
                .stream().filter(this::releaseIfGone)
                .forEach(i -> desk.leads(i.reference(), "investigation/" + i.id() + "/released/" + i.version(), "officer.gone"));
    }

    /** Nobody in particular leads the case from now on if its officer may not, and its work waits for every officer. @return whether */
    @Permitted(Act.INTERNAL)
    public boolean releaseIfGone(Investigation investigation) {
        Member officer = investigation.officerId() == null ? null : members.member(investigation.officerId());
        if (officer == null || officer.roles().contains(Role.OFFICER) && members.knows(officer, investigation.reference())) {
            return false;
        }
        investigation.released();
        audit.record("investigation.released", investigation.reference(), "investigation", investigation.id(),
                Map.of("officer", officer.name()), null);
        return true;
    }

    /** Moves the case on and keeps who did it, when and why. A case already there stays. */
    @Permitted(Act.INTERNAL)
    public void move(Investigation investigation, Stage to, String reasons) {
        Stage from = investigation.stage();
        if (from == to) {
            return;
        }
        Instant now = clock.instant();
        investigation.moveTo(to, now);
        entities.persist(new StageChange(investigation.id(), from, to, now, CurrentCaller.get().name(), reasons));
        audit.record("investigation.stage", investigation.reference(), "investigation", investigation.id(),
                Map.of("stage", from.name()), Map.of("stage", to.name()));
    }

    /** Whether its detection came to its end, with every gate answered, and with the decision to investigate. */
    @Permitted(Act.INTERNAL)
    public boolean detected(Investigation investigation) {
        return investigation.decision() == Decision.INVESTIGATE && !entities.createQuery("select c.id from StageChange c "
                + "where c.investigationId = :id and c.from = :from and c.to = :to", Long.class).setParameter("id", investigation.id())
                .setParameter("from", Stage.DETECTION).setParameter("to", Stage.INVESTIGATION).setMaxResults(1).getResultList().isEmpty();
    }

    /** Which detection of the case runs, or was the last: 1, and one more for each time it was opened again at its detection. */
    @Permitted(Act.INTERNAL)
    public int detection(Investigation investigation) {
        return 1 + entities.createQuery("select count(c) from StageChange c where c.investigationId = :id and c.to = :to", Long.class)
                .setParameter("id", investigation.id()).setParameter("to", Stage.DETECTION).getSingleResult().intValue();
    }

    /** Since when its detection runs: the concern came in, or the case was opened again at its detection. */
    @Permitted(Act.INTERNAL)
    public Instant detectionBegan(Investigation investigation) {
        Instant again = entities.createQuery("select max(c.at) from StageChange c where c.investigationId = :id and c.to = :to", Instant.class)
                .setParameter("id", investigation.id()).setParameter("to", Stage.DETECTION).getSingleResult();
        return again == null ? investigation.openedAt() : again;
    }

    /** What is alleged, in the order of the policy. */
    @Permitted(Act.INTERNAL)
    public List<Allegation> allegations(Long investigationId) {
        return entities.createQuery("select a from Allegation a where a.investigationId = :id order by a.id", Allegation.class)
                .setParameter("id", investigationId).getResultList();
    }
}
