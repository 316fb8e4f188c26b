package org.probity.workflows.bench;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.probity.detection.SafeguardingClock;
import org.probity.detection.Triages;
import org.probity.investigation.Severity;

/** The services of detection: they note what was asked of them. */
final class FakeDetection {

    private FakeDetection() {
    }

    static final class Ratings extends Triages {

        private final Journal journal;

        Ratings(Journal journal) {
            this.journal = journal;
        }

        @Override
        public void rated(String reference, Severity severity) {
            journal.note("rated " + severity, reference);
        }
    }

    static final class Telling extends SafeguardingClock {

        private final Journal journal;
        private final Clock clock;

        Telling(Journal journal, Clock clock) {
            this.journal = journal;
            this.clock = clock;
        }

        @Override
        public void checkConflicts(String reference) {
            journal.note("checkConflicts", reference);
        }

        @Override
        public Instant tellingDue(String reference) {
            return clock.instant().plus(Duration.ofDays(1));
        }

        @Override
        public void remindTelling(String reference) {
            journal.note("remindTelling", reference);
        }
    }
}
