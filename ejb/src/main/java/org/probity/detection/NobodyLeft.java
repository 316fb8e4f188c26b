package org.probity.detection;

import jakarta.annotation.Priority;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.probity.access.Act;
import org.probity.access.Capacity;
import org.probity.access.CaseExclusions;
import org.probity.access.CurrentCaller;
import org.probity.access.Guarded;
import org.probity.access.Permitted;
import org.probity.access.Role;
import org.probity.access.RolesLost;
import org.probity.access.SightLost;
import org.probity.casework.DeadEnds;
import org.probity.casework.DeadEnds.DeadEnd;
import org.probity.investigation.InvestigationReopened;
import org.probity.investigation.TookPart;
import org.probity.kernel.Days;
import org.probity.member.Member;
import org.probity.member.Members;

/**
 * Cases that nobody is left for, those among them in which no lead is left who may decide on a possible protected disclosure: no step of a
 * process waits for that, so {@link DeadEnds} does not find them. Whoever raised it does not decide, nor does an investigator; whatever
 * takes the last other lead away, the administrators hear of it as of any such case, once for each disclosure.
 */
@Stateless
@Guarded
public class NobodyLeft {

    private static final int SHOWN = 100;

    private static final Comparator<DeadEnd> SINCE = Comparator.comparing(DeadEnd::since).thenComparing(DeadEnd::reference);

    private static final String UNDECIDED = " from ProtectedDisclosure d join Investigation i on i.reference = d.reference where d.treatment is null "
            + "and i.endedAt is null and not exists (select 1 from Member m where m.endedAt is null and m.accountId in :leads "
            + "and (d.signed.accountId is null or m.accountId <> d.signed.accountId) and" + CaseExclusions.inSight("d.reference", "m.accountId")
            + "and not exists (select 1 from Involvement v where v.investigationId = i.id and v.memberId = m.id "
            + "and v.capacity = org.probity.access.Capacity.INVESTIGATED))";

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private DeadEnds others;

    @Inject
    private Members members;

    @Inject
    private Clock clock;

    /** Somebody has raised one. */
    @Permitted(Act.INTERNAL)
    public void notice(ProtectedDisclosure raised) {
        notice(raised.reference());
    }

    /** A lead who investigates decides on it no more. */
    @Permitted(Act.INTERNAL)
    public void notice(@Observes TookPart took) {
        notice(took.reference());
    }

    @Permitted(Act.INTERNAL)
    public void notice(@Observes @Priority(DeadEnds.LAST) SightLost lost) {
        notice(lost.reference());
    }

    /** It is undecided still. */
    @Permitted(Act.INTERNAL)
    public void notice(@Observes InvestigationReopened again) {
        notice(again.reference());
    }

    private void notice(String reference) {
        undecided("d", " and d.reference = :reference order by d.id", ProtectedDisclosure.class).setParameter("reference", reference).setMaxResults(1)
                .getResultList().forEach(disclosure -> ask(disclosure, ""));
    }

    /** Somebody is no lead any more: each that waits may have waited for them. */
    @Permitted(Act.INTERNAL)
    public void notice(@Observes @Priority(DeadEnds.LAST) RolesLost lost) {
        if (!lost.left().contains(Role.LEAD)) {
            String today = "/" + Days.of(clock.instant());
            List<ProtectedDisclosure> undecided = undecided("d", " order by d.id", ProtectedDisclosure.class).setMaxResults(DeadEnds.EACH + 1).getResultList();
            if (undecided.size() > DeadEnds.EACH) {
                others.askForMany(today);
            } else {
                undecided.forEach(disclosure -> ask(disclosure, today));
            }
        }
    }

    private void ask(ProtectedDisclosure disclosure, String once) {
        others.ask(disclosure.reference(), Capacity.APPROVED, "/disclosure/" + disclosure.id() + once);
    }

    /** Those that wait longest first, at most 100 of each kind, and not those that name the caller, or may. */
    @Permitted(Act.ADMINISTER)
    public List<DeadEnd> list() {
        List<DeadEnd> undecided = undecided("new org.probity.casework.DeadEnds$DeadEnd(d.reference, org.probity.access.Capacity.APPROVED, d.signed.at)",
                " and" + CaseExclusions.notNamed("d.reference") + "order by d.signed.at, d.reference", DeadEnd.class)
                .setParameter("me", CurrentCaller.get().accountOrNobody()).setMaxResults(SHOWN).getResultList();
        return Stream.concat(others.list().stream(), undecided.stream()).collect(Collectors.toMap(one -> Map.entry(one.reference(), one.waitsFor()),
                Function.identity(), BinaryOperator.minBy(SINCE))).values().stream().sorted(Comparator.comparing(DeadEnd::waitsFor).thenComparing(SINCE)).toList();
    }

    private <T> TypedQuery<T> undecided(String what, String rest, Class<T> type) {
        return entities.createQuery("select " + what + UNDECIDED + rest, type).setParameter("leads", leads());
    }

    /** Accounts of them; none is nobody's number. */
    private List<Long> leads() {
        List<Long> leads = members.standing().stream().filter(member -> member.roles().contains(Role.LEAD)).map(Member::accountId).toList();
        return leads.isEmpty() ? List.of(-1L) : leads;
    }
}
