package org.probity.removal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.groups.Tuple.tuple;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.probity.TestDatabase;
import org.probity.calendar.ReplyDays;
import org.probity.calendar.WorkingDays;
import org.probity.kernel.Refusal;
import org.probity.removal.RemovalDecision.Extension;

/** Whoever asks for more time has no less of it afterwards, whatever is decided. */
class ExtensionTest {

    /** A Monday, and the Thursday until which they have time. */
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T10:00:00Z"), ZoneOffset.UTC);
    private static final Instant UNTIL = Instant.parse("2026-11-26T17:00:00Z");

    @Test
    void timeThatWasGivenIsNotMadeShorter() {
        for (Extension result : Extension.values()) {
            Refusal refused = catchThrowableOfType(Refusal.class, () -> decide(result, LocalDate.of(2026, 11, 25)));
            assertThat(refused.problems()).extracting(Refusal.Problem::field, Refusal.Problem::key)
                    .containsExactly(tuple("newDeadline", "removal.refused.lessTime"));
            assertThatCode(() -> decide(result, LocalDate.of(2026, 11, 26))).doesNotThrowAnyException();
        }
        assertThatCode(() -> decide(Extension.REFUSED, null)).doesNotThrowAnyException();
    }

    @Test
    void whoAsksUntilASundayHasTheMonday() {
        inBoard(rules -> {
            assertThat(rules.openDay(LocalDate.of(2026, 11, 29))).isEqualTo(LocalDate.of(2026, 11, 30));
            assertThat(rules.openDay(LocalDate.of(2026, 11, 27))).isEqualTo(LocalDate.of(2026, 11, 27));
            assertThat(rules.openDay(null)).isNull();
        });
    }

    private static void decide(Extension result, LocalDate day) {
        inBoard(rules -> rules.extension(result, "Because", day, UNTIL));
    }

    private static void inBoard(Consumer<RemovalRules> work) {
        TestDatabase.get().run("extensions", entities -> work.accept(TestDatabase.wire(new RemovalRules(), CLOCK,
                TestDatabase.wire(new ReplyDays(), CLOCK, TestDatabase.wire(new WorkingDays(), entities)))));
    }
}
