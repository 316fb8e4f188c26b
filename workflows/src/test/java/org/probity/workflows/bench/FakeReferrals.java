package org.probity.workflows.bench;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.probity.referral.ReferralClocks;
import org.probity.referral.Referrals;

/** Referrals: chased every five days, asked for progress every twenty. */
final class FakeReferrals extends Referrals {

    private final Journal journal;

    FakeReferrals(Journal journal) {
        this.journal = journal;
    }

    @Override
    public void send(Long id) {
        journal.note("referral.send", id);
    }

    @Override
    public void chase(Long id) {
        journal.note("referral.chase", id);
    }

    @Override
    public void chaseProgress(Long id) {
        journal.note("referral.chaseProgress", id);
    }

    static final class Deadlines extends ReferralClocks {

        static final long ORGANISATION = 51;

        private final Clock clock;

        Deadlines(Clock clock) {
            this.clock = clock;
        }

        @Override
        public Long organisation(Long id) {
            return ORGANISATION;
        }

        @Override
        public Instant acknowledgementDue(Long id) {
            return nextChase(id);
        }

        @Override
        public Instant nextChase(Long id) {
            return clock.instant().plus(Duration.ofDays(5));
        }

        @Override
        public Instant progressDue(Long id) {
            return clock.instant().plus(Duration.ofDays(20));
        }
    }
}
