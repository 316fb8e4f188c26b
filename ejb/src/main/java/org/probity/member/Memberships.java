package org.probity.member;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.probity.access.AccountAct;
import org.probity.access.Act;
import org.probity.access.Caller;
import org.probity.access.CurrentCaller;
import org.probity.access.Guarded;
import org.probity.access.Permitted;
import org.probity.access.Role;
import org.probity.access.RolesGained;
import org.probity.access.RolesLost;
import org.probity.access.Signature;
import org.probity.account.Account;
import org.probity.kernel.Checks;
import org.probity.kernel.Refusal;
import org.probity.names.PersonName;

/**
 * Being a member of the current board: it begins, its roles change, it ends. Roles are asked at each request, so what is
 * withdrawn here is gone at the next one, at pages and in the API alike.
 */
@Stateless
@Guarded
public class Memberships {

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Event<MembershipOpening> opening;

    @Inject
    private Event<MemberJoined> joined;

    @Inject
    private Event<RolesGained> gained;

    @Inject
    private Event<RolesLost> lost;

    @Inject
    private Event<AccountAct> acts;

    @Inject
    private Clock clock;

    /**
     * Asked before anything is held or kept for {@link #join}: whatever the board keeps is looked through for them.
     *
     * @param account null for somebody who gets one by that address
     * @throws org.probity.kernel.TryAgainLater while that goes on
     */
    @Permitted(Act.INTERNAL)
    public void expect(Account account, String name, String email, Set<Role> roles) {
        Member before = account == null ? null : of(account);
        String address = before != null ? before.email() : account != null ? account.email() : email;
        String username = before != null || account == null ? address : account.username();
        Set<String> forms = new HashSet<>(MemberName.forms(name, address, username));
        forms(before).filter(MemberName::isLogin).map(MemberName::form).forEach(forms::add);
        opening.fire(new MembershipOpening(new KnownAs(account == null ? null : account.id(), name, roles, forms)));
    }

    private Member of(Account account) {
        return entities.createQuery("select m from Member m where m.accountId = :account", Member.class)
                .setParameter("account", account.id()).getResultList().stream().findFirst().orElse(null);
    }

    private Stream<MemberName> forms(Member member) {
        return member == null ? Stream.of() : entities.createQuery("select n from MemberName n where n.accountId = :account", MemberName.class)
                .setParameter("account", member.accountId()).getResultList().stream();
    }

    /** The same for {@link #changeRoles}. @param roles null where none were chosen */
    @Permitted(Act.INTERNAL)
    public void expect(Long memberId, Set<Role> roles) {
        Member member = standing(memberId);
        if (roles != null && !member.roles().containsAll(roles)) {
            Set<String> forms = forms(member).map(MemberName::form).collect(Collectors.toSet());
            opening.fire(new MembershipOpening(new KnownAs(member.accountId(), member.name(), roles, forms)));
        }
    }

    /**
     * The account is a member from now on, or again; people of the directory with the same address are known to be them.
     *
     * @param name as this board knows them
     * @throws Refusal STATE where they are a member already
     */
    @Permitted(Act.INTERNAL)
    public Member join(Account account, String name, Set<Role> roles, Long organisationId) {
        Member member = of(account);
        if (member == null) {
            member = new Member(account, name, roles, organisationId);
            entities.persist(member);
        } else {
            member.joinsAgain(name, roles, organisationId);
        }
        member.enters(clock.instant());
        recognise(account, member);
        note(member, MembershipChange.Kind.JOINED, Set.of(), null);
        return member;
    }

    /** Not by the address alone: it may have been typed wrong, or be read by several. */
    private void recognise(Account account, Member member) {
        entities.createQuery("select p from Person p where lower(p.email) = :email and p.accountId is null", Person.class)
                .setParameter("email", account.email().toLowerCase(Locale.ROOT)).getResultList().stream()
                .filter(person -> PersonName.of(person.name()).isSame(PersonName.of(member.name())))
                .forEach(person -> person.signsInAs(account));
        entities.flush();
        joined.fire(new MemberJoined(account.id(), member.name(), account.email()));
    }

