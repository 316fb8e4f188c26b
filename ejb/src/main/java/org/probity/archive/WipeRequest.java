package org.probity.archive;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import org.probity.access.Signature;
import org.probity.kernel.Refusal;
import org.probity.powers.Warning;
import org.probity.tenancy.Numbered;

/**
 * An operator asks that a closed board be wiped. Its administrators learn of it and can stop it; another operator carries it out,
 * or the same one a day after one of them was told ({@link Warning}). It counts for this closing of the board and for no later one.
 */
@Entity
@Table(name = "wipe_request")
public class WipeRequest extends Numbered {

    /** What came of it. */
    public enum Ending { WIPED, STOPPED }

    @Column(length = 30, nullable = false)
    private String slug;

    @Embedded
    private Signature signature;

    @Embedded
    private Warning warning;

    @Enumerated(EnumType.STRING)
    @Column(name = "ended_how", length = 20)
    private Ending endedHow;

    @Embedded
    @AttributeOverride(name = "at", column = @Column(name = "ended_at"))
    @AttributeOverride(name = "accountId", column = @Column(name = "ended_account"))
    @AttributeOverride(name = "name", column = @Column(name = "ended_name", length = 200))
    private Signature ended;

    /** The board while it is open, so that there is one at a time. */
    @Column(name = "open_slug", length = 30)
    private String openSlug;

    protected WipeRequest() {
    }

    WipeRequest(String slug, Signature signature) {
        this.slug = slug;
        this.signature = signature;
        this.openSlug = slug;
        this.warning = new Warning("archive.wipe/" + slug + "/" + signature.at().toEpochMilli() + "/");
    }

    /** @throws Refusal STATE where it is the same operator, and no administrator was told or their day is not over */
    void requireAnotherOrADay(Long accountId, Instant now) {
        if (!isForAnother(accountId) && !warning.isOver(now)) {
            throw alone() == null ? Refusal.state("archive.refused.untold") : Refusal.state("archive.refused.needsSecond", alone());
        }
    }

    /** Whether somebody else asked for it. */
    boolean isForAnother(Long accountId) {
        return accountId != null && !accountId.equals(signature.accountId());
    }

    /** From when on whoever asked for it may carry it out without another; null as long as no administrator of the board was told. */
    public Instant alone() {
        return warning.until();
    }

    Warning warning() {
        return warning;
    }

    /** @throws Refusal STATE where it is over already */
    void ends(Ending how, Signature by) {
        if (endedHow != null) {
            throw Refusal.state("identity.refused.changeOver");
        }
        endedHow = how;
        ended = by;
        openSlug = null;
    }

    public String slug() {
        return slug;
    }

    public Signature signature() {
        return signature;
    }

    Ending endedHow() {
        return endedHow;
    }
}
