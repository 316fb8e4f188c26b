package org.probity.referral;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Map;
import org.probity.worklist.Work;

/** Where nothing follows from an outcome nobody has to look at it: the case goes on by itself as soon as it runs. */
@Dependent
class NothingDue {

    @Inject
    private ReferralFile file;

    @Inject
    private DueDuties duties;

    @Inject
    private Work work;

    /** Does nothing where the step does not wait, the case stands still or somebody has to look. */
    void pass(Referral referral) {
        if (work.isOpen("checkDuties", referral.reference(), referral.id()) && file.isRunning(referral) && !duties.isOpen(referral)) {
            referral.completed(ReferralMove.Kind.NOTHING_DUE, null, file.sign());
            file.toClosing(referral, null);
            work.finish("checkDuties", referral.reference(), referral.id(), Map.of());
        }
    }
}
