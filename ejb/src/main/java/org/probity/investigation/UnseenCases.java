package org.probity.investigation;

import jakarta.annotation.Priority;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.probity.identity.Act;
import org.probity.identity.CurrentCaller;
import org.probity.identity.Guarded;
import org.probity.identity.Member;
import org.probity.identity.MemberJoined;
import org.probity.identity.Members;
import org.probity.identity.Permitted;
import org.probity.identity.RolesGained;
import org.probity.identity.RolesLost;
import org.probity.identity.SightLost;
import org.probity.identity.Walls;
import org.probity.kernel.Days;

/**
 * Open cases that nobody at the desk may see any more, because everybody there is named in them, has stepped aside or is gone.
 * Whatever took the last one's sight, the administrators hear of it without what the case is about, and find it in a list until
 * somebody may see it. Where such a case is restricted to a team, nobody has a place on it by being made a lead alone: see
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

    private static final String UNSEEN = " from Investigation i where i.endedAt is null and not exists (select 1 from Member m "
            + "where m.endedAt is null and m.accountId in :desk and" + Walls.inSight("i.reference", "m.accountId") + ")";

    /** A case in the list. @param restricted whether it takes a lead to see it */
    public record UnseenCase(String reference, Instant openedAt, boolean restricted) {
    }

    @Inject
    private Clock clock;

    @Inject
    private DeskMail desk;

    @Inject
    private Members members;

    @PersistenceContext
    private EntityManager entities;

    /** The administrators hear of it, once a day at most. */
    @Permitted(Act.INTERNAL)
    public void notice(@Observes @Priority(LAST) SightLost lost) {
        entities.createQuery("select i.reference" + UNSEEN + " and i.reference = :reference", String.class).setParameter("desk", atDesk())
                .setParameter("reference", lost.reference()).getResultList().forEach(this::tell);
    }

    /** The same for every case, where somebody has left the desk. */
    @Permitted(Act.INTERNAL)
    public void notice(@Observes @Priority(LAST) RolesLost lost) {
        if (lost.left().stream().noneMatch(Act.SEE_INVESTIGATION.roles()::contains)) {
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

    /** Whether nobody at the desk may see that case, and it is restricted to a team. */
    @Permitted(Act.INTERNAL)
    public boolean lacksTeam(String reference) {
        return !entities.createQuery("select i.id" + UNSEEN + restricted("i.reference") + "and i.reference = :reference", Long.class)
                .setParameter("desk", atDesk()).setParameter("reference", reference).getResultList().isEmpty();
    }

    private static String restricted(String reference) {
        return " and exists (select 1 from Restriction r where r.reference = " + reference + " and r.endedAt is null) ";
    }

    /** The oldest first, at most 100; not those that name the caller, or may. */
    @Permitted(Act.ADMINISTER)
    public List<UnseenCase> list() {
        return entities.createQuery("select new org.probity.investigation.UnseenCases$UnseenCase(i.reference, i.openedAt, case when 1 = 1"
                + restricted("i.reference") + "then true else false end)" + UNSEEN + " and" + Walls.notNamed("i.reference") + "order by i.id",
                UnseenCase.class).setParameter("desk", atDesk()).setParameter("me", CurrentCaller.get().accountOrNobody())
                .setMaxResults(SHOWN).getResultList();
    }

    /** Some of them. */
    private List<String> references() {
        return entities.createQuery("select i.reference" + UNSEEN + " order by i.id", String.class).setParameter("desk", atDesk()).setMaxResults(EACH + 1).getResultList();
    }

    /** Accounts of those who work on cases; none is nobody's number. */
    private List<Long> atDesk() {
        List<Long> accounts = members.standing().stream()
                .filter(member -> member.roles().stream().anyMatch(Act.SEE_INVESTIGATION.roles()::contains)).map(Member::accountId).toList();
        return accounts.isEmpty() ? List.of(-1L) : accounts;
    }
}
