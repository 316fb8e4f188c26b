package org.probity.member;

import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.probity.access.Act;
import org.probity.access.Guarded;
import org.probity.access.Permitted;
import org.probity.access.Role;
import org.probity.account.Account;
import org.probity.kernel.Checks;
import org.probity.kernel.Language;
import org.probity.kernel.Refusal;

/** The administrator's desk: the board's partners and members. */
@Stateless
@Guarded
public class Administration {

    /** Roles an administrator may give; the others belong to the installation. */
    private static final Set<Role> GIVEN = EnumSet.of(Role.OFFICER, Role.LEAD, Role.HR, Role.EMPLOYEE, Role.MANAGER,
            Role.ADMINISTRATOR, Role.AUDITOR);

    /** Somebody to be asked to join. An HR partner, manager or employee needs an organisation. */
    public record NewMember(String name, String email, Set<Role> roles, Long organisationId, Language language) {
    }

    /**
     * A member in a list.
     *
     * @param secondFactor whether they have one
     */
    public record MemberLine(Long id, String name, String email, Set<Role> roles, String organisation, boolean secondFactor) {
    }

    @PersistenceContext
    private EntityManager entities;

    /** @throws Refusal INVALID on {@code name}, also where a partner has it, or on {@code contactEmail} */
    @Permitted(Act.ADMINISTER)
    public Long addOrganisation(String name, String nameCy, String contactEmail) {
        inBoth(new Checks(), name, nameCy).required("contactEmail", contactEmail)
                .email("contactEmail", contactEmail)
                .that(name == null || !isPartner(name.strip()), "name", "identity.refused.organisationTwice").done();
        Organisation organisation = new Organisation(name.strip(), nameCy, contactEmail.strip());
        entities.persist(organisation);
        return organisation.id();
    }

    /** A name, and what it is in Welsh where it is something else: both stand in mail. */
    public static Checks inBoth(Checks checks, String name, String nameCy) {
        checks.name("name", name);
        return nameCy == null || nameCy.isBlank() ? checks : checks.name("nameCy", nameCy);
    }

    private boolean isPartner(String name) {
        return !entities.createQuery("select o.id from Organisation o where lower(o.name) = lower(:name)", Long.class)
                .setParameter("name", name).setMaxResults(1).getResultList().isEmpty();
    }

    /** Whether an administrator may give these roles, and they are any. */
    public static boolean mayBeGiven(Set<Role> roles) {
        return roles != null && !roles.isEmpty() && GIVEN.containsAll(roles);
    }

    /** Whether somebody with these roles belongs to a parent organisation. */
    public static boolean isEmployed(Set<Role> roles) {
        return roles.contains(Role.HR) || roles.contains(Role.MANAGER) || roles.contains(Role.EMPLOYEE);
    }

    /** Everybody with a role at the board, by name. */
    @Permitted(Act.ADMINISTER)
    public List<MemberLine> members() {
        return entities.createQuery("select m, o.name, a from Member m join Account a on a.id = m.accountId "
                + "left join Organisation o on o.id = m.organisationId where m.endedAt is null order by m.name", Object[].class)
                .getResultList().stream().map(row -> line((Member) row[0], (String) row[1], (Account) row[2])).toList();
    }

    private static MemberLine line(Member member, String organisation, Account account) {
        return new MemberLine(member.id(), member.name(), member.email(), member.roles(), organisation, account.hasSecondFactor());
    }
}
