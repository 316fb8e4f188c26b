package org.probity.audit;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.hibernate.annotations.Immutable;
import org.probity.access.Caller;
import org.probity.access.Origin;
import org.probity.access.Role;
import org.probity.kernel.BoundedJson;
import org.probity.kernel.CodePoints;
import org.probity.kernel.Json;
import org.probity.tenancy.BoardOwned;

/**
 * One act, one look or one denied attempt. Comes to be while something is done, is sealed into the chain of its board at the
 * end of that transaction, and is never changed.
 */
@Entity
@Immutable
@Table(name = "audit_entry")
public class AuditEntry extends BoardOwned {

    /** Longest values kept word for word, in characters of JSON; of longer ones, and of others than archives take, a hash and the beginning. */
    static final int LONGEST_VALUES = 1_000_000;

    private static final int LONGEST_NAME = 200;
    private static final int BEGINNING = 4_000;

    @Column(nullable = false)
    private long seq;

    @Column(length = 43, nullable = false)
    private String previous;

    @Column(length = 43, nullable = false)
    private String hash;

    /** So that what an entry says cannot be found by trying what would give its hash. */
    @Column(length = Salt.LENGTH)
    private String salt;

    @Column(name = "earlier_proof", length = 43)
    private String earlierProof;

    @Column(nullable = false, name = "at_time")
    private Instant at;

    @Column(name = "account_id")
    private Long accountId;

    @Column(name = "actor_name", length = LONGEST_NAME, nullable = false)
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

    @Column(name = "before_act", length = LONGEST_VALUES)
    private String before;

    @Column(name = "after_act", length = LONGEST_VALUES)
    private String after;

    @Column(name = "from_address", length = 64)
    private String address;

    @Column(length = 10, nullable = false)
    private String channel;

    protected AuditEntry() {
    }

    public AuditEntry(Instant at, Caller caller, Origin origin, AuditedAct what) {
        this.salt = Salt.random();
        this.at = at.truncatedTo(ChronoUnit.MICROS);
        this.accountId = caller.accountId();
        this.actorName = CodePoints.first(caller.name(), LONGEST_NAME);
        this.actorRoles = String.join(",", caller.roles().stream().sorted().map(Role::name).toList());
        this.act = what.act();
        this.reference = what.reference();
        this.subjectKind = what.subjectKind();
        this.subjectId = what.subjectId();
        this.before = values(what.before());
        this.after = values(what.after());
        this.address = origin.address();
        this.channel = origin.channel();
    }

    private static String values(Map<String, ?> values) {
        String json = Json.write(values);
        return json == null || json.length() <= LONGEST_VALUES && BoundedJson.fits(json) ? json
                : Json.write(Map.of("tooLong", json.length(), "sha256", Canonical.hash(json), "beginning", CodePoints.first(json, BEGINNING)));
    }

    /** Takes its place in the chain of its board. */
    public void sealed(long place, String hashBefore, String own) {
        this.seq = place;
        this.previous = hashBefore;
        this.hash = own;
    }

    /** What is sealed, beside the place in the chain. */
    public String content() {
        return Salt.prefix(salt, earlierProof)
                + content(at, accountId, actorName, actorRoles, act, reference, subjectKind, subjectId, address, channel, before, after);
    }

    public long seq() {
        return seq;
    }

    public Instant at() {
        return at;
    }

    boolean isLook() {
        return act.equals(Audit.LOOKED);
    }

    public String reference() {
        return reference;
    }

    public boolean isHiddenBy(Redaction redaction) {
        return redaction.hides(seq, act, accountId, before, after);
    }

    public ChainEntry link() {
        return new ChainEntry(board(), seq, previous, content(), hash);
    }

    /** In this order for ever: it is what was hashed. */
    public static String content(Instant at, Long accountId, String name, String roles, String act, String reference, String kind,
            Long subjectId, String address, String channel, String before, String after) {
        return Canonical.fields().with("at", at).with("account", accountId).with("name", name).with("roles", roles)
                .with("act", act).with("reference", reference).with("kind", kind).with("subject", subjectId)
                .with("address", address).with("channel", channel).with("before", before).with("after", after).text();
    }
}
