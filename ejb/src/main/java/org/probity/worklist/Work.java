package org.probity.worklist;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.probity.access.Act;
import org.probity.access.CaseExclusions;
import org.probity.access.CurrentCaller;
import org.probity.access.Guarded;
import org.probity.access.Permitted;
import org.probity.access.RolesLost;
import org.probity.access.SightLost;
import org.probity.kernel.DeadlineShift;
import org.probity.kernel.Refusal;
import org.probity.member.Member;

/** Opens, finishes and cancels work items, and moves the process on when one is finished. */
@Stateless
@Guarded
public class Work {

    /** What is given for a step that has no deadline of its own. */
    private static final Duration USUAL = Duration.ofDays(2);

    /** By when these are done is the law's to say: no pause of the board's gives time for them. */
    private static final Set<String> TELLING = Set.of("answerSafeguardingGate", "tellDesignatedOfficer");

    /** More members of one name no board has. */
    private static final int NAMESAKES = 20;

    /** What is to be done for the subject to have a letter: nothing goes out to whoever may not be contacted. */
    private static final String POSTING = "postLetter";

    private static final String OPEN_ITEM = "select w from WorkItem w where w.reference = :reference "
            + "and w.task = :task and w.open = true and (:target is null or w.targetId = :target)";

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Processes processes;

    @Inject
    private CaseExclusions caseExclusions;

    @Inject
    private Event<WorkOpened> opened;

    @Inject
    private Clock clock;

    /** A process has come to a human step. */
    @Permitted(Act.INTERNAL)
    public void open(NewWork work) {
        Instant now = clock.instant();
        entities.persist(new WorkItem(work, work.dueAt() == null ? now.plus(USUAL) : work.dueAt(), now));
        if (work.capacity() != null) {
            opened.fire(new WorkOpened(work.reference(), work.capacity()));
        }
    }

    /**
     * The current caller has done this: the item ends and its process goes on.
     *
     * @param task id of the step, such as {@code checkItems}
     * @param targetId the request or referral it is about, or null for the investigation itself
     * @throws Refusal STATE where the step does not wait for anybody now
     */
    @Permitted(Act.INTERNAL)
    public void finish(String task, String reference, Long targetId, Map<String, Object> answers) {
        WorkItem item = item(task, reference, targetId)
                .orElseThrow(() -> refusal(task, reference, targetId));
        claim(item);
        processes.complete(item.taskId(), answers);
    }

    /** Of two people who act at once, one is told that the other was faster. */
    private void claim(WorkItem item) {
        try {
            entities.lock(item, LockModeType.OPTIMISTIC_FORCE_INCREMENT);
            item.end(CurrentCaller.get().name(), clock.instant());
            entities.flush();
        } catch (OptimisticLockException lost) {
            throw Refusal.state("kernel.refused.lostRace");
        }
    }

    /** Whether the step waits now. */
    @Permitted(Act.INTERNAL)
    public boolean isOpen(String task, String reference, Long targetId) {
        return item(task, reference, targetId).isPresent();
    }

    /**
     * Why a step cannot be done now: it was done, it went away without being done, or the case has never come to it. Who did it is
     * told to those who see the case, and only where they work on cases themself.
     */
    @Permitted(Act.INTERNAL)
    public Refusal refusal(String task, String reference, Long targetId) {
        WorkItem last = entities.createQuery("select w from WorkItem w where w.reference = :reference and w.task = :task and w.open = false "
                + "and (:target is null or w.targetId = :target) order by w.endedAt desc, w.id desc", WorkItem.class)
                .setParameter("reference", reference).setParameter("task", task).setParameter("target", targetId)
                .setMaxResults(1).getResultList().stream().findFirst().orElse(null);
        if (last == null) {
            return Refusal.state("worklist.refused.notNext");
        }
        if (last.endedBy() == null) {
            return Refusal.state("worklist.refused.gone");
        }
        return mayBeTold(last) ? Refusal.state("worklist.refused.doneBy", last.endedBy(), last.endedAt())
                : Refusal.state("worklist.refused.done", last.endedAt());
    }

    private boolean mayBeTold(WorkItem ended) {
        return CurrentCaller.get().worksOnCases() && !caseExclusions.hides(ended.reference()) && entities.createQuery("select m from Member m "
                + "where m.name = :name order by m.id", Member.class).setParameter("name", ended.endedBy()).setMaxResults(NAMESAKES)
                .getResultList().stream().flatMap(member -> member.roles().stream()).anyMatch(Act.SEE_INVESTIGATION.roles()::contains);
    }

