package org.probity.workflows.bench;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.probity.removal.RemovalClocks;
import org.probity.removal.Removals;

/** Removal requests: a reminder after three days, the deadline after five. */
final class FakeRemovals extends Removals {

    private final Journal journal;

    FakeRemovals(Journal journal) {
        this.journal = journal;
    }

    @Override
    public void send(Long id) {
        journal.note("removal.send", id);
    }

    @Override
    public void remind(Long id) {
        journal.note("removal.remind", id);
    }

    @Override
    public void markOverdue(Long id) {
        journal.note("removal.markOverdue", id);
    }

    static final class Deadlines extends RemovalClocks {

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
            return clock.instant().plus(Duration.ofDays(5));
        }

        @Override
        public Instant reminderDue(Long id) {
            return clock.instant().plus(Duration.ofDays(3));
        }
    }
}
