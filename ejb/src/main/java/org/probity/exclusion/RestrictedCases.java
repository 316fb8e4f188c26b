package org.probity.exclusion;

import jakarta.annotation.Priority;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.probity.access.Act;
import org.probity.access.CaseExclusion;
import org.probity.access.CaseExclusions;
import org.probity.access.CurrentCaller;
import org.probity.access.Guarded;
import org.probity.access.Permitted;
import org.probity.access.Restriction;
import org.probity.access.Role;
import org.probity.access.SightLost;
import org.probity.investigation.DeskMail;
import org.probity.member.Member;
import org.probity.member.Members;

/**
 * Restricted cases as those outside their team may know of them, so that nobody buries one by restricting it to themself and to
 * somebody who does not look. The leads who may not see it hear that there is such a case and who restricted it, and again where one
 * lead alone is left who may see it; those cases the administrators find in a list, and likewise cases of everybody that walls leave to one
 * lead, since whoever names the others in a case puts them outside as well. Whoever a wall keeps from the case hears nothing:
 * nobody learns by this that they are in one. What is done to a restricted case its whole team hears.
 */
@Stateless
@Guarded
public class RestrictedCases {

    /** After everybody who takes work, mail and the lead of the case back. */
    private static final int LAST = Interceptor.Priority.APPLICATION + 900;

    private static final int SHOWN = 100;

    private static final String LEADS = "(select count(m) from Member m where m.endedAt is null and m.accountId in :leads and"
            + CaseExclusions.inSight("i.reference", "m.accountId") + ")";

    private static final String WALLED = "from Investigation i where i.reference in (select w.reference from CaseExclusion w where w.accountId in :leads and w.reason <> '" + CaseExclusion.STEPPED_ASIDE + "') "
            + "and not exists (select 1 from Restriction r where r.reference = i.reference and r.endedAt is null) and " + LEADS + " = 1";

    /** A case in the list. @param since when it was restricted, or null where walls alone left it to one @param by who restricted it @param endedAt null while it runs */
    public record RestrictedCase(String reference, Instant since, String by, Instant endedAt) {
    }

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private DeskMail desk;

    @Inject
    private Members members;

    /** Those outside hear of it, once for each restriction, once more where one lead is left, and once more where nobody is left but them. */
    @Permitted(Act.INTERNAL)
    public void notice(@Observes @Priority(LAST) SightLost lost) {
        standing(lost.reference()).ifPresent(shut -> {
            boolean one = isOfOneLead(lost.reference());
            String left = !one ? "" : seeing(lost.reference()) == 1 ? "/alone" : "/one";
            desk.outside(lost.reference(), "restriction/" + shut.id() + left, one ? "officer.oneLead" : "officer.restricted", shut.by());
        });
    }

    /** Whether walls leave that case, which no team has to itself, to one lead. */
    private boolean isWalled(String reference) {
        return !entities.createQuery("select i.id " + WALLED + " and i.reference = :reference", Long.class).setParameter("leads", leads())
                .setParameter("reference", reference).setMaxResults(1).getResultList().isEmpty();
    }

    /** Those outside a paused case hear that it stands still, where one lead alone may see it. @param key unique at the board */
    @Permitted(Act.INTERNAL)
    public void remind(String reference, String key) {
        standing(reference).filter(shut -> isOfOneLead(reference))
                .ifPresent(shut -> desk.outside(reference, key + "/outside", "officer.oneLeadPaused", shut.by()));
    }

    /**
     * Everybody who sees the case hears what was done to it, where it is restricted or one lead is left.
     *
     * @param key unique at the board
     */
    @Permitted(Act.INTERNAL)
    public void tellTeam(String reference, String key, String template) {
        if (standing(reference).isPresent() || isWalled(reference)) {
            desk.everybody(reference, key, template);
        }
    }

    /**
     * Those that one lead alone may see, open or ended: restricted ones first, the last one to be restricted before others, then those
     * that name the other leads, first where the desk has named somebody and not a report alone, the newest before others; at most 100 of each, and not those that name the caller, or may.
     */
    @Permitted(Act.ADMINISTER)
    public List<RestrictedCase> ofOneLead() {
        List<RestrictedCase> walled = entities.createQuery("select i.reference, i.endedAt " + WALLED + " and" + CaseExclusions.notNamed("i.reference")
                + "order by case when exists (select 1 from Party party where party.reference = i.reference) then 0 else 1 end, i.id desc",
                Object[].class).setParameter("leads", leads()).setParameter("me", CurrentCaller.get().accountOrNobody()).setMaxResults(SHOWN).getResultList().stream()
                .map(row -> new RestrictedCase((String) row[0], null, null, (Instant) row[1])).toList();
        return Stream.concat(shut().stream(), walled.stream()).toList();
    }

    private List<RestrictedCase> shut() {
        return entities.createQuery("select new org.probity.exclusion.RestrictedCases$RestrictedCase(i.reference, r.since, r.by, i.endedAt) "
                + "from Investigation i join Restriction r on r.reference = i.reference where r.endedAt is null and " + LEADS + " = 1 and"
                + CaseExclusions.notNamed("i.reference") + "order by r.since desc, r.id desc", RestrictedCase.class).setParameter("leads", leads())
                .setParameter("me", CurrentCaller.get().accountOrNobody()).setMaxResults(SHOWN).getResultList();
    }

    private boolean isOfOneLead(String reference) {
        return members.with(Role.LEAD, reference).size() == 1;
    }

    /** How many at the desk do. */
    private int seeing(String reference) {
        return (int) Act.SEE_INVESTIGATION.roles().stream().flatMap(role -> members.with(role, reference).stream()).map(Member::id).distinct().count();
    }

    /** Accounts of the leads; an empty list is no condition of a query. */
    private List<Long> leads() {
        List<Long> leads = members.standing().stream().filter(member -> member.roles().contains(Role.LEAD)).map(Member::accountId).toList();
        return leads.isEmpty() ? List.of(-1L) : leads;
    }

    private Optional<Restriction> standing(String reference) {
        return entities.createQuery("select r from Restriction r where r.reference = :reference and r.endedAt is null order by r.id", Restriction.class)
                .setParameter("reference", reference).setMaxResults(1).getResultList().stream().findFirst();
    }
}
