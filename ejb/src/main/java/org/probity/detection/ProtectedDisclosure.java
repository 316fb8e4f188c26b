package org.probity.detection;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.util.Optional;
import org.probity.access.Caller;
import org.probity.access.Signature;
import org.probity.kernel.Refusal;
import org.probity.names.PersonName;
import org.probity.tenancy.BoardOwned;

/**
 * That what a case is about may be a protected disclosure (000 cl. 3.7): who said so, when and why.
 *
 * <p>It stands undecided until a lead who neither said so nor investigated decides how the case is treated. Until then triage does not
 * decide to investigate or advise, the subject is asked nothing new, not reminded and not advised, no silence of theirs is held against
 * them, and nothing is referred; what they were asked before they may answer, and evidence is preserved and looked at as ever. Treated as
 * NOT_PROTECTED the case goes on, with the time that its subject had when it was raised ({@link SubjectTime}), and somebody may raise it
 * anew, with a row of its own. Treated as PROTECTED it stays so, however often
 * the case is closed and opened again, until another lead decides otherwise. No decision is written over: each is a
 * {@link DisclosureDecision}.
 */
@Entity
@Table(name = "protected_disclosure")
public class ProtectedDisclosure extends BoardOwned {

    /** How a lead decided that the case is treated. */
    public enum Treatment { PROTECTED, NOT_PROTECTED }

    /** What to do where nobody has decided yet. */
    static final String UNDECIDED = "detection.refused.disclosureUndecided";

    /** What is still open where it is protected. */
    static final String PROTECTED = "detection.refused.disclosureProtected";

    @Column(length = 30, nullable = false)
    private String reference;

    @Column(name = "disclosure_no", nullable = false)
    private int number;

    @Column(length = 4000, nullable = false)
    private String words;

    /** Null while nobody has decided. */
    @Enumerated(EnumType.STRING)
    @Column(length = 20)
    private Treatment treatment;

    @Column(name = "advice_held", nullable = false)
    private boolean adviceHeld;

    @Embedded
    private Signature signed;

    protected ProtectedDisclosure() {
    }

    /** @param number counts those of the case, from 1 */
    ProtectedDisclosure(String reference, int number, String words, Signature signed) {
        this.reference = reference;
        this.number = number;
        this.words = words.strip();
        this.signed = signed;
    }

    /** Why the subject is neither asked nor advised and nothing is referred; empty where nothing of it is in the way. */
    Optional<String> inTheWay() {
        if (treatment == null) {
            return Optional.of(UNDECIDED);
        }
        return treatment == Treatment.PROTECTED ? Optional.of(PROTECTED) : Optional.empty();
    }

    /**
     * @param last who decided on it before, if anybody has
     * @throws Refusal FORBIDDEN for whoever raised it, and for whoever decided that it is protected and would take that back; STATE where
     *         that is decided already
     */
    void decide(Treatment decided, Optional<Signature> last, Caller by) {
        if (!isForAnother(by)) {
            throw Refusal.forbidden("detection.refused.disclosureRaisedBySelf");
        }
        Refusal.stateWhere(treatment == Treatment.NOT_PROTECTED, "detection.refused.disclosureSettled");
        Refusal.stateWhere(treatment == decided, "detection.refused.disclosureStands");
        if (last.filter(before -> isOf(before, by)).isPresent()) {
            throw Refusal.forbidden("detection.refused.disclosureDecidedBySelf");
        }
        this.treatment = decided;
    }

    /** Whether that is somebody else than who raised it. */
    boolean isForAnother(Caller caller) {
        return !isOf(signed, caller);
    }

    /** Where an earlier release kept the name alone, by the name. */
    static boolean isOf(Signature signed, Caller caller) {
        return signed.accountId() != null ? signed.accountId().equals(caller.accountId())
                : PersonName.of(signed.name()).key().equals(PersonName.of(caller.name()).key());
    }

    /** Advice that triage decided on was not sent because of it. */
    void holdAdvice() {
        this.adviceHeld = true;
    }

    /** It is held no more. @return whether it was */
    boolean letAdviceGo() {
        boolean was = adviceHeld;
        this.adviceHeld = false;
        return was;
    }

    String reference() {
        return reference;
    }

    int number() {
        return number;
    }

    String words() {
        return words;
    }

    Treatment treatment() {
        return treatment;
    }

    Signature signed() {
        return signed;
    }
}
