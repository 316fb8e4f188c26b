package org.probity.ear.clock;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.probity.ear.Deployments;

@Tag("alone")
@ExtendWith(ArquillianExtension.class)
class MovableClockIT {

    private static final Duration A_MINUTE = Duration.ofMinutes(1);

    @Inject
    private Clock clock;

    @Deployment
    static EnterpriseArchive probity() {
        return Deployments.probity(MovableClockIT.class);
    }

    @AfterEach
    void backToTheTrueTime() {
        MovableClock.reset();
    }

    @Test
    void tellsTheTrueTimeUntilItIsMoved() {
        assertThat(clock.instant()).isBetween(Instant.now().minus(A_MINUTE), Instant.now().plus(A_MINUTE));
    }

    @Test
    void movesProbityAndItsEngineTogether() {
        MovableClock.advance(Duration.ofDays(20));
        MovableClock.advance(Duration.ofDays(8));

        Instant expected = Instant.now().plus(Duration.ofDays(28));
        assertThat(clock.instant()).isBetween(expected.minus(A_MINUTE), expected.plus(A_MINUTE));
        assertThat(ClockUtil.getCurrentTime().toInstant()).isBetween(expected.minus(A_MINUTE), expected.plus(A_MINUTE));
    }
}
