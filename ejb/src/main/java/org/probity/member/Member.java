package org.probity.member;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.probity.access.Caller;
import org.probity.access.Role;
import org.probity.access.RoleSet;
import org.probity.account.Account;
import org.probity.kernel.Language;
import org.probity.kernel.Refusal;
import org.probity.tenancy.BoardOwned;

/** An account at a board, with the roles it has there. */
@Entity
@Table(name = "member")
public class Member extends BoardOwned {

    @Column(name = "account_id", nullable = false)
    private Long accountId;

    @Column(length = 200, nullable = false)
    private String name;

    @Column(length = 254, nullable = false)
    private String email;

    @Convert(converter = RoleSet.class)
    @Column(length = 200, nullable = false)
    private Set<Role> roles;

    @Column(name = "organisation_id")
    private Long organisationId;

    @Column(name = "entered_at")
    private Instant enteredAt;

    @Column(name = "ended_at")
    private Instant endedAt;

    /** How they are found by name. */
    @OneToMany(mappedBy = "member", cascade = CascadeType.ALL, orphanRemoval = true)
    private Set<MemberName> names = new HashSet<>();

    protected Member() {
    }

    /** Known here by the name of the account. */
    public Member(Account account, Set<Role> roles, Long organisationId) {
        this(account, account.displayName(), roles, organisationId);
    }

    /** @param organisationId the parent organisation an HR partner, manager or employee belongs to, or null */
    public Member(Account account, String name, Set<Role> roles, Long organisationId) {
        this.accountId = account.id();
        this.name = name;
        this.email = account.email();
        this.roles = Set.copyOf(roles);
        this.organisationId = organisationId;
        isFoundAs(account.username());
    }

    /** @throws Refusal STATE while they are a member */
    public void joinsAgain(String knownAs, Set<Role> given, Long organisation) {
        if (!hasEnded()) {
            throw Refusal.state("identity.refused.memberAlready");
        }
        endedAt = null;
        enteredAt = null;
        name = knownAs;
        roles = Set.copyOf(given);
        organisationId = organisation;
        isFoundAs(email);
    }

    /** By what they are called now; ways in that are theirs stay so. */
    private void isFoundAs(String username) {
        Set<String> forms = Stream.concat(MemberName.forms(name, email, username).stream(), Stream.of(MemberName.READS).filter(form -> Role.readCases(roles)))
                .collect(Collectors.toSet());
        names.removeIf(old -> !old.isLogin() && !forms.contains(old.form()));
        Set<String> kept = names.stream().map(MemberName::form).collect(Collectors.toSet());
        forms.stream().filter(form -> !kept.contains(form)).forEach(form -> names.add(new MemberName(this, form)));
    }

    /** These roles and no others from now on. */
    public void takes(Set<Role> given) {
        roles = Set.copyOf(given);
        isFoundAs(email);
    }

    /** They have come to this board. What they do elsewhere is nothing to its administrator. */
    public Member enters(Instant now) {
        enteredAt = now;
        return this;
    }

    boolean hasEntered() {
        return enteredAt != null;
    }

    /** A member no longer. */
    public void ends(Instant now) {
        endedAt = now;
    }

    public boolean hasEnded() {
        return endedAt != null;
    }

    /** This member as the one who acts. */
    public Caller caller(Language language) {
        return caller(language, roles);
    }

    /** The same in no more than those of their roles. */
    public Caller caller(Language language, Set<Role> some) {
        return new Caller(accountId, id(), name, Set.copyOf(some), organisationId, language).at(board());
    }

    public Long accountId() {
        return accountId;
    }

    public String name() {
        return name;
    }

    public String email() {
        return email;
    }

    public Set<Role> roles() {
        return Set.copyOf(roles);
    }

    public Long organisationId() {
        return organisationId;
    }
}
