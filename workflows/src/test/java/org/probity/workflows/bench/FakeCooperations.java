package org.probity.workflows.bench;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.probity.cooperation.CooperationClocks;
import org.probity.cooperation.Cooperations;

/** Requests for help: reminders after three and six days, the deadline after ten, a meeting after twenty. */
final class FakeCooperations extends Cooperations {

    private final Journal journal;

    FakeCooperations(Journal journal) {
        this.journal = journal;
    }

    @Override
    public void send(Long id) {
        journal.note("cooperation.send", id);
    }

    @Override
    public void remind(Long id, int nth) {
        journal.note("cooperation.remind" + nth, id);
    }

    @Override
    public void markOverdue(Long id) {
        journal.note("cooperation.markOverdue", id);
    }

    static final class Deadlines extends CooperationClocks {

        private final Clock clock;
        private final Journal journal;

        Deadlines(Clock clock, Journal journal) {
            this.clock = clock;
            this.journal = journal;
        }

        @Override
        public boolean isToPost(Long id) {
            return journal.isToPost(id);
        }

        @Override
        public Instant replyDue(Long id) {
            return clock.instant().plus(Duration.ofDays(10));
        }

        @Override
        public Instant reminderDue(Long id, int nth) {
            return clock.instant().plus(Duration.ofDays(3L * nth));
        }

        @Override
        public Instant meetingDue(Long id) {
            return clock.instant().plus(Duration.ofDays(20));
        }
    }
}
