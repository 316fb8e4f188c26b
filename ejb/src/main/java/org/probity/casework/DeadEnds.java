package org.probity.casework;

import jakarta.annotation.Priority;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.probity.access.Act;
import org.probity.access.Capacity;
import org.probity.access.CaseExclusions;
import org.probity.access.CurrentCaller;
import org.probity.access.Guarded;
import org.probity.access.Permitted;
import org.probity.access.RolesLost;
import org.probity.access.SightLost;
import org.probity.concern.UnseenCases;
import org.probity.investigation.Capacities;
import org.probity.investigation.DeskMail;
import org.probity.investigation.Investigation;
import org.probity.investigation.TookPart;
import org.probity.kernel.Days;
import org.probity.member.Member;
import org.probity.member.Members;
import org.probity.notification.Outbox;
import org.probity.worklist.WorkOpened;

/**
 * Cases that wait for something nobody is left for, because whoever could do it has acted there in another capacity, does not see the
 * case or is gone. Whatever takes the last one away or lets such a step wait, the administrators hear of it without what the case is
 * about, once for each case and capacity and again on a day on which somebody has lost a role, and find it in a list until somebody is
 * left. Whom they make lead or officer then may do it without more; where the case is restricted, once they are on its team. Of a case
 * that no lead may see they hear by {@link UnseenCases} alone.
 */
@Stateless
@Guarded
public class DeadEnds {

    /** After everybody who takes work, mail and the lead of the case back. */
    public static final int LAST = Interceptor.Priority.APPLICATION + 900;

    private static final int SHOWN = 100;

    /** Of so many that came at once the administrators hear one by one; of more in one mail. */
    public static final int EACH = 3;

    /** The one step that is opened after the end of a case, too, where an indecent image is suspected then: the law asks for it. */
    private static final String TELLING = "w.task = 'tellDesignatedOfficer'";

    /** Before triage has decided anything a report is all there is, and reports are many. */
    private static final String AWAITED = " from WorkItem w join Investigation i on i.id = w.investigationId where w.open = true "
            + "and (" + TELLING + " or i.endedAt is null and (i.decision is not null or w.capacity <> org.probity.access.Capacity.INVESTIGATED))";

    private static final String STUCK = AWAITED + " and w.capacity = :capacity and not exists (select 1 from Member m "
            + "where m.endedAt is null and m.accountId in :able and" + CaseExclusions.inSight("w.reference", "m.accountId") + "and not exists (select 1 from Involvement v "
            + "where v.investigationId = w.investigationId and v.memberId = m.id and v.capacity <> w.capacity))";

    /** A case in the list. @param waitsFor as what somebody would have to act @param since when it began to wait */
    public record DeadEnd(String reference, Capacity waitsFor, Instant since) {
    }

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Capacities capacities;

    @Inject
    private UnseenCases unseen;

    @Inject
    private Members members;

    @Inject
    private DeskMail desk;

    @Inject
    private Clock clock;

    /** A step waits, and somebody or nobody may do it. */
    @Permitted(Act.INTERNAL)
    public void notice(@Observes WorkOpened opened) {
        noticeStuck(opened.reference());
    }

    /** What waited already may have waited for whoever did something else now. */
    @Permitted(Act.INTERNAL)
    public void notice(@Observes TookPart took) {
        noticeStuck(took.reference());
    }

    @Permitted(Act.INTERNAL)
    public void notice(@Observes @Priority(LAST) SightLost lost) {
        noticeStuck(lost.reference());
    }

    private void noticeStuck(String reference) {
        awaited(reference).stream().filter(capacity -> !stuck("w.reference", capacity, " and w.reference = :reference", String.class)
                .setParameter("reference", reference).setMaxResults(1).getResultList().isEmpty()).forEach(capacity -> ask(reference, capacity, ""));
    }

    /** As what somebody would have to act in that case now: for most of what is reported as nothing. */
    private List<Capacity> awaited(String reference) {
        return entities.createQuery("select distinct w.capacity" + AWAITED + " and w.reference = :reference and w.capacity is not null", Capacity.class)
                .setParameter("reference", reference).setMaxResults(Capacity.values().length).getResultList();
    }

    /** What is decided on a case asks for somebody in that capacity later, before any step waits for them. */
    @Permitted(Act.INTERNAL)
    public void foresee(Investigation investigation, Capacity capacity) {
        if (capacities.left(investigation, capacity).isEmpty()) {
            ask(investigation.reference(), capacity, "");
        }
    }

    /** Somebody is no lead or officer any more: every case that waits may have waited for them. */
    @Permitted(Act.INTERNAL)
    public void notice(@Observes @Priority(LAST) RolesLost lost) {
        String today = "/" + Days.of(clock.instant());
        for (Capacity capacity : Capacity.values()) {
            if (capacity.roles().stream().anyMatch(role -> !lost.left().contains(role))) {
                List<String> references = stuck("distinct i.reference", capacity, " order by i.reference", String.class).setMaxResults(EACH + 1).getResultList();
                if (references.size() > EACH) {
                    askForMany(today);
                } else {
                    references.forEach(reference -> ask(reference, capacity, today));
                }
            }
        }
    }

    /** Once for so many cases on a day. @param today unique to it */
    @Permitted(Act.INTERNAL)
    public void askForMany(String today) {
        desk.administrators("left/many" + today, "officer.leftMany", Outbox.LEFT);
    }

    /** The administrators are asked for somebody. @param once what they are not asked again for, of the case and the capacity */
    @Permitted(Act.INTERNAL)
    public void ask(String reference, Capacity capacity, String once) {
        if (!unseen.isUnseen(reference)) {
            desk.nobodyLeft(reference, "left/" + reference + "/" + capacity + once, capacity);
        }
    }

    /** Those that wait longest first, at most 100 of each capacity, and not those that name the caller, or may. */
    @Permitted(Act.ADMINISTER)
    public List<DeadEnd> list() {
        return Stream.of(Capacity.values()).flatMap(capacity -> stuck("new org.probity.casework.DeadEnds$DeadEnd(i.reference, w.capacity, min(w.openedAt))",
                capacity, " and" + CaseExclusions.notNamed("i.reference") + "group by i.reference, w.capacity order by min(w.openedAt), i.reference", DeadEnd.class)
                .setParameter("me", CurrentCaller.get().accountOrNobody()).setMaxResults(SHOWN).getResultList().stream()).toList();
    }

    private <T> TypedQuery<T> stuck(String what, Capacity capacity, String rest, Class<T> type) {
        return entities.createQuery("select " + what + STUCK + rest, type).setParameter("capacity", capacity).setParameter("able", able(capacity));
    }

    /** Accounts of those with a role for it; none is nobody's number. */
    private List<Long> able(Capacity capacity) {
        List<Long> able = members.standing().stream().filter(member -> member.roles().stream().anyMatch(capacity.roles()::contains))
                .map(Member::accountId).toList();
        return able.isEmpty() ? List.of(-1L) : able;
    }
}
