package org.probity.audit;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.probity.access.Caller;
import org.probity.access.DeniedAttempt;
import org.probity.access.Origin;
import org.probity.access.Role;
import org.probity.kernel.CodePoints;
import org.probity.kernel.Language;
import org.probity.tenancy.BoardOwned;

/**
 * The same attempt of one person, again and again within one period: the first is in the audit at once, and how often it was
 * repeated once the period is over. So nobody can fill the audit with what they may not do.
 */
@Entity
@Table(name = "denial")
public class Denial extends BoardOwned {

    private static final int LONGEST_METHOD = 200;
    private static final int LONGEST_ASKED = 500;

    @Column(nullable = false)
    private long period;

    @Column(length = 43, nullable = false)
    private String fold;

    @Column(length = 80, nullable = false)
    private String who;

    @Column(name = "account_id")
    private Long accountId;

    @Column(name = "actor_name", length = 200, nullable = false)
    private String actorName;

    @Column(name = "actor_roles", length = 200, nullable = false)
    private String actorRoles;

    @Column(name = "from_address", length = 64)
    private String address;

    @Column(length = 10, nullable = false)
    private String channel;

    @Column(length = 60, nullable = false)
    private String act;

    @Column(length = LONGEST_METHOD, nullable = false)
    private String method;

    @Column(length = LONGEST_ASKED, nullable = false)
    private String asked;

    @Column(nullable = false)
    private long repeats;

    @Column(name = "first_at", nullable = false)
    private Instant firstAt;

    @Column(name = "last_at", nullable = false)
    private Instant lastAt;

    protected Denial() {
    }

    /** @param fold under which it is found again @param who whose different attempts are counted together */
    public Denial(long period, String fold, String who, DeniedAttempt attempt, Instant now) {
        this.period = period;
        this.fold = fold;
        this.who = who;
        this.accountId = attempt.caller().accountId();
        this.actorName = cut(attempt.caller().name(), 200);
        this.actorRoles = attempt.caller().roles().stream().sorted().map(Role::name).collect(Collectors.joining(","));
        this.address = attempt.origin().address();
        this.channel = attempt.origin().channel();
        this.act = attempt.act();
        this.method = cut(attempt.method(), LONGEST_METHOD);
        this.asked = cut(attempt.asked(), LONGEST_ASKED);
        this.firstAt = now;
        this.lastAt = now;
    }

    private static String cut(String text, int longest) {
        return CodePoints.first(text, longest);
    }

    /** What the audit says of the first. */
    public AuditEntry first() {
        return entry(firstAt, new TreeMap<>(Map.of("method", method, "asked", asked)));
    }

    /** What the audit says of those that followed. */
    AuditEntry repeated(Instant now) {
        return entry(now, new TreeMap<>(Map.of("method", method, "asked", asked, "repeats", repeats, "from", firstAt.toString(),
                "until", lastAt.toString())));
    }

    private AuditEntry entry(Instant now, Map<String, ?> values) {
        Caller caller = new Caller(accountId, null, actorName, Role.named(actorRoles), null, Language.EN);
        return new AuditEntry(now, caller, new Origin(address, channel), new AuditedAct(act, null, "method", null, null, values));
    }

    boolean wasRepeated() {
        return repeats > 0;
    }
}
