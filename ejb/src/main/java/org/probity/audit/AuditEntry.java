package org.probity.audit;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Immutable;
import org.probity.identity.Caller;
import org.probity.identity.Origin;
import org.probity.identity.Role;
import org.probity.kernel.Json;
import org.probity.tenancy.BoardOwned;

/** One act or one denied attempt. Written once, never changed. */
@Entity
@Immutable
@Table(name = "audit_entry")
public class AuditEntry extends BoardOwned {

    private static final int LONGEST_NAME = 200;

    @Column(nullable = false, name = "at_time")
    private Instant at;

    @Column(name = "account_id")
    private Long accountId;

    @Column(name = "actor_name", length = 200, nullable = false)
    private String actorName;

    @Column(name = "actor_roles", length = 200, nullable = false)
    private String actorRoles;

    @Column(length = 60, nullable = false)
    private String act;

    @Column(length = 30)
    private String reference;

    @Column(name = "subject_kind", length = 40)
    private String subjectKind;

    @Column(name = "subject_id")
    private Long subjectId;

    @Column(name = "before_act", length = 1_000_000)
    private String before;

    @Column(name = "after_act", length = 1_000_000)
    private String after;

    @Column(name = "from_address", length = 64)
    private String address;

    @Column(length = 10, nullable = false)
    private String channel;

    protected AuditEntry() {
    }

    AuditEntry(Instant at, Caller caller, Origin origin, What what) {
        this.at = at;
        this.accountId = caller.accountId();
        this.actorName = caller.name().substring(0, Math.min(LONGEST_NAME, caller.name().length()));
        this.actorRoles = String.join(",", caller.roles().stream().sorted().map(Role::name).toList());
        this.act = what.act();
        this.reference = what.reference();
        this.subjectKind = what.subjectKind();
        this.subjectId = what.subjectId();
        this.before = Json.write(what.before());
        this.after = Json.write(what.after());
        this.address = origin.address();
        this.channel = origin.channel();
    }
}
