package org.probity.workflows.referral;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.probity.calendar.WorkingDays;
import org.probity.referral.ReferralClocks;
import org.probity.referral.Referrals;
import org.probity.workflows.engine.Steps;

/** Steps of one referral to a parent organisation. */
@Named
@ApplicationScoped
public class ReferralSteps extends Steps {

    private final Referrals referrals;
    private final ReferralClocks clocks;

    protected ReferralSteps() {
        this(null, null, null, null);
    }

    @Inject
    public ReferralSteps(WorkingDays days, Clock clock, Referrals referrals, ReferralClocks clocks) {
        super(days, clock);
        this.referrals = referrals;
        this.clocks = clocks;
    }

    public void send(DelegateExecution execution) {
        run(execution, () -> referrals.send(referralId(execution)));
    }

    public Date acknowledgementDue(DelegateExecution execution) {
        return date(execution, () -> clocks.acknowledgementDue(referralId(execution)));
    }

    /** Asked for anew each time it strikes, so that every chaser falls on a working day. */
    public String nextChase(DelegateExecution execution) {
        return cycle(at(execution, () -> clocks.nextChase(referralId(execution))));
    }

    public void chase(DelegateExecution execution) {
        run(execution, () -> referrals.chase(referralId(execution)));
    }

    public Date progressDue(DelegateExecution execution) {
        return date(execution, () -> clocks.progressDue(referralId(execution)));
    }

    /** Asked for anew each time it strikes, like {@link #nextChase}. */
    public String nextProgressChase(DelegateExecution execution) {
        return cycle(at(execution, () -> clocks.progressDue(referralId(execution))));
    }

    public void chaseProgress(DelegateExecution execution) {
        run(execution, () -> referrals.chaseProgress(referralId(execution)));
    }

    /** ISO 8601: from that moment, for as long as the step waits. The engine wants an interval and never gets to use it. */
    private static String cycle(Instant first) {
        return "R/" + first + "/P7D";
    }
}