    /** @throws Refusal NOT_FOUND; INVALID on {@code roles} or {@code reason}; STATE where the board would have no administrator */
    @Permitted(Act.INTERNAL)
    public void check(Long memberId, Set<Role> roles, String reason) {
        Member member = standing(memberId);
        new Checks().that(Administration.mayBeGiven(roles), "roles", "identity.refused.roles")
                .that(!Administration.isEmployed(roles) || member.organisationId() != null, "roles", "identity.refused.needsOrganisation")
                .text("reason", reason, 1000).done();
        requireAdministratorLeft(memberId, roles);
    }

    /** Other roles, from the next request on. @throws Refusal as {@link #check} */
    @Permitted(Act.INTERNAL)
    public void changeRoles(Long memberId, Set<Role> roles, String reason) {
        check(memberId, roles, reason);
        Member member = standing(memberId);
        Set<Role> before = member.roles();
        member.takes(roles);
        if (!before.containsAll(roles)) {
            gained.fire(new RolesGained(member.accountId(), roles.stream().filter(role -> !before.contains(role)).collect(Collectors.toSet())));
        }
        lost.fire(new RolesLost(member.id(), member.email(), member.roles()));
        note(member, MembershipChange.Kind.ROLES, before, reason);
    }

    /**
     * They are no member from the next request on; what they did stays theirs.
     *
     * @throws Refusal NOT_FOUND; STATE where the board would have no administrator
     */
    @Permitted(Act.INTERNAL)
    public void end(Long memberId, String reason) {
        requireAdministratorLeft(memberId, Set.of());
        Member member = standing(memberId);
        Set<Role> before = member.roles();
        member.ends(clock.instant());
        lost.fire(new RolesLost(member.id(), member.email(), Set.of()));
        note(member, MembershipChange.Kind.ENDED, before, reason);
    }

    /** @throws Refusal NOT_FOUND where nobody of that number is a member */
    @Permitted(Act.INTERNAL)
    public Member standing(Long memberId) {
        Member member = memberId == null ? null : entities.find(Member.class, memberId);
        if (member == null || member.hasEnded()) {
            throw Refusal.notFound();
        }
        return member;
    }

    /**
     * Whoever asks holds all memberships until the end of their transaction, in one order: of two who take the last two
     * administrators away at the same moment, the second finds what the first did.
     *
     * @throws Refusal NOT_FOUND; STATE where nobody else is an administrator and they would be none any more
     */
    @Permitted(Act.INTERNAL)
    public void requireAdministratorLeft(Long memberId, Set<Role> roles) {
        Member changed = standing(memberId);
        List<Member> held = entities.createQuery("select m from Member m where m.endedAt is null order by m.id", Member.class)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE).getResultList();
        if (changed.roles().contains(Role.ADMINISTRATOR) && !roles.contains(Role.ADMINISTRATOR)
                && held.stream().noneMatch(m -> !m.equals(changed) && m.roles().contains(Role.ADMINISTRATOR))) {
            throw Refusal.state("identity.refused.lastAdministrator");
        }
    }

    private void note(Member member, MembershipChange.Kind kind, Set<Role> before, String reason) {
        Set<Role> after = member.hasEnded() ? Set.of() : member.roles();
        entities.persist(new MembershipChange(member.id(), kind, before, after, reason, Signature.now(clock.instant())));
        tell("account.member" + kind.name().charAt(0) + kind.name().substring(1).toLowerCase(Locale.ROOT),
                Map.of("member", member.name(), "before", before, "after", after, "reason", reason == null ? "" : reason));
    }

    private void tell(String act, Map<String, ?> after) {
        Caller caller = CurrentCaller.get();
        acts.fire(new AccountAct(act, caller.accountId(), caller.name(), after));
    }
}