    /** The step went away without being done: a timer or a withdrawal took it. */
    @Permitted(Act.INTERNAL)
    public void cancel(String taskId) {
        entities.createQuery("select w from WorkItem w where w.taskId = :taskId and w.open = true", WorkItem.class)
                .setParameter("taskId", taskId).getResultList().stream().findFirst()
                .ifPresent(item -> item.end(null, clock.instant()));
    }

    /** The subject of the case may not be contacted: they are not shown what it waits for them to do, and nobody what is to be posted to them. */
    @Permitted(Act.INTERNAL)
    public void hold(String reference) {
        entities.createQuery("update WorkItem w set w.heldAt = :now where w.reference = :reference and w.open = true and w.heldAt is null "
                + "and (w.role = org.probity.access.Role.EMPLOYEE or w.task = :posting)").setParameter("now", clock.instant())
                .setParameter("reference", reference).setParameter("posting", POSTING).executeUpdate();
    }

    /** It is shown again. */
    @Permitted(Act.INTERNAL)
    public void letGo(String reference) {
        entities.createQuery("update WorkItem w set w.heldAt = null where w.reference = :reference and w.heldAt is not null")
                .setParameter("reference", reference).executeUpdate();
    }

    /** The officer who leads the case from now on also has what is open for officers there. */
    @Permitted(Act.INTERNAL)
    public void assign(String reference, Long memberId, String about) {
        entities.createQuery("update WorkItem w set w.memberId = :member, w.about = :about where w.open = true "
                + "and w.reference = :reference and w.role = org.probity.access.Role.OFFICER")
                .setParameter("member", memberId).setParameter("about", about)
                .setParameter("reference", reference).executeUpdate();
    }

    /** Whether the case is urgent has been said anew. */
    @Permitted(Act.INTERNAL)
    public void urgent(String reference, boolean urgent) {
        entities.createQuery("update WorkItem w set w.urgent = :urgent where w.open = true and w.reference = :reference")
                .setParameter("urgent", urgent).setParameter("reference", reference).executeUpdate();
    }

    /** How severe the case is has been rated. @param rank as of {@link NewWork} */
    @Permitted(Act.INTERNAL)
    public void rated(String reference, int rank) {
        entities.createQuery("update WorkItem w set w.severityRank = :rank where w.open = true and w.reference = :reference")
                .setParameter("rank", rank).setParameter("reference", reference).executeUpdate();
    }

    /** What waited for somebody who no longer sees the case waits for everybody with the role. */
    @Permitted(Act.INTERNAL)
    public void release(@Observes SightLost lost) {
        entities.createQuery("update WorkItem w set w.memberId = null where w.open = true and w.reference = :reference "
                + "and w.memberId is not null and not exists (select 1 from Member m where m.id = w.memberId and m.endedAt is null and"
                + CaseExclusions.inSight(":reference", "m.accountId") + ")").setParameter("reference", lost.reference()).executeUpdate();
    }

    /** What waited for somebody in a role they no longer have waits for everybody with it. */
    @Permitted(Act.INTERNAL)
    public void release(@Observes RolesLost lost) {
        entities.createQuery("update WorkItem w set w.memberId = null where w.open = true and w.memberId = :member and w.role in :others")
                .setParameter("member", lost.memberId()).setParameter("others", lost.others()).executeUpdate();
    }

    /** When the clocks of a case stood still, the deadlines move of what was asked for before, but not of telling the designated officer. */
    @Permitted(Act.INTERNAL)
    public void shift(String reference, Instant since, DeadlineShift stood) {
        entities.createQuery("select w from WorkItem w where w.reference = :reference and w.open = true and w.openedAt <= :since "
                + "and w.task not in :telling", WorkItem.class).setParameter("reference", reference).setParameter("since", since)
                .setParameter("telling", TELLING).getResultList().forEach(item -> item.shift(stood));
    }

    /** The same for what waits about one request of the case. */
    @Permitted(Act.INTERNAL)
    public void shift(String reference, Long targetId, DeadlineShift stood) {
        entities.createQuery("select w from WorkItem w where w.reference = :reference and w.targetId = :target and w.open = true", WorkItem.class)
                .setParameter("reference", reference).setParameter("target", targetId).getResultList().forEach(item -> item.shift(stood));
    }

    private Optional<WorkItem> item(String task, String reference, Long targetId) {
        TypedQuery<WorkItem> query = entities.createQuery(OPEN_ITEM, WorkItem.class)
                .setParameter("reference", reference).setParameter("task", task).setParameter("target", targetId);
        return query.getResultList().stream().findFirst();
    }
}
