package org.probity.member;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.probity.access.Act;
import org.probity.access.Caller;
import org.probity.access.CaseExclusions;
import org.probity.access.CurrentCaller;
import org.probity.access.Guarded;
import org.probity.access.Permitted;
import org.probity.access.Role;
import org.probity.account.Account;
import org.probity.kernel.Language;
import org.probity.kernel.Refusal;

/** Who somebody is at the current board. Asked anew at each request, so a role withdrawn is gone at the next one. */
@Stateless
@Guarded
public class Members {

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Clock clock;

    /** The account's membership of the current board. */
    @Permitted(Act.ENTER)
    public Optional<Caller> caller(Long accountId, Language language) {
        return standing(accountId).map(m -> m.caller(language));
    }

    /** The same for somebody who stands at one of its pages; the first time is noted. */
    @Permitted(Act.ENTER)
    public Optional<Caller> visitor(Long accountId, Language language) {
        Optional<Member> member = standing(accountId);
        member.filter(m -> !m.hasEntered()).ifPresent(m -> entities.createQuery("update Member m set m.enteredAt = :now "
                + "where m.id = :id").setParameter("now", clock.instant()).setParameter("id", m.id()).executeUpdate());
        return member.map(m -> m.caller(language));
    }

    private Optional<Member> standing(Long accountId) {
        return entities.createQuery("select m from Member m where m.accountId = :account and m.endedAt is null", Member.class)
                .setParameter("account", accountId).getResultList().stream().findFirst();
    }

    /** Members with that role who see the file, for mail and choices. An employer's people see it whoever is on its team. */
    @Permitted(Act.INTERNAL)
    public List<Member> with(Role role, String reference) {
        return entities.createQuery("select m from Member m where m.endedAt is null and" + sight(role) + "order by m.name", Member.class)
                .setParameter("reference", reference).getResultList().stream().filter(m -> m.roles().contains(role)).toList();
    }

    /** The language a member reads, for mail to them. */
    @Permitted(Act.INTERNAL)
    public Language language(Member member) {
        return entities.find(Account.class, member.accountId()).language();
    }

    /** Members before whom no wall of the file stands, whoever is on its team, by name. */
    @Permitted(Act.INTERNAL)
    public List<Member> unnamed(String reference) {
        return entities.createQuery("select m from Member m where m.endedAt is null and" + sight(Role.HR) + "order by m.name", Member.class)
                .setParameter("reference", reference).getResultList();
    }

    /** Whether that account is a member now. @param accountId null for nobody's */
    @Permitted(Act.INTERNAL)
    public boolean has(Long accountId) {
        return accountId != null && standing(accountId).isPresent();
    }

    /** Everybody who is a member now, by name. */
    @Permitted(Act.INTERNAL)
    public List<Member> standing() {
        return entities.createQuery("select m from Member m where m.endedAt is null order by m.name", Member.class).getResultList();
    }

    /** Whether the member may know of the file: the board's own people from their team, an employer's unless they are named. */
    @Permitted(Act.INTERNAL)
    public boolean knows(Member member, String reference) {
        Role desk = member.roles().stream().anyMatch(Act.SEE_INVESTIGATION.roles()::contains) ? Role.OFFICER : Role.HR;
        return !entities.createQuery("select m.id from Member m where m.id = :member and m.endedAt is null and" + sight(desk), Long.class)
                .setParameter("member", member.id()).setParameter("reference", reference).getResultList().isEmpty();
    }

    /** Members with that address, however it is written. */
    @Permitted(Act.INTERNAL)
    public List<Member> at(String email) {
        return entities.createQuery("select distinct m from MemberName n join n.member m where n.form = :form and m.endedAt is null", Member.class)
                .setParameter("form", MemberName.address(email)).getResultList();
    }

    private static String sight(Role role) {
        return role == Role.HR ? CaseExclusions.notNamed(":reference", "m.accountId") : CaseExclusions.inSight(":reference", "m.accountId");
    }

    /**
     * Holds those members until the transaction ends, in the order in which everybody does: none of them leaves, or loses a role, before
     * what they are given is kept. It comes before a case is held, since whoever ends a membership holds that before its cases.
     *
     * @param ids null for nobody
     */
    @Permitted(Act.INTERNAL)
    public void hold(Long... ids) {
        Stream.of(ids).filter(Objects::nonNull).distinct().sorted().forEach(id -> entities.find(Member.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    /**
     * Holds the caller as {@link #hold(Long...)}, who is to be given something that goes with that role.
     *
     * @return the caller's membership
     * @throws Refusal STALE where they have it no longer
     */
    @Permitted(Act.INTERNAL)
    public Long holdAs(Role role) {
        Long caller = CurrentCaller.get().memberId();
        hold(caller);
        Member held = member(caller);
        if (held.hasEnded() || !held.roles().contains(role)) {
            throw Refusal.stale();
        }
        return caller;
    }

    @Permitted(Act.INTERNAL)
    public Member member(Long memberId) {
        return entities.find(Member.class, memberId);
    }
}
