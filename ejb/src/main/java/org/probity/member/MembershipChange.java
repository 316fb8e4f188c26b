package org.probity.member;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.util.Set;
import org.probity.access.Role;
import org.probity.access.RoleSet;
import org.probity.access.Signature;
import org.probity.tenancy.BoardOwned;

/** Somebody became a member, was given other roles, or ceased to be one: who decided it, when and why. */
@Entity
@Table(name = "membership_change")
public class MembershipChange extends BoardOwned {

    /** What changed. */
    public enum Kind { JOINED, ROLES, ENDED }

    @Column(name = "member_id", nullable = false)
    private Long memberId;

    @Enumerated(EnumType.STRING)
    @Column(length = 20, nullable = false)
    private Kind kind;

    @Convert(converter = RoleSet.class)
    @Column(name = "roles_before", length = 200, nullable = false)
    private Set<Role> before;

    @Convert(converter = RoleSet.class)
    @Column(name = "roles_after", length = 200, nullable = false)
    private Set<Role> after;

    @Column(length = 1000)
    private String reason;

    @Embedded
    private Signature signature;

    protected MembershipChange() {
    }

    MembershipChange(Long memberId, Kind kind, Set<Role> before, Set<Role> after, String reason, Signature signature) {
        this.memberId = memberId;
        this.kind = kind;
        this.before = Set.copyOf(before);
        this.after = Set.copyOf(after);
        this.reason = reason;
        this.signature = signature;
    }
}
