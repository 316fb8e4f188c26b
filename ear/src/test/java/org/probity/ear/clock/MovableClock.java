package org.probity.ear.clock;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import java.io.Serializable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngines;
import org.camunda.bpm.engine.impl.ProcessEngineImpl;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.impl.util.ClockUtil;

/** Takes the place of the system clock in tests, for Probity and its engine alike. It runs on from wherever it was moved to. */
@Alternative
@Priority(1)
@ApplicationScoped
public class MovableClock {

    /** Where the clock stands when the server starts, as in {@code PT72H}: time that passed while it was down. */
    public static final String STARTS_AHEAD = "PROBITY_TEST_CLOCK_AHEAD";

    private static final AtomicReference<Duration> AHEAD = new AtomicReference<>();

    static {
        set(Duration.parse(System.getenv().getOrDefault(STARTS_AHEAD, "PT0S")));
    }

    @Produces
    public Clock clock() {
        return new Moved(ZoneOffset.UTC);
    }

    /** Moves the clock forward from where it stands and lets the engine look at once for jobs that have become due. */
    public static Instant advance(Duration by) {
        return set(AHEAD.get().plus(by));
    }

    /** Puts the clock back to the true time. */
    public static Instant reset() {
        return set(Duration.ZERO);
    }

    public static Instant now() {
        return Instant.now().plus(AHEAD.get());
    }

    private static Instant set(Duration ahead) {
        AHEAD.set(ahead);
        ClockUtil.offset(ahead.toMillis());
        ProcessEngines.getProcessEngines().values().forEach(MovableClock::wake);
        return now();
    }

    private static void wake(ProcessEngine engine) {
        JobExecutor jobs = ((ProcessEngineImpl) engine).getProcessEngineConfiguration().getJobExecutor();
        if (jobs != null && jobs.isActive()) {
            jobs.jobWasAdded();
        }
    }

    private static final class Moved extends Clock implements Serializable {

        private static final long serialVersionUID = 1L;

        private final ZoneId zone;

        Moved(ZoneId zone) {
            this.zone = zone;
        }

        @Override
        public ZoneId getZone() {
            return zone;
        }

        @Override
        public Clock withZone(ZoneId other) {
            return new Moved(other);
        }

        @Override
        public Instant instant() {
            return now();
        }
    }
}
