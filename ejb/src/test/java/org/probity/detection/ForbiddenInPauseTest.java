package org.probity.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.probity.Fired;
import org.probity.HeldCase;
import org.probity.TestDatabase;
import org.probity.access.Caller;
import org.probity.access.Capacity;
import org.probity.access.CurrentCaller;
import org.probity.access.Role;
import org.probity.audit.Audit;
import org.probity.calendar.WorkingDays;
import org.probity.casework.Team;
import org.probity.investigation.ContactStopped;
import org.probity.investigation.Investigation;
import org.probity.investigation.Investigations;
import org.probity.kernel.Language;
import org.probity.kernel.Refusal;

/** The police may call while a case is paused, and whoever of its desk takes the call says so at once. */
class ForbiddenInPauseTest {

    private static final Instant NOW = Instant.parse("2026-11-22T09:00:00Z");

    private final TestDatabase database = TestDatabase.get();
    private final HeldCase held = new HeldCase();
    private final List<Object> fired = new ArrayList<>();

    @Test
    void itIsForbiddenAndWhoSaysSoTakesNoPartInTheCase() {
        paused(NOW.minus(Duration.ofDays(5)));
        forbid(Role.LEAD);
        assertThat(fired).containsExactly(new ContactStopped(held.reference()));
        assertThat(investigation().contactAllowed()).isFalse();
    }

    /** What stood still for want of running is not given back twice. */
    @Test
    void theTimeOfThePauseIsNotCountedAgainAsTimeWithoutContact() {
        Instant since = NOW.minus(Duration.ofDays(5));
        paused(since);
        forbid(Role.OFFICER);
        Instant resumed = NOW.plus(Duration.ofDays(2));
        database.run("chscb", entities -> investigation(entities).resume(
                TestDatabase.wire(new WorkingDays(), entities).before(resumed, investigation(entities).contact().stoppedAt(), since)));
        Instant stood = database.call("chscb", entities -> investigation(entities).contact().decide(true, resumed.plus(Duration.ofDays(3))));
        assertThat(stood).isEqualTo(resumed);
    }

    @Test
    void itIsNotAllowedAgainBeforeTheCaseRuns() {
        paused(NOW.minus(Duration.ofDays(5)));
        forbid(Role.OFFICER);
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> as(Role.OFFICER, entities -> detections(entities).allowContact(held.reference(), "They may")));
        assertThat(refusal.problems().get(0).key()).isEqualTo("investigation.refused.paused");
    }

    private void paused(Instant since) {
        database.run("chscb", entities -> entities.createQuery("update Investigation i set i.pausedAt = :since where i.reference = :reference")
                .setParameter("since", since).setParameter("reference", held.reference()).executeUpdate());
    }

    private void forbid(Role role) {
        as(role, entities -> detections(entities).forbidContact(held.reference(), "The police said so"));
    }

    private void as(Role role, Consumer<EntityManager> act) {
        CurrentCaller.run(new Caller(-5L, -5L, "Lee", Set.of(role), null, Language.EN), () -> database.run("chscb", act));
    }

    private Detections detections(EntityManager entities) {
        Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
        return TestDatabase.wire(new Detections(), entities, clock, TestDatabase.wire(new SubjectContact(), entities, clock, TestDatabase.wire(new WorkingDays(), entities), new Fired<>(fired::add)), new Audit() {
            @Override
            public void record(String act, String of, String kind, Long id, Map<String, ?> before, Map<String, ?> after) {
                // what is kept has tests of its own
            }
        }, new Investigations() {
            @Override
            public Investigation locked(String any) {
                return investigation(entities);
            }
        }, new Team() {
            @Override
            public void acts(Investigation investigation, Capacity capacity) {
                throw new AssertionError("took part as " + capacity);
            }
        });
    }

    private Investigation investigation() {
        return database.call("chscb", this::investigation);
    }

    private Investigation investigation(EntityManager entities) {
        return entities.createQuery("select i from Investigation i where i.reference = :reference", Investigation.class)
                .setParameter("reference", held.reference()).getSingleResult();
    }
}
