package org.probity.access;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import org.probity.tenancy.BoardOwned;

/** That account sees nothing of that file: it is named in it, or has stepped aside. */
@Entity
@Table(name = "wall")
public class CaseExclusion extends BoardOwned {

    /** Somebody whose name is like one in the concern; until an officer knows better. */
    public static final String NAMESAKE = "named";

    /** Somebody whose name is near one in the concern, or who is named in its words; until another officer or a lead knows better. */
    public static final String NEAR_NAME = "near";

    /** Somebody stepped aside by their own word; until a lead lets them back. */
    public static final String STEPPED_ASIDE = "aside";

    /** The case is about them. */
    static final String SUBJECT = "subject";

    @Column(length = 30, nullable = false)
    private String reference;

    @Column(name = "account_id", nullable = false)
    private Long accountId;

    @Column(length = 40, nullable = false)
    private String reason;

    @Column(nullable = false)
    private Instant since;

    @Column(length = 1000)
    private String words;

    protected CaseExclusion() {
    }

    /** @param reason why in one word, such as {@code subject} */
    public CaseExclusion(String reference, Long accountId, String reason, Instant since) {
        this(reference, accountId, reason, null, since);
    }

    CaseExclusion(String reference, Long accountId, String reason, String words, Instant since) {
        this.words = words;
        this.reference = reference;
        this.accountId = accountId;
        this.reason = reason;
        this.since = since;
    }

    /** A wall that could be lifted no longer can, once the account is named in the case itself. */
    void stays(String graver) {
        if (liftable() && !graver.equals(NEAR_NAME)) {
            this.reason = graver;
        }
    }

    /** Whether another officer may take it away, and not only a lead: it stands on likeness alone. */
    public boolean isNear() {
        return reason.equals(NEAR_NAME);
    }

    /** Whether the case is about them. */
    boolean isSubject() {
        return reason.equals(SUBJECT);
    }

    /** Whether they stepped aside themselves. */
    boolean isOwnWord() {
        return reason.equals(STEPPED_ASIDE);
    }

    /** Whether a lead may take it away. */
    public boolean liftable() {
        return isNear() || reason.equals(NAMESAKE) || isOwnWord();
    }

    public String reason() {
        return reason;
    }

    /** Why somebody stepped aside, as they put it; null for other reasons. */
    public String words() {
        return words;
    }

    public Instant since() {
        return since;
    }

    public String reference() {
        return reference;
    }

    public Long accountId() {
        return accountId;
    }
}
