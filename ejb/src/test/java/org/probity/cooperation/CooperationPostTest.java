package org.probity.cooperation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.probity.HeldCase;
import org.probity.TestClock;
import org.probity.TestDatabase;
import org.probity.casework.Alleged;
import org.probity.cooperation.CooperationReply.Answer;
import org.probity.correspondence.SubjectLetters;
import org.probity.investigation.DeskMail;
import org.probity.kernel.Language;
import org.probity.letter.LetterPrinter;
import org.probity.letter.LetterSheet;
import org.probity.member.Directory;
import org.probity.member.Person;
import org.probity.notification.Outbox;
import org.probity.policy.Clause;
import org.probity.policy.Policies;
import org.probity.tenancy.Board;
import org.probity.tenancy.Boards;
import org.probity.tenancy.Deadlines;

/** Who is told of an answer. */
class CooperationPostTest {

    private final List<String> told = new ArrayList<>();
    private boolean way = true;
    private final CooperationRequest request = SampleCooperation.sent(CooperationKind.MEETING);

    @Test
    void theSubjectIsToldWhatSomebodyElseRecordedForThemAndTheLeadsWhatTheySayThen() {
        request.replied(SampleCooperation.recorded(Answer.AGREED), SampleCooperation.OFFICER);
        post().replied(request, null);
        assertThat(told).containsExactly("sam@example.org cooperation.recorded", "officer cooperation.replied");
        told.clear();
        request.replied(SampleCooperation.reply(Answer.DECLINED), SampleCooperation.SUBJECT);
        post().replied(request, null);
        assertThat(told).containsExactly("officer cooperation.corrected", "leads cooperation.corrected");
    }

    @Test
    void nobodyIsToldOfTheirOwnAnswer() {
        request.replied(SampleCooperation.reply(Answer.AGREED), SampleCooperation.SUBJECT);
        post().replied(request, null);
        assertThat(told).containsExactly("officer cooperation.replied");
    }

    @Test
    void theSubjectIsToldThatAMeetingWasWrittenDownAndTheLeadsWhereTheySayThatItWasNotSo() {
        post().minutes(request);
        assertThat(told).contains("sam@example.org cooperation.minutes");
        told.clear();
        post().minutesSaid(request, true);
        assertThat(told).containsExactly("officer cooperation.minutesRight");
        told.clear();
        post().minutesSaid(request, false);
        assertThat(told).containsExactly("officer cooperation.minutesWrong", "leads cooperation.minutesWrong");
    }

    @Test
    void ofWhatWasRecordedThatTheySayOfMinutesTheLeadsHearAsOfTheirOwnWord() {
        request.replied(SampleCooperation.reply(Answer.AGREED), SampleCooperation.SUBJECT);
        request.met(new MeetingRecord(SampleCooperation.NOW, "Both", "That they did it", 30), SampleCooperation.SAY_BY, SampleCooperation.OFFICER);
        post().minutesRecorded(request, true);
        assertThat(told).containsExactly("sam@example.org cooperation.recorded", "officer cooperation.minutesRight");
        told.clear();
        way = false;
        request.meetings().get(0).recorded(new MinutesReply(false, "Never", CooperationReply.Channel.LETTER), SampleCooperation.OFFICER);
        post().minutesRecorded(request, false);
        assertThat(told).containsExactly("officer cooperation.minutesWrong", "leads cooperation.minutesWrong");
        told.clear();
        post().minutesSaid(request, true);
        assertThat(told).as("they had heard that it was not so").containsExactly("officer cooperation.minutesRight", "leads cooperation.minutesRight");
    }

    /** By mail, where they can read in the portal of what. */
    @Test
    void whoHasTimeAgainIsToldSo() {
        post().timeAgain(request);
        assertThat(told).containsExactly("sam@example.org cooperation.timeAgain");
    }

    /** Its text names their account. */
    @Test
    void noMailGoesToWhoeverCannotOpenWhatItTellsOf() {
        way = false;
        request.replied(SampleCooperation.recorded(Answer.AGREED), SampleCooperation.OFFICER);
        post().replied(request, null);
        post().minutes(request);
        assertThat(told).containsExactly("letter An answer recorded for you", "officer cooperation.replied");
    }

    @Test
    void whoHasNoWayToItReadsInALetterThatTheyHaveTimeAgain() {
        way = false;
        post().timeAgain(request);
        assertThat(told).containsExactly("letter Time to say otherwise");
    }

    @Test
    void ofAnotherAnswerThatIsRecordedTheLeadsHear() {
        CooperationRequest posted = SampleCooperation.asked(CooperationKind.MEETING);
        posted.sentByPost(900L, SampleCooperation.NOW, 10);
        posted.replied(SampleCooperation.recorded(Answer.AGREED), SampleCooperation.OFFICER);
        posted.replied(SampleCooperation.recorded(Answer.DECLINED), SampleCooperation.OFFICER);
        way = false;
        post().replied(posted, null);
        assertThat(told).containsExactly("letter An answer recorded for you", "officer cooperation.recordedAnew", "leads cooperation.recordedAnew");
    }

    private CooperationPost post() {
        return TestDatabase.wire(new CooperationPost(), new TestClock(SampleCooperation.NOW), new HeldCase().investigations(), new Directory() {
            @Override
            public Person person(Long id) {
                return new Person("Sam Subject", "sam@example.org", null, null, null, Language.EN);
            }

            @Override
            public boolean reaches(Person person) {
                return way;
            }

            @Override
            public boolean signsIn(Person person) {
                return way;
            }
        }, new SubjectLetters() {
            @Override
            public Long keep(String reference, Person to, String title, String fileName, byte[] pdf) {
                told.add("letter " + title);
                return 901L;
            }
        }, new LetterPrinter() {
            @Override
            public byte[] print(LetterSheet... sheets) {
                return new byte[0];
            }
        }, new Boards() {
            @Override
            public Board board() {
                return new Board("chscb", "City Board", null, "CHSCB", Board.Country.ENGLAND, "#1d4f91", false, "help@board.example", Deadlines.usual());
            }
        }, new Policies() {
            @Override
            public List<Clause> clausesOn(LocalDate day) {
                return List.of();
            }
        }, new CooperationAllegations() {
            @Override
            List<Alleged> of(CooperationRequest any) {
                return List.of();
            }
        }, new Outbox() {
            @Override
            public void queue(String key, String toName, String toAddress, Language language, String template, Object... args) {
                told.add(toAddress + " " + template);
            }
        }, new DeskMail() {
            @Override
            public void officer(String reference, String key, String template) {
                told.add("officer " + template);
            }

            @Override
            public void leads(String reference, String key, String template) {
                told.add("leads " + template);
            }
        });
    }
}
