package org.probity.cooperation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.probity.cooperation.SampleCooperation.LEAD;
import static org.probity.cooperation.SampleCooperation.NEXT;
import static org.probity.cooperation.SampleCooperation.NOW;
import static org.probity.cooperation.SampleCooperation.OFFICER;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.probity.TestDatabase;
import org.probity.cooperation.CooperationDecision.Consideration;
import org.probity.cooperation.CooperationDecision.Silence;
import org.probity.cooperation.CooperationReply.Answer;
import org.probity.documents.DocumentQueries;
import org.probity.kernel.Json;
import org.probity.policy.Clause;
import org.probity.policy.Policies;

/** What the desk notes of a request stays at the desk. */
class CooperationReadingTest {

    private static final String MINUTES = "We think that they know more";
    private static final Policies NO_POLICY = new Policies() {
        @Override
        public List<Clause> clausesOn(LocalDate day) {
            return List.of();
        }
    };

    @Test
    void whoWasAskedReadsWhatTheyWereSentAndWhatTheyAnswered() {
        assertThat(mine(considered())).contains("The account named sam_s", "The photograph carries that name", "In my words", "A hearing loop", "Olwen Officer");
    }

    @Test
    void whoWasAskedReadsNothingThatTheDeskDecidedOrNoted() {
        CooperationRequest met = SampleCooperation.answered(CooperationKind.MEETING, Answer.AGREED);
        met.met(new MeetingRecord(NOW, "Somebody else", MINUTES, 30), SampleCooperation.SAY_BY, OFFICER);
        CooperationRequest ended = SampleCooperation.answered(CooperationKind.ACCESS, Answer.AGREED);
        ended.accessEnded(new AccessEnd(NOW, true), OFFICER);
        CooperationRequest silent = SampleCooperation.overdue();
        silent.silenceDecided(Silence.PROCEED, "Enough is known", NEXT, LEAD);
        assertThat(Stream.of(met, ended, silent, considered()).map(CooperationReadingTest::mine)).allSatisfy(read -> assertThat(read)
                .doesNotContain("Somebody else", "passwordChanged", "Enough is known", "Necessary", "Weighed at the desk", "Lee Lead"));
        assertThat(desk(met) + desk(ended) + desk(silent) + desk(considered()))
                .contains(MINUTES, "Somebody else", "passwordChanged", "Enough is known", "Necessary", "Weighed at the desk", "Lee Lead");
    }

    /** What an officer wrote down of them, with the time to say that it was not so. */
    @Test
    void whoWasAskedToAMeetingReadsWhatWasWrittenDownOfIt() {
        CooperationRequest met = SampleCooperation.answered(CooperationKind.MEETING, Answer.AGREED);
        met.met(new MeetingRecord(NOW, "Somebody else", MINUTES, 30), SampleCooperation.SAY_BY, OFFICER);
        assertThat(mine(met)).contains(MINUTES, SampleCooperation.SAY_BY.toString(), "\"open\":true");
    }

    @Test
    void whatWasRecordedForThemOfPostedMinutesIsReadAtTheDeskAndByThem() {
        CooperationRequest met = SampleCooperation.answered(CooperationKind.MEETING, Answer.AGREED);
        met.met(new MeetingRecord(NOW, "Somebody else", MINUTES, 30), null, OFFICER);
        met.meetings().get(0).posted(900L, 10);
        met.meetings().get(0).served(SampleCooperation.SAY_BY);
        assertThat(desk(met)).contains("\"recordable\":true");
        met.meetings().get(0).recorded(new MinutesReply(true, "As I said", CooperationReply.Channel.LETTER), OFFICER);
        assertThat(desk(met)).contains("\"recordable\":true");
        met.meetings().get(0).recorded(new MinutesReply(false, "They never said so", CooperationReply.Channel.TELEPHONE), LEAD);
        assertThat(desk(met)).contains("As I said", "LETTER", OFFICER.name(), "They never said so", "TELEPHONE", "Lee Lead", "\"recordable\":false");
        assertThat(mine(met)).contains("As I said", "LETTER", "They never said so", "TELEPHONE", "\"open\":true");
    }

    private static CooperationRequest considered() {
        CooperationRequest request = SampleCooperation.answered(CooperationKind.ACCESS, Answer.DECLINED);
        request.considered(Consideration.ENOUGH, "Weighed at the desk", NEXT, LEAD);
        return request;
    }

    private static String mine(CooperationRequest request) {
        return TestDatabase.get().call("chscb", entities -> Json.write(reading(entities).mine(request, line(request), NOW)));
    }

    private static String desk(CooperationRequest request) {
        return TestDatabase.get().call("chscb", entities -> Json.write(reading(entities).desk(request, line(request), false, NOW)));
    }

    private static CooperationReading reading(Object entities) {
        return TestDatabase.wire(new CooperationReading(), entities, NO_POLICY, new CooperationAllegations(), TestDatabase.wire(new DocumentQueries(), entities));
    }

    private static CooperationView.Line line(CooperationRequest request) {
        return new CooperationView.Line(request.id(), 1, request.reference(), request.kind(), request.status(), 5L, "Sam Subject", OFFICER.name(), NOW,
                request.replyBy(), 1);
    }
}
