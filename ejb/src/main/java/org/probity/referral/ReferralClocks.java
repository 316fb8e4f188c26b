package org.probity.referral;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import org.probity.access.Act;
import org.probity.access.Guarded;
import org.probity.access.Permitted;
import org.probity.calendar.WorkingDays;
import org.probity.investigation.Investigations;
import org.probity.tenancy.Boards;
import org.probity.tenancy.Deadlines;

/** When the timers of a referral strike, and whose the employer's steps are, for the clockwork. */
@Stateless
@Guarded
public class ReferralClocks {

    @Inject
    private ReferralFile file;

    @Inject
    private Investigations investigations;

    @Inject
    private WorkingDays days;

    @Inject
    private Boards boards;

    @Inject
    private Clock clock;

    /** The parent organisation the referral is for. */
    @Permitted(Act.INTERNAL)
    public Long organisation(Long id) {
        return file.byId(id).organisationId();
    }

    /** When the employer must have acknowledged. */
    @Permitted(Act.INTERNAL)
    public Instant acknowledgementDue(Long id) {
        return file.byId(id).acknowledgeBy();
    }

    /**
     * The first chaser goes out at the deadline, each further one the board's number of working days later. While the subject may not be
     * contacted none does, and it is looked each working day whether they may: the deadline moves by the time that they might not.
     */
    @Permitted(Act.INTERNAL)
    public Instant nextChase(Long id) {
        Referral referral = file.byId(id);
        Instant now = clock.instant();
        return referral.acknowledgeBy().isAfter(now) ? referral.acknowledgeBy() : days.plus(now, mayAct(referral) ? deadlines().chaserDays() : 1);
    }

    private boolean mayAct(Referral referral) {
        return investigations.byReference(referral.reference()).contactAllowed();
    }

    /** When the employer should have told of its progress or its decision, counted from now. */
    @Permitted(Act.INTERNAL)
    public Instant progressDue(Long id) {
        return days.plus(clock.instant(), deadlines().progressDays());
    }

    private Deadlines deadlines() {
        return boards.board().deadlines();
    }
}
