package org.probity.removal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.groups.Tuple.tuple;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.probity.TestDatabase;
import org.probity.calendar.ReplyDays;
import org.probity.calendar.WorkingDays;
import org.probity.kernel.Refusal;
import org.probity.removal.RemovalDecision.Extension;

/** Whoever asks for more time has no less of it afterwards, whatever is decided. */
class ExtensionTest {

    /** A Monday, and the Thursday until which they have time. */
    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final Instant UNTIL = Instant.parse("2026-11-26T17:00:00Z");

    @Test
    void timeThatWasGivenIsNotMadeShorter() {
        for (Extension result : List.of(Extension.GRANTED, Extension.REFUSED)) {
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

    /** To the day they had before, or to one that leaves a working day; never to today, a day that is past or a closed one. */
    @ParameterizedTest
    @CsvSource({", 2026-11-25T17:00:00Z, 2026-11-25T17:00:00Z", ", 2026-11-20T17:00:00Z, 2026-11-24T17:00:00Z", "2026-11-24, 2026-11-20T17:00:00Z, 2026-11-24T17:00:00Z"})
    void timeThatWasGivenIsTakenBackToADayThatIsStillToCome(LocalDate day, Instant before, Instant end) {
        inBoard(rules -> assertThat(rules.takingBack("Because", day, before, UNTIL)).isEqualTo(end));
    }

    @ParameterizedTest
    @CsvSource({"2026-11-20, calendar.refused.deadlinePast", "2026-11-23, calendar.refused.deadlineSoon", "2026-11-26, removal.refused.noLessTime",
        "2026-11-27, removal.refused.noLessTime"})
    void itIsNotTakenBackToADayThatIsPastOrTodayOrNoEarlier(LocalDate day, String refused) {
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> inBoard(rules -> rules.takingBack("Because", day, NOW.minus(Duration.ofDays(30)), UNTIL)));
        assertThat(refusal.problems()).extracting(Refusal.Problem::field, Refusal.Problem::key).containsExactly(tuple("newDeadline", refused));
    }

    /** What is taken back is the time that was given, and nothing of what they had without it. */
    @Test
    void itIsNotTakenBackToADayBeforeTheOneTheyHadAnyhow() {
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> inBoard(rules -> rules.takingBack("Because", LocalDate.of(2026, 11, 24),
                Instant.parse("2026-11-25T17:00:00Z"), UNTIL)));
        assertThat(refusal.problems()).extracting(Refusal.Problem::field, Refusal.Problem::key).containsExactly(tuple("newDeadline", "removal.refused.beforeGiven"));
    }

    @Test
    void itIsTakenBackWithReasonsAndOnlyWhereSomeIsLeft() {
        assertThat(catchThrowableOfType(Refusal.class, () -> inBoard(rules -> rules.takingBack(" ", null, UNTIL, UNTIL))).problems())
                .extracting(Refusal.Problem::field).containsExactly("reasons");
        assertThat(catchThrowableOfType(Refusal.class, () -> inBoard(rules -> rules.takingBack("Because", null, NOW, Instant.parse("2026-11-24T17:00:00Z"))))
                .problems()).extracting(Refusal.Problem::key).containsExactly("removal.refused.nothingToTakeBack");
    }

    @Test
    void whoeverGotMoreTimeIsWrittenToAgainWhenItIsTakenBack() {
        RemovalRequest request = SampleRemoval.after(RemovalReply.Answer.MORE_TIME);
        assertThat(refusedToTakeBack(request)).isEqualTo("removal.refused.notNow");
        request.extensionDecided(Extension.GRANTED, "Fair", SampleRemoval.NEXT_REPLY_BY, SampleRemoval.OFFICER);
        assertThat(refusedToTakeBack(request)).isEqualTo("removal.refused.notNow");
        request.sent(901L, SampleRemoval.NOW);
        assertThat(request.replyByBefore()).isEqualTo(SampleRemoval.REPLY_BY);
        request.extensionTakenBack("The child is at risk", SampleRemoval.REPLY_BY, SampleRemoval.OFFICER);
        assertThat(request.status()).isEqualTo(RemovalRequest.Status.SENDING);
        assertThat(request.replyBy()).isEqualTo(SampleRemoval.REPLY_BY);
        assertThat(request.round()).extracting(RemovalRound::why, RemovalRound::reasons)
                .containsExactly(RemovalRound.Why.TIME_TAKEN_BACK, "The child is at risk");
        assertThat(request.lastDecision().result()).isEqualTo("TAKEN_BACK");
        request.sent(902L, SampleRemoval.NOW);
        assertThat(refusedToTakeBack(request)).isEqualTo("removal.refused.notExtended");
    }

    private static String refusedToTakeBack(RemovalRequest request) {
        return catchThrowableOfType(Refusal.class, () -> request.extensionTakenBack("Because", SampleRemoval.REPLY_BY, SampleRemoval.OFFICER)).problems().get(0).key();
    }

    private static void decide(Extension result, LocalDate day) {
        inBoard(rules -> rules.extension(result, "Because", day, UNTIL));
    }

    private static void inBoard(Consumer<RemovalRules> work) {
        TestDatabase.get().run("extensions", entities -> work.accept(TestDatabase.wire(new RemovalRules(), CLOCK,
                TestDatabase.wire(new ReplyDays(), CLOCK, TestDatabase.wire(new WorkingDays(), entities)))));
    }
}
