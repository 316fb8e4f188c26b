package org.probity.cooperation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.assertj.core.api.ThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.probity.TestDatabase;
import org.probity.calendar.ClosedDay;
import org.probity.calendar.ReplyDays;
import org.probity.calendar.WorkingDays;
import org.probity.cooperation.CooperationReply.Answer;
import org.probity.cooperation.CooperationRules.Again;
import org.probity.files.Upload;
import org.probity.kernel.Checks;
import org.probity.kernel.Refusal;
import org.probity.tenancy.Board;
import org.probity.tenancy.Boards;
import org.probity.tenancy.Deadlines;

class CooperationRulesTest {

    @Test
    void anAnswerIsInWordsOrInAFile() {
        assertThat(fields(Answer.ANSWERED, null, List.of())).containsExactly("words");
        check(reply(Answer.ANSWERED, null), List.of(new Upload("export.pdf", new byte[] {1})));
        check(reply(Answer.ANSWERED, "It was me"), null);
    }

    @Test
    void whoDeclinesNeedNotSayWhy() {
        check(reply(Answer.DECLINED, null), null);
    }

    @Test
    void whoWishesAnotherTimeSaysWhich() {
        assertThat(fields(Answer.OTHER_DATE, " ", null)).containsExactly("words");
    }

    @Test
    void anAnswerIsChosen() {
        assertThat(fields(null, null, null)).containsExactly("answer");
    }

