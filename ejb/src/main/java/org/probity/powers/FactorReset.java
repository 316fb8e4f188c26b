package org.probity.powers;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import org.probity.access.Caller;
import org.probity.access.Signature;
import org.probity.kernel.Refusal;
import org.probity.tenancy.Numbered;

/**
 * Somebody's second factor is to be set aside, such as after a lost telephone. One person asks for it; it is done when another
 * confirms it, or a day after the mail has left that tells the one whose it is, who can stop it meanwhile ({@link Warning}). Where that
 * mail never leaves, it takes the second person; the operator sees why it does not, and may send it again.
 */
@Entity
@Table(name = "factor_reset")
public class FactorReset extends Numbered {

    /** What came of it. */
    public enum Ending { CONFIRMED, DUE, STOPPED }

    @Column(name = "account_id", nullable = false)
    private Long accountId;

    @Column(name = "asked_at_board", length = 30)
    private String board;

    @Column(length = 1000, nullable = false)
    private String reason;

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

    /** The account while it is open, so that there is one at a time. */
    @Column(name = "open_account")
    private Long openAccount;

    protected FactorReset() {
    }

    /** @param board whose administrator asks for it; null for the operator */
    FactorReset(Long accountId, String board, String reason, Signature signature) {
        this.accountId = accountId;
        this.board = board;
        this.reason = reason;
        this.signature = signature;
        this.warning = new Warning("account.factorResetAsked/" + accountId + "/" + signature.at().toEpochMilli());
        this.openAccount = accountId;
    }

    /** Whether it is done without anybody's confirmation from that moment on. */
    boolean isDue(Instant now) {
        return isOpen() && warning.isOver(now);
    }

    boolean isOpen() {
        return endedHow == null;
    }

    /** @throws Refusal STATE for whoever asked for it or whose factor it is */
    void requireSecondPerson(Caller caller) {
        if (!isForAnother(caller.accountId())) {
            throw Refusal.state("identity.refused.secondPerson");
        }
    }

    boolean isForAnother(Long caller) {
        return caller != null && !caller.equals(signature.accountId()) && !caller.equals(accountId);
    }

    /** @throws Refusal STATE where it is over already, or it is not yet due */
    void ends(Ending how, Signature by) {
        if (!isOpen() || how == Ending.DUE && !isDue(by.at())) {
            throw Refusal.state("identity.refused.changeOver");
        }
        endedHow = how;
        ended = by;
        openAccount = null;
    }

    Long accountId() {
        return accountId;
    }

    String board() {
        return board;
    }

    String reason() {
        return reason;
    }

    Signature signature() {
        return signature;
    }

    Warning warning() {
        return warning;
    }

    Ending endedHow() {
        return endedHow;
    }
}
