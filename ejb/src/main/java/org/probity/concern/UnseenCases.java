package org.probity.concern;

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
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.probity.access.Act;
import org.probity.access.CaseExclusion;
import org.probity.access.CaseExclusions;
import org.probity.access.CurrentCaller;
import org.probity.access.Guarded;
import org.probity.access.Permitted;
import org.probity.access.Role;
import org.probity.access.RolesGained;
import org.probity.access.RolesLost;
import org.probity.access.SightLost;
import org.probity.casework.TeamAppointments;
import org.probity.investigation.DeskMail;
import org.probity.kernel.Days;
import org.probity.kernel.Refusal;
import org.probity.member.Member;
import org.probity.member.MemberJoined;
import org.probity.member.Members;

/**
 * Open cases, and ended ones restricted to a team or that name a lead, that no lead may see any more, because every one is named in them, has stepped
 * aside or is gone; at a board without a lead, those that nobody at the desk may see. Whatever took the last one's sight, an officer's naming the leads as witnesses
 * too, the administrators hear of it without what the case is about, find it in a list until a lead may see it, and until then it
 * is not ended either. Where such a case is restricted to a team, nobody has a place on it by being made a lead alone: see
 * {@link TeamAppointments}.
 */
@Stateless
@Guarded
public class UnseenCases {

    /** After everybody who takes work, mail and the lead of the case back. */
    private static final int LAST = Interceptor.Priority.APPLICATION + 900;

    private static final int SHOWN = 100;

    /** Of so many cases that went out of sight at once the administrators hear one by one; of more in one mail. */
    private static final int EACH = 3;

    private static final List<Long> NOBODY = List.of(-1L);

    private static final String UNSEEN = " from Investigation i where (i.endedAt is null or" + standing("i.reference") + "or"
            + kept("i.reference") + ") and not exists (select 1 from Member m "
            + "where m.endedAt is null and m.accountId in :watching and" + CaseExclusions.inSight("i.reference", "m.accountId") + ")";

    /** A case in the list. @param restricted whether a lead has to be appointed to it */
    public record UnseenCase(String reference, Instant openedAt, boolean restricted) {
    }

    @Inject
    private Clock clock;

    @Inject
    private DeskMail desk;

    @Inject
    private ConcernMail concerns;

    @Inject
    private Members members;

    @PersistenceContext
    private EntityManager entities;

    /** The administrators hear of it, once a day at most; of many new ones at once they hear when the hour is over. */
    @Permitted(Act.INTERNAL)
    public void notice(@Observes @Priority(LAST) SightLost lost) {
        entities.createQuery("select i.openedAt" + UNSEEN + " and i.reference = :reference", Instant.class).setParameter("watching", watching())
                .setParameter("reference", lost.reference()).setMaxResults(1).getResultList().stream().filter(opened -> !isOfFlood(opened))
                .forEach(opened -> tell(lost.reference()));
    }

    private boolean isOfFlood(Instant opened) {
        return opened.truncatedTo(ChronoUnit.HOURS).equals(clock.instant().truncatedTo(ChronoUnit.HOURS)) && concerns.isFlood();
    }

    /** The administrators hear of those among the concerns of an hour that had too many, once for each hour. */
    @Permitted(Act.CLOCKWORK)
    public void tellOfMore() {
        concerns.floods().filter(hour -> !entities.createQuery("select i.id" + UNSEEN + " and i.openedAt >= :hour and i.openedAt < :next", Long.class)
                .setParameter("watching", watching()).setParameter("hour", hour).setParameter("next", hour.plus(1, ChronoUnit.HOURS))
                .setMaxResults(1).getResultList().isEmpty()).forEach(hour -> desk.administrators("unseen/hour/" + hour));
    }

    /** The same for every case, where somebody is no lead any more or has left the desk. */
    @Permitted(Act.INTERNAL)
    public void notice(@Observes @Priority(LAST) RolesLost lost) {
        if (!lost.left().contains(Role.LEAD)) {
            tellOfAll(lost.memberId());
        }
    }

    private void tellOfAll(Long id) {
        List<String> unseen = references();
        if (unseen.size() <= EACH) {
            unseen.forEach(this::tell);
        } else {
            desk.administrators("unseen/" + id + "/" + Days.of(clock.instant()));
        }
    }

    private void tell(String reference) {
        desk.administrators(reference, "unseen/" + reference + "/" + Days.of(clock.instant()));
    }

