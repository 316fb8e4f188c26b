package org.probity.identity;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.io.Serializable;
import java.security.SecureRandom;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.probity.kernel.Checks;
import org.probity.kernel.Language;
import org.probity.kernel.Refusal;
import org.probity.tenancy.CurrentBoard;

/** The administrator's desk: the board's partners and members. */
@Stateless
@Guarded
public class Administration {

    /** Roles an administrator may give; the others belong to the installation. */
    private static final Set<Role> GIVEN = EnumSet.of(Role.OFFICER, Role.LEAD, Role.HR, Role.EMPLOYEE, Role.MANAGER,
            Role.ADMINISTRATOR, Role.AUDITOR);

    private static final SecureRandom RANDOM = new SecureRandom();

    /** Somebody to be made a member. An HR partner, manager or employee needs an organisation. */
    public record NewMember(String name, String email, Set<Role> roles, Long organisationId, Language language) {
    }

    /** @param password shown once, to be handed over; null where the account existed before */
    public record Welcome(String username, String password) implements Serializable {
    }

    /** A member in a list. */
    public record MemberLine(Long id, String name, String email, Set<Role> roles, String organisation) {
    }

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Accounts accounts;

    @Inject
    private Passwords passwords;

    @Inject
    private Directory directory;

    /** @throws Refusal INVALID on {@code name} or {@code contactEmail} */
    @Permitted(Act.ADMINISTER)
    public Long addOrganisation(String name, String nameCy, String contactEmail) {
        new Checks().text("name", name, 200).max("nameCy", nameCy, 200).required("contactEmail", contactEmail)
                .that(isAddress(contactEmail), "contactEmail", "identity.refused.email").done();
        Organisation organisation = new Organisation(name.strip(), nameCy, contactEmail.strip());
        entities.persist(organisation);
        return organisation.id();
    }

    /**
     * Makes somebody a member of the current board; who has an account already keeps it and its password.
     *
     * @throws Refusal INVALID naming each field, STATE where they are a member already
     */
    @Permitted(Act.ADMINISTER)
    public Welcome addMember(NewMember given) {
        check(given);
        String username = given.email().strip().toLowerCase(Locale.ROOT);
        Optional<Account> known = CurrentBoard.outside(() -> accounts.known(username));
        known.ifPresent(this::requireNewcomer);
        String password = known.isPresent() ? null : newPassword();
        Account account = admit(username, given, password);
        entities.persist(new Member(account, given.roles(), given.organisationId()));
        return new Welcome(username, password);
    }

    private void check(NewMember given) {
        Set<Role> roles = given.roles() == null ? Set.of() : given.roles();
        boolean employed = roles.contains(Role.HR) || roles.contains(Role.MANAGER) || roles.contains(Role.EMPLOYEE);
        new Checks().text("name", given.name(), 200).required("email", given.email())
                .that(isAddress(given.email()), "email", "identity.refused.email")
                .that(!roles.isEmpty() && GIVEN.containsAll(roles), "roles", "identity.refused.roles")
                .that(!employed || given.organisationId() != null, "organisationId", "identity.refused.organisation").done();
        if (given.organisationId() != null) {
            directory.organisation(given.organisationId());
        }
    }

    private Account admit(String username, NewMember given, String password) {
        String board = CurrentBoard.slug();
        var newcomer = new Accounts.Newcomer(username, given.name().strip(), username,
                password == null ? null : passwords.hash(password), given.language() == null ? Language.EN : given.language());
        return CurrentBoard.outside(() -> accounts.admit(board, newcomer));
    }

    private void requireNewcomer(Account account) {
        if (!entities.createQuery("select m.id from Member m where m.accountId = :account", Long.class)
                .setParameter("account", account.id()).getResultList().isEmpty()) {
            throw Refusal.state("identity.refused.memberAlready");
        }
    }

    /** Everybody with a role at the board, by name. */
    @Permitted(Act.ADMINISTER)
    public List<MemberLine> members() {
        return entities.createQuery("select m, o.name from Member m left join Organisation o on o.id = m.organisationId "
                + "order by m.name", Object[].class).getResultStream().map(row -> line((Member) row[0], (String) row[1])).toList();
    }

    private static MemberLine line(Member member, String organisation) {
        return new MemberLine(member.id(), member.name(), member.email(), member.roles(), organisation);
    }

    private static boolean isAddress(String email) {
        return email != null && email.strip().matches("[^@\\s]+@[^@\\s]+") && email.length() <= 254;
    }

    static String newPassword() {
        byte[] bytes = new byte[12];
        RANDOM.nextBytes(bytes);
        return HexFormat.ofDelimiter("-").formatHex(bytes, 0, 4) + HexFormat.of().formatHex(bytes, 4, 12);
    }
}
