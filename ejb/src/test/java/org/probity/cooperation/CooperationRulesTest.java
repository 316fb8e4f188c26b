package org.probity.cooperation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.probity.TestDatabase;
import org.probity.calendar.ReplyDays;
import org.probity.cooperation.CooperationReply.Answer;
import org.probity.documents.Upload;
import org.probity.kernel.Checks;
import org.probity.kernel.Refusal;

class CooperationRulesTest {

    @Test
    void anAnswerIsInWordsOrInAFile() {
        assertThat(fields(Answer.ANSWERED, null, List.of())).containsExactly("words");
        CooperationRules.check(reply(Answer.ANSWERED, null), List.of(new Upload("export.pdf", new byte[] {1})));
        CooperationRules.check(reply(Answer.ANSWERED, "It was me"), null);
    }

    @Test
    void whoDeclinesNeedNotSayWhy() {
        CooperationRules.check(reply(Answer.DECLINED, null), null);
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
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> CooperationRules.check(
                new CooperationReply(Answer.AGREED, secret, secret, secret, null), null));
        assertThat(refusal.problems()).extracting(Refusal.Problem::field).containsExactly("words", "companion", "adjustments");
        assertThat(refusal.problems()).extracting(Refusal.Problem::key).containsOnly("kernel.refused.secret");
    }

    @Test
    void aMeetingWasHeldOnADayThatIsKept() {
        Instant now = Instant.parse("2026-11-21T12:00:00Z");
        CooperationRules.check(new MeetingRecord(now, "Both", "Talked", 30), now);
        assertThat(catchThrowableOfType(Refusal.class, () -> CooperationRules.check(new MeetingRecord(Instant.parse("1800-01-01T00:00:00Z"), "Both", "Talked", 30), now))
                .problems()).extracting(Refusal.Problem::field, Refusal.Problem::key).containsExactly(tuple("heldAt", "kernel.refused.days"));
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
        return catchThrowableOfType(Refusal.class, () -> CooperationRules.check(reply(answer, words), files))
                .problems().stream().map(Refusal.Problem::field).toList();
    }

    private static CooperationReply reply(Answer answer, String words) {
        return new CooperationReply(answer, words, null, null, null);
    }
}
