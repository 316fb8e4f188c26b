package org.probity.detection;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.probity.access.Act;
import org.probity.access.Caller;
import org.probity.access.Capacity;
import org.probity.access.CaseExclusions;
import org.probity.access.CurrentCaller;
import org.probity.access.Guarded;
import org.probity.access.OfCase;
import org.probity.access.Permitted;
import org.probity.access.Role;
import org.probity.casework.InvestigationQueries;
import org.probity.casework.Team;
import org.probity.detection.ProtectedDisclosure.Treatment;
import org.probity.investigation.Capacities;
import org.probity.investigation.CaseLine;
import org.probity.investigation.Investigation;
import org.probity.investigation.Investigations;
import org.probity.kernel.Page;
import org.probity.member.Member;

/** Reads what was raised in cases as a possible protected disclosure, and what waits for a lead to decide on it. */
@Stateless
@Guarded
public class DisclosureQueries {

    private static final String WAITING = "select i.reference, d.signed.at from ProtectedDisclosure d join Investigation i on i.reference = d.reference "
            + "where d.treatment is null and i.endedAt is null and (d.signed.accountId is null or d.signed.accountId <> :me) "
            + "and not exists (select 1 from Involvement v where v.investigationId = i.id and v.memberId = :member "
            + "and v.capacity = org.probity.access.Capacity.INVESTIGATED) and" + CaseExclusions.inSight("i.reference") + "order by d.id";

    /**
     * One that was raised.
     *
     * @param number counts those of the case, from 1
     * @param treatment how the case is treated for it; null while nobody has decided
     * @param decisions the first first
     */
    public record DisclosureLine(int number, String words, Instant raisedAt, String raisedBy, Treatment treatment, List<DecisionLine> decisions) {

        /** Key of what to do first where the subject would be asked or advised; null where nothing of it is in the way. */
        public String refuses() {
            return !inTheWay() ? null : treatment == null ? ProtectedDisclosure.UNDECIDED : ProtectedDisclosure.PROTECTED;
        }

        /** Whether it keeps the case from discipline. */
        public boolean inTheWay() {
            return treatment != Treatment.NOT_PROTECTED;
        }
    }

    /** One decision on it. */
    public record DecisionLine(Treatment treatment, String reasons, Instant decidedAt, String decidedBy) {
    }

    /** A case that waits for a lead's decision on one. */
    public record Waiting(CaseLine about, Instant raisedAt) {
    }

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Investigations investigations;

    @Inject
    private InvestigationQueries cases;

    @Inject
    private Disclosures disclosures;

    @Inject
    private Team team;

    @Inject
    private Capacities capacities;

    /** Those of a case, the newest first: it is what stands. */
    @Permitted(Act.SEE_INVESTIGATION)
    public List<DisclosureLine> of(@OfCase String reference) {
        investigations.visible(reference);
        return entities.createQuery("select d from ProtectedDisclosure d where d.reference = :reference order by d.number desc", ProtectedDisclosure.class)
                .setParameter("reference", reference).setMaxResults(Disclosures.MOST).getResultList().stream().map(this::line).toList();
    }

    private DisclosureLine line(ProtectedDisclosure raised) {
        return new DisclosureLine(raised.number(), raised.words(), raised.signed().at(), raised.signed().name(), raised.treatment(),
                disclosures.decisions(raised).stream().map(decided -> new DecisionLine(decided.treatment(), decided.reasons(), decided.signed().at(),
                        decided.signed().name())).toList());
    }

    /** Whether the reader may decide on what stands in the case now: for its pages, which explain why the form is absent. */
    @Permitted(Act.SEE_INVESTIGATION)
    public boolean mayDecide(@OfCase String reference) {
        Investigation investigation = investigations.visible(reference);
        Caller me = CurrentCaller.get();
        return Act.DECIDE_DISCLOSURE.allows(me) && team.actedAs(investigation) != Capacity.INVESTIGATED
                && disclosures.latest(reference).filter(raised -> mayDecide(raised, me)).isPresent();
    }

    /** Who is left to decide on what nobody has decided yet; where there is nothing, who would be if the reader raised it. By name. */
    @Permitted(Act.SEE_INVESTIGATION)
    public List<String> deciders(@OfCase String reference) {
        Investigation investigation = investigations.visible(reference);
        Long raising = disclosures.latest(reference).filter(raised -> raised.treatment() == null).map(raised -> raised.signed().accountId())
                .orElse(CurrentCaller.get().accountId());
        return capacities.deciders(investigation, raising).stream().map(Member::name).toList();
    }

    private boolean mayDecide(ProtectedDisclosure raised, Caller me) {
        return raised.inTheWay().isPresent() && raised.isForAnother(me)
                && disclosures.decisions(raised).stream().reduce((former, last) -> last).filter(last -> ProtectedDisclosure.isOf(last.signed(), me)).isEmpty();
    }

    /** What a lead may decide on now, in cases that have not ended, the oldest first. */
    @Permitted(Act.SEE_INVESTIGATION)
    public List<Waiting> waiting() {
        Caller me = CurrentCaller.get();
        if (!me.has(Role.LEAD)) {
            return List.of();
        }
        List<Object[]> rows = entities.createQuery(WAITING, Object[].class).setParameter("me", me.accountOrNobody()).setParameter("member", me.memberId())
                .setMaxResults(Page.LARGEST).getResultList();
        Map<String, CaseLine> lines = rows.isEmpty() ? Map.of() : cases.lines(rows.stream().map(row -> (String) row[0]).collect(Collectors.toSet()))
                .stream().collect(Collectors.toMap(CaseLine::reference, Function.identity()));
        return rows.stream().filter(row -> lines.containsKey(row[0])).map(row -> new Waiting(lines.get(row[0]), (Instant) row[1])).toList();
    }
}