    /** Where somebody has joined and there still are such cases, as after a board was restored: they do not open by that. */
    @Permitted(Act.INTERNAL)
    public void notice(@Observes @Priority(LAST) MemberJoined joined) {
        tellOfAll(joined.accountId());
    }

    /** The same where somebody was given a role. */
    @Permitted(Act.INTERNAL)
    public void notice(@Observes @Priority(LAST) RolesGained gained) {
        tellOfAll(gained.accountId());
    }

    /** Whether no lead may see that case, so that the administrators have heard of it here. */
    @Permitted(Act.INTERNAL)
    public boolean isUnseen(String reference) {
        return isUnseen(reference, "");
    }

    /** Whether no lead may see that case, and it is restricted to a team. */
    @Permitted(Act.INTERNAL)
    public boolean lacksTeam(String reference) {
        return isUnseen(reference, restricted("i.reference"));
    }

    /**
     * @throws Refusal STATE where no lead may see that case, or it is restricted, or names somebody at the desk, and nobody there may
     *         see it but the caller: then nobody else could look at why it ends, or stands still
     */
    @Permitted(Act.INTERNAL)
    public void requireWitness(String reference) {
        if (isUnseen(reference, "")) {
            throw Refusal.state("investigation.refused.noLead");
        }
        List<Long> others = accounts(Act.SEE_INVESTIGATION.roles()).stream()
                .filter(account -> !account.equals(CurrentCaller.get().accountId())).toList();
        if (isUnseen(reference, " and (" + standing("i.reference") + "or" + kept("i.reference") + ")", others)) {
            throw Refusal.state("investigation.refused.alone");
        }
    }

    private boolean isUnseen(String reference, String and) {
        return isUnseen(reference, and, watching());
    }

    private boolean isUnseen(String reference, String and, List<Long> accounts) {
        return !entities.createQuery("select i.id" + UNSEEN + and + " and i.reference = :reference", Long.class)
                .setParameter("watching", accounts.isEmpty() ? NOBODY : accounts).setParameter("reference", reference).getResultList().isEmpty();
    }

    private static String standing(String reference) {
        return " exists (select 1 from Restriction r where r.reference = " + reference + " and r.endedAt is null) ";
    }

    /** Condition that somebody of those who watch was put outside of it by what it says: whoever steps aside goes by themself. */
    private static String kept(String reference) {
        return " exists (select 1 from CaseExclusion kept where kept.reference = " + reference + " and kept.accountId in :watching and kept.reason <> '"
                + CaseExclusion.STEPPED_ASIDE + "') ";
    }

    private static String restricted(String reference) {
        return " and" + standing(reference);
    }

    /** Those restricted to a team first, which nobody's report does, then the oldest; at most 100, and not those that name the caller, or may. */
    @Permitted(Act.ADMINISTER)
    public List<UnseenCase> list() {
        return listed("order by case when 1 = 1" + restricted("i.reference") + "then 0 else 1 end, i.id").setMaxResults(SHOWN).getResultList();
    }

    /** Whether that case is among them, however many they are, and restricted to a team. */
    @Permitted(Act.ADMINISTER)
    public boolean isRestricted(String reference) {
        return listed("and i.reference = :reference").setParameter("reference", reference).setMaxResults(1).getResultList().stream()
                .anyMatch(UnseenCase::restricted);
    }

    private TypedQuery<UnseenCase> listed(String rest) {
        return entities.createQuery("select new org.probity.concern.UnseenCases$UnseenCase(i.reference, i.openedAt, case when 1 = 1"
                + restricted("i.reference") + "then true else false end)" + UNSEEN + " and" + CaseExclusions.notNamed("i.reference") + rest,
                UnseenCase.class).setParameter("watching", watching()).setParameter("me", CurrentCaller.get().accountOrNobody());
    }

    /** Some of them. */
    private List<String> references() {
        return entities.createQuery("select i.reference" + UNSEEN + " order by i.id", String.class).setParameter("watching", watching()).setMaxResults(EACH + 1).getResultList();
    }

    /** Accounts of the leads, or of everybody who works on cases where there is no lead; none is nobody's number. */
    private List<Long> watching() {
        return Stream.of(Set.of(Role.LEAD), Act.SEE_INVESTIGATION.roles()).map(this::accounts).filter(found -> !found.isEmpty()).findFirst()
                .orElse(NOBODY);
    }

    private List<Long> accounts(Set<Role> roles) {
        List<Long> accounts = members.standing().stream().filter(member -> member.roles().stream().anyMatch(roles::contains))
                .map(Member::accountId).toList();
        return accounts;
    }
}