    @ParameterizedTest
    @ValueSource(strings = {"password: hunter22", "my PIN is 1234", "Y cyfrinair yw hunter22"})
    void noTextOfAnAnswerGivesAwayAPassword(String secret) {
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> check(
                new CooperationReply(Answer.AGREED, secret, secret, secret, null), null));
        assertThat(refusal.problems()).extracting(Refusal.Problem::field).containsExactly("words", "companion", "adjustments");
        assertThat(refusal.problems()).extracting(Refusal.Problem::key).containsOnly("kernel.refused.secret");
    }

    @Test
    void aMeetingWasHeldOnADayThatIsKept() {
        assertThat(held("1800-01-01T00:00:00Z", null)).contains("heldAt:kernel.refused.days");
    }

    /** Otherwise an officer could record it the minute they agreed to come. On the day itself it may begin before its time. */
    @Test
    void aMeetingIsRecordedOnceTheDayHasComeThatWasAgreed() {
        assertThat(held("2026-12-07T23:59:00Z", "2026-12-09T09:00:00Z")).containsExactly("heldAt:cooperation.refused.beforeAgreed");
        assertThat(held("2026-12-08T00:00:00Z", "2026-12-09T09:00:00Z")).isEmpty();
        assertThat(held("2026-12-08T13:52:00Z", "2026-12-08T15:00:00Z")).isEmpty();
        assertThat(held("2026-12-08T14:00:00Z", "2026-12-09T09:00:00Z")).isEmpty();
        assertThat(held("2026-12-08T14:00:00Z", "2026-12-08T13:59:00Z")).containsExactly("heldAt:cooperation.refused.notYet");
    }

    @Test
    void aMeetingWasNotHeldBeforeItsLetterWentOut() {
        CooperationRequest request = SampleCooperation.answered(CooperationKind.MEETING, Answer.AGREED);
        request.considered(CooperationDecision.Consideration.ASK_AGAIN, "Moved", SampleCooperation.NEXT, SampleCooperation.OFFICER);
        request.sent(901L, Instant.parse("2026-12-09T10:00:00Z"));
        assertThat(problems(() -> CooperationRules.check(new MeetingRecord(Instant.parse("2026-12-09T09:00:00Z"), "Both", "Talked", 30), request.round(),
                Instant.parse("2026-12-10T09:00:00Z")))).containsExactly("heldAt:cooperation.refused.beforeLetter");
    }

    @Test
    void whoSaysThatTheMinutesAreWrongSaysWhatWasSaid() {
        assertThat(problems(() -> CooperationRules.check(new MinutesReply(null, null), true))).containsExactly("right:kernel.refused.required");
        assertThat(problems(() -> CooperationRules.check(new MinutesReply(false, " "), true))).containsExactly("words:cooperation.refused.sayWhatWasSaid");
        assertThat(problems(() -> CooperationRules.check(new MinutesReply(true, "password: hunter22"), true))).containsExactly("words:kernel.refused.secret");
        assertThat(problems(() -> CooperationRules.check(new MinutesReply(true, null), true))).isEmpty();
        assertThat(problems(() -> CooperationRules.check(new MinutesReply(true, null), false))).containsExactly("channel:cooperation.refused.channel");
        MinutesReply written = new MinutesReply(true, null, CooperationReply.Channel.LETTER);
        assertThat(problems(() -> CooperationRules.check(written, true))).containsExactly("channel:cooperation.refused.ownChannel");
        assertThat(problems(() -> CooperationRules.check(written, false))).isEmpty();
    }

    @Test
    void aMeetingThatIsMovedIsMovedToAnotherTime() {
        CooperationRequest request = SampleCooperation.answered(CooperationKind.MEETING, Answer.AGREED);
        inBoard((rules, entities) -> {
            assertThat(problems(() -> rules.decision(request, CooperationDecision.Consideration.ASK_AGAIN, true, "Ill", new Again(LocalDate.of(2026, 12, 4), null))))
                    .containsExactly("newMeetingAt:cooperation.refused.movedTo");
            assertThat(problems(() -> rules.decision(request, CooperationDecision.Consideration.ASK_AGAIN, true, "Ill",
                    new Again(LocalDate.of(2026, 12, 4), SampleCooperation.MEETING.plusSeconds(3600))))).isEmpty();
        });
    }

    private static List<String> held(String at, String now) {
        return problems(() -> CooperationRules.check(new MeetingRecord(Instant.parse(at), "Both", "Talked", 30), SampleCooperation.sent(CooperationKind.MEETING).round(),
                now == null ? SampleCooperation.MEETING : Instant.parse(now)));
    }

    private static List<String> problems(ThrowableAssert.ThrowingCallable act) {
        Refusal refusal = catchThrowableOfType(Refusal.class, act);
        return refusal == null ? List.of() : refusal.problems().stream().map(problem -> problem.field() + ":" + problem.key()).toList();
    }

    @Test
    void aStatementIsOnWhatIsAllegedAndOnlyAMeetingMayBeToo() {
        assertThat(asked(CooperationKind.STATEMENT)).containsExactly("allegationIds:cooperation.refused.whatIsAlleged");
        assertThat(asked(CooperationKind.STATEMENT, 1L, 3L)).containsExactly("allegationIds:cooperation.refused.notAlleged");
        assertThat(asked(CooperationKind.CONFIRM_ACCOUNT, 1L)).containsExactly("allegationIds:cooperation.refused.notPutThus");
        assertThat(asked(CooperationKind.OWN_EXPORT, 1L)).containsExactly("allegationIds:cooperation.refused.notPutThus");
        assertThat(asked(CooperationKind.STATEMENT, 1L, 2L)).isEmpty();
        assertThat(asked(CooperationKind.MEETING, 2L)).isEmpty();
        assertThat(asked(CooperationKind.MEETING)).isEmpty();
        assertThat(asked(CooperationKind.CONFIRM_ACCOUNT)).isEmpty();
    }

    /** Five working days after the meeting, a weekend between. */
    @Test
    void anotherTimeToMeetIsNamedWithinFiveWorkingDays() {
        assertThat(named(Answer.OTHER_DATE, CooperationKind.MEETING, "2026-12-15T16:00:00Z")).isEmpty();
        assertThat(named(Answer.OTHER_DATE, CooperationKind.MEETING, "2026-12-16T09:00:00Z")).containsExactly("otherTime:cooperation.refused.otherTimeLate");
        assertThat(named(Answer.OTHER_DATE, CooperationKind.MEETING, "2026-11-19T09:00:00Z")).containsExactly("otherTime:cooperation.refused.meetingPast");
        assertThat(named(Answer.AGREED, CooperationKind.MEETING, "2026-12-15T16:00:00Z")).containsExactly("otherTime:cooperation.refused.noOtherTime");
        assertThat(named(Answer.OTHER_DATE, CooperationKind.STATEMENT, "2026-12-15T16:00:00Z")).containsExactly("otherTime:cooperation.refused.noOtherTime");
    }

    @Test
    void afterThatNobodyWishesAnotherTimeInWordsAloneEither() {
        CooperationRound round = SampleCooperation.sent(CooperationKind.MEETING).round();
        assertThat(problems(() -> CooperationRules.check(reply(Answer.OTHER_DATE, "Any Tuesday"), null, round, SampleCooperation.OTHER_UNTIL))).isEmpty();
        assertThat(problems(() -> CooperationRules.check(reply(Answer.OTHER_DATE, "Any Tuesday"), null, round, SampleCooperation.OTHER_UNTIL.plusSeconds(1))))
                .containsExactly("answer:cooperation.refused.otherTimeOver");
        assertThat(problems(() -> CooperationRules.check(reply(Answer.DECLINED, "No"), null, round, SampleCooperation.OTHER_UNTIL.plusSeconds(1)))).isEmpty();
    }

    /** The board is closed on the Monday. */
    @Test
    void theFiveWorkingDaysAreCountedInTheCalendarOfTheBoard() {
        inBoard((rules, entities) -> {
            entities.persist(board());
            entities.flush();
            entities.persist(new ClosedDay(LocalDate.of(2026, 12, 14), "Moving"));
            entities.flush();
            assertThat(rules.first(new NewCooperation(CooperationKind.MEETING, "Come", "We need it", LocalDate.of(2026, 12, 4), SampleCooperation.MEETING,
                    "Town Hall", null, List.of())).otherUntil()).isEqualTo("2026-12-16T17:00:00Z");
        });
    }

    @Test
    void whoWishedAnotherTimeIsAskedToTheOneTheyNamedAndNeverToTheSame() {
        assertThat(again("2026-12-10T09:00:00Z", null)).isEmpty();
        assertThat(again(null, null)).containsExactly("newMeetingAt:kernel.refused.required");
        assertThat(again("2026-12-10T09:00:00Z", SampleCooperation.MEETING)).containsExactly("newMeetingAt:cooperation.refused.sameMeeting");
        inBoard((rules, entities) -> assertThat(rules.next(wishing("2026-12-10T09:00:00Z"), new Again(LocalDate.of(2026, 12, 4), null)).meetingAt())
                .isEqualTo("2026-12-10T09:00:00Z"));
    }

    private static List<String> again(String named, Instant offered) {
        List<String> problems = new ArrayList<>();
        inBoard((rules, entities) -> {
            Refusal refusal = catchThrowableOfType(Refusal.class, () -> rules.decision(wishing(named), CooperationDecision.Consideration.ASK_AGAIN, true,
                    "As they wish", new Again(LocalDate.of(2026, 12, 4), offered)));
            problems.addAll(refusal == null ? List.of() : refusal.problems().stream().map(problem -> problem.field() + ":" + problem.key()).toList());
        });
        return problems;
    }

    private static CooperationRequest wishing(String named) {
        CooperationRequest request = SampleCooperation.sent(CooperationKind.MEETING);
        request.replied(other(Answer.OTHER_DATE, named), SampleCooperation.SUBJECT);
        return request;
    }

    private static List<String> named(Answer answer, CooperationKind kind, String time) {
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> CooperationRules.check(other(answer, time), null, SampleCooperation.sent(kind).round(),
                SampleCooperation.NOW));
        return refusal == null ? List.of() : refusal.problems().stream().map(problem -> problem.field() + ":" + problem.key()).toList();
    }

    private static CooperationReply other(Answer answer, String time) {
        return new CooperationReply(answer, "I am away", null, null, null, CooperationReply.Channel.PORTAL, time == null ? null : Instant.parse(time));
    }

    private static void inBoard(BiConsumer<CooperationRules, EntityManager> work) {
        Clock clock = Clock.fixed(SampleCooperation.NOW, ZoneOffset.UTC);
        TestDatabase.get().run("othertimes", entities -> {
            WorkingDays days = TestDatabase.wire(new WorkingDays(), entities);
            work.accept(TestDatabase.wire(new CooperationRules(), clock, days, TestDatabase.wire(new ReplyDays(), clock, days), new Boards() {
                @Override
                public Board board() {
                    return CooperationRulesTest.board();
                }
            }), entities);
        });
    }

    private static Board board() {
        return new Board("othertimes", "A board", null, "OTHER", Board.Country.ENGLAND, "#1d4f91", false, "help@board.example", Deadlines.usual());
    }

    private static void check(CooperationReply reply, List<Upload> files) {
        CooperationRules.check(reply, files, SampleCooperation.sent(CooperationKind.STATEMENT).round(), SampleCooperation.NOW);
    }

    /** In a case with the allegations 1 and 2. */
    private static List<String> asked(CooperationKind kind, Long... allegations) {
        CooperationRules rules = TestDatabase.wire(new CooperationRules(), Clock.fixed(SampleCooperation.NOW, ZoneOffset.UTC), new ReplyDays() {
            @Override
            public void check(Checks checks, String field, LocalDate asked) {
                // any day will do
            }
        });
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> rules.check(new NewCooperation(kind, "Say", "We need it", null,
                SampleCooperation.MEETING, "Town Hall", "Posts", List.of(allegations)), List.of(1L, 2L)));
        return refusal == null ? List.of() : refusal.problems().stream().map(problem -> problem.field() + ":" + problem.key()).toList();
    }

    private static List<String> fields(Answer answer, String words, List<Upload> files) {
        return catchThrowableOfType(Refusal.class, () -> check(reply(answer, words), files))
                .problems().stream().map(Refusal.Problem::field).toList();
    }

    private static CooperationReply reply(Answer answer, String words) {
        return new CooperationReply(answer, words, null, null, null);
    }
}
