package org.probity.casework;

import java.util.ArrayList;
import java.util.List;
import org.probity.investigation.Allegation;
import org.probity.kernel.Refusal;

/**
 * Fired in the act's transaction before anything comes nearer to an employer: when findings ask for a referral, when they are agreed
 * to, when a pack is approved and sent, and when an employer's question is answered or another employer is chosen. Whoever knows why
 * it may not, says so.
 */
public final class ReferringWanted {

    private final String reference;
    private final List<Allegation> allegations;
    private final List<Refusal.Problem> reasons = new ArrayList<>();

    /** @param allegations those that would be referred; none where what is referred does not change */
    public ReferringWanted(String reference, List<Allegation> allegations) {
        this.reference = reference;
        this.allegations = List.copyOf(allegations);
    }

    /** Called by an observer that knows a reason against it; each is told once. */
    public void refuse(String key, Object... args) {
        Refusal.Problem reason = new Refusal.Problem("refer", key, args);
        if (reasons.stream().noneMatch(told -> told.key().equals(key) && List.of(told.args()).equals(List.of(args)))) {
            reasons.add(reason);
        }
    }

    /** @throws Refusal STATE with every reason there is */
    public void require() {
        if (!reasons.isEmpty()) {
            throw new Refusal(Refusal.Kind.STATE, reasons.stream().map(reason -> new Refusal.Problem(null, reason.key(), reason.args())).toList());
        }
    }

    public String reference() {
        return reference;
    }

    public List<Allegation> allegations() {
        return allegations;
    }

    /** Why it may not; for a form, on the question whether to refer. */
    public List<Refusal.Problem> reasons() {
        return List.copyOf(reasons);
    }
}
