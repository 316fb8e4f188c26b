package org.probity.identity;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.Set;
import org.probity.kernel.Language;
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

    protected Member() {
    }

    /** @param organisationId the parent organisation an HR partner, manager or employee belongs to, or null */
    public Member(Account account, Set<Role> roles, Long organisationId) {
        this.accountId = account.id();
        this.name = account.displayName();
        this.email = account.email();
        this.roles = Set.copyOf(roles);
        this.organisationId = organisationId;
    }

    /** This member as the one who acts. */
    public Caller caller(Language language) {
        return new Caller(accountId, id(), name, Set.copyOf(roles), organisationId, language);
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
