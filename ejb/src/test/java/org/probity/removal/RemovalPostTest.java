package org.probity.removal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.probity.HeldCase;
import org.probity.TestClock;
import org.probity.TestDatabase;
import org.probity.investigation.DeskMail;
import org.probity.kernel.Language;
import org.probity.letter.LetterSheet;
import org.probity.member.Directory;
import org.probity.member.Person;
import org.probity.notification.Outbox;
import org.probity.removal.RemovalReply.Answer;

/** Who is told of an answer. */
class RemovalPostTest {

    private final List<String> told = new ArrayList<>();
    private boolean way = true;
    private final RemovalRequest request = SampleRemoval.sent();

    @Test
    void theSubjectIsToldWhatSomebodyElseRecordedForThemAndTheLeadsWhatTheySayThen() {
        request.replied(SampleRemoval.recorded(Answer.REMOVED), SampleRemoval.OFFICER);
        post().replied(request);
        assertThat(told).containsExactly("sam@example.org removal.recorded", "officer removal.replied");
        told.clear();
        request.replied(SampleRemoval.own(Answer.DISPUTED), SampleRemoval.SUBJECT);
        post().replied(request);
        assertThat(told).containsExactly("officer removal.corrected", "leads removal.corrected");
    }

    @Test
    void nobodyIsToldOfTheirOwnAnswer() {
        request.replied(SampleRemoval.own(Answer.REMOVED), SampleRemoval.SUBJECT);
        post().replied(request);
        assertThat(told).containsExactly("officer removal.replied");
    }

    /** Whose it is decides a lead, as of a challenge: who may not decide is not told that it waits for them. */
    @Test
    void theLeadsWhoMayDecideAreToldThatItIsSaidNotToBeTheirs() {
        request.replied(SampleRemoval.own(Answer.NOT_MINE), SampleRemoval.SUBJECT);
        post().replied(request);
        assertThat(told).containsExactly("leads who may decide removal.notTheirs");
    }

    @Test
    void theLeadsWhoMayDecideAreToldOfAChallenge() {
        request.replied(SampleRemoval.own(Answer.DISPUTED), SampleRemoval.SUBJECT);
        post().replied(request);
        assertThat(told).containsExactly("leads who may decide removal.challenged");
    }

    /** By mail, where they can read in the portal of what. */
    @Test
    void whoHasTimeAgainIsToldSo() {
        post().timeAgain(request);
        assertThat(told).containsExactly("sam@example.org removal.timeAgain");
    }

    /** Its text names their account. */
    @Test
    void noMailGoesToWhoeverCannotOpenWhatItTellsOf() {
        way = false;
        request.replied(SampleRemoval.recorded(Answer.REMOVED), SampleRemoval.OFFICER);
        post().replied(request);
        post().reported(request);
        assertThat(told).containsExactly("letter document.recorded", "officer removal.replied");
    }

    @Test
    void whoHasNoWayToItReadsInALetterThatTheyHaveTimeAgain() {
        way = false;
        post().timeAgain(request);
        assertThat(told).containsExactly("letter document.timeAgain");
    }

    @Test
    void ofAnotherAnswerThatIsRecordedTheLeadsHear() {
        RemovalRequest posted = SampleRemoval.sending();
        posted.sentByPost(900L, SampleRemoval.NOW, 10);
        posted.replied(SampleRemoval.recorded(Answer.REMOVED), SampleRemoval.OFFICER);
        posted.replied(SampleRemoval.recorded(Answer.DISPUTED), SampleRemoval.OFFICER);
        way = false;
        post().replied(posted);
        assertThat(told).containsExactly("letter document.recorded", "officer removal.recordedAnew", "leads removal.recordedAnew");
    }

    private RemovalPost post() {
        return TestDatabase.wire(new RemovalPost(), new TestClock(SampleRemoval.NOW), new HeldCase().investigations(), new Directory() {
            @Override
            public Person person(Long id) {
                return new Person("Sam Subject", "sam@example.org", null, null, null, Language.EN);
            }

            @Override
            public boolean reaches(Person person) {
                return way;
            }
        }, new RemovalLetters() {
            @Override
            Long keep(RemovalRequest any, Person subject, String kind, Integer days, Function<RemovalLetter, LetterSheet> letter) {
                told.add("letter " + kind);
                return 901L;
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

            @Override
            public void deciders(String reference, String key, String template) {
                told.add("leads who may decide " + template);
            }
        });
    }
}
