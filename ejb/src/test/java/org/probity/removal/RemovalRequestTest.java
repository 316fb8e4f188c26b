package org.probity.removal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.probity.removal.SampleRemoval.NEXT_REPLY_BY;
import static org.probity.removal.SampleRemoval.NOW;
import static org.probity.removal.SampleRemoval.OFFICER;
import static org.probity.removal.SampleRemoval.REPLY_BY;
import static org.probity.removal.SampleRemoval.SUBJECT;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.probity.access.Signature;
import org.probity.calendar.Standstill;
import org.probity.calendar.Stood;
import org.probity.kernel.Refusal;
import org.probity.removal.RemovalDecision.AfterCheck;
import org.probity.removal.RemovalItem.Seen;
import org.probity.removal.RemovalReply.Answer;
import org.probity.removal.RemovalRequest.Status;
import org.probity.removal.RemovalRound.Why;

class RemovalRequestTest {

    private static final Standstill STOOD = Stood.since(NOW.plusSeconds(3600), 2);

    @Test
    void aReplyOfPartOfItMarksOnlyThatPart() {
        RemovalRequest request = SampleRemoval.after(Answer.PARTLY);
        assertThat(request.items()).extracting(RemovalItem::isSaidRemoved).containsExactly(true, false);
        assertThat(request.answers()).singleElement().satisfies(answer -> {
            assertThat(answer.words()).isEqualTo("In my words");
            assertThat(answer.late()).isFalse();
        });
    }

    @Test
    void saidToBeRemovedIsNotSeenToBeGone() {
        RemovalRequest request = SampleRemoval.after(Answer.REMOVED);
        assertThat(request.openItems()).hasSize(2);
    }

    @Test
    void askingAgainIsANewRoundForWhatIsStillThere() {
        RemovalRequest request = SampleRemoval.after(Answer.REMOVED);
        request.checked(List.of(new ItemCheck(1L, Seen.GONE, null), new ItemCheck(2L, Seen.STILL_THERE, "Seen at 10:05")),
                SampleRemoval.then(AfterCheck.ASK_AGAIN), NEXT_REPLY_BY, OFFICER);
        assertThat(request.status()).isEqualTo(Status.SENDING);
        assertThat(request.rounds()).extracting(RemovalRound::why).containsExactly(Why.FIRST, Why.AFTER_CHECK);
        assertThat(request.replyBy()).isEqualTo(NEXT_REPLY_BY);
        assertThat(request.openItems()).extracting(RemovalItem::number).containsExactly(2);
        assertThat(request.sightings()).hasSize(2).allSatisfy(s -> assertThat(s.signed()).isEqualTo(OFFICER));
    }

    @Test
    void whatReappearsIsAskedForAgain() {
        RemovalRequest request = SampleRemoval.after(Answer.REMOVED);
        request.items().get(0).seen(Seen.GONE);
        request.items().get(0).seen(Seen.STILL_THERE);
        assertThat(request.items().get(0).open()).isTrue();
        assertThat(request.items().get(0).isSaidRemoved()).isFalse();
    }

    @Test
    void aReminderGoesOutOnceInEachRound() {
        RemovalRequest request = SampleRemoval.sent();
        assertThat(request.remind(NOW)).isTrue();
        assertThat(request.remind(NOW)).isFalse();
        request.overdue(REPLY_BY);
        request.silenceDecided(RemovalDecision.Silence.ASK_AGAIN, "Once more", null, NEXT_REPLY_BY, OFFICER);
        assertThat(request.remind(NOW)).as("not before its letter").isFalse();
        request.sent(901L, NOW);
        assertThat(request.remind(NOW)).isTrue();
    }

    /** As where the server was away when it was due. */
    @Test
    void noReminderFollowsItsDeadline() {
        assertThat(SampleRemoval.sent().remind(REPLY_BY.minusSeconds(1))).isTrue();
        assertThat(SampleRemoval.sent().remind(REPLY_BY)).isFalse();
    }

    @Test
    void whoAskedForTimeMayAnswerInstead() {
        RemovalRequest request = SampleRemoval.after(Answer.MORE_TIME);
        assertThat(request.mayAnswer(NOW)).isTrue();
        Refusal again = catchThrowableOfType(Refusal.class, () -> request.replied(SampleRemoval.own(Answer.MORE_TIME), SUBJECT));
        assertThat(again.problems()).extracting(Refusal.Problem::key).containsExactly("removal.refused.timeAsked");
        request.replied(SampleRemoval.own(Answer.REMOVED), SUBJECT);
        assertThat(request.status()).isEqualTo(Status.REPLIED);
    }

    @Test
    void whoHasAnsweredIsNotReminded() {
        assertThat(SampleRemoval.after(Answer.MORE_TIME).remind(NOW)).isFalse();
    }

    @Test
    void aLateAnswerCountsUntilSomebodyDecides() {
        RemovalRequest request = SampleRemoval.overdue();
        RemovalAnswer answer = request.replied(new RemovalReply(Answer.REMOVED, List.of(), null, null),
                new Signature(REPLY_BY.plusSeconds(60), 12L, "Sam Subject"));
        assertThat(answer.late()).isTrue();
        assertThat(request.status()).isEqualTo(Status.REPLIED);
    }

    @Test
    void furtherActionIsAPersonsDecisionWithReasons() {
        RemovalRequest request = SampleRemoval.in(Status.FURTHER_ACTION);
        assertThat(request.decisions()).singleElement().satisfies(decision -> {
            assertThat(decision.kind()).isEqualTo(RemovalDecision.Kind.SILENCE);
            assertThat(decision.result()).isEqualTo("FURTHER_ACTION");
            assertThat(decision.reasons()).isEqualTo("Because");
            assertThat(decision.signed().name()).isEqualTo("Olwen Officer");
        });
    }

    @Test
    void timeRefusedIsTheReasonOfTheNextRound() {
        RemovalRequest request = SampleRemoval.after(Answer.MORE_TIME);
        request.extensionDecided(RemovalDecision.Extension.REFUSED, "It is one click", NEXT_REPLY_BY, OFFICER);
        assertThat(request.round().why()).isEqualTo(Why.TIME_REFUSED);
        assertThat(request.round().reasons()).isEqualTo("It is one click");
    }

    @Test
    void aRejectedChallengeAsksAgainWithTheReasons() {
        RemovalRequest request = SampleRemoval.after(Answer.DISPUTED);
        request.challengeDecided(RemovalDecision.Challenge.REJECTED, "The logo can be read", NEXT_REPLY_BY, OFFICER);
        assertThat(request.status()).isEqualTo(Status.SENDING);
        assertThat(request.round().reasons()).isEqualTo("The logo can be read");
    }

    /** It is looked at and decided whose it is; nobody is asked to remove what is not theirs. */
    @Test
    void thatItIsNotTheirsIsNoChallenge() {
        RemovalRequest request = SampleRemoval.after(Answer.NOT_MINE);
        assertThat(request.status()).isEqualTo(Status.IDENTITY_ASKED);
        request.identityDecided(SampleRemoval.STILL_THERE, RemovalDecision.Identity.NOT_THEIRS, "Another of that name", null, OFFICER);
        assertThat(request.status()).isEqualTo(Status.NOT_THEIRS);
        assertThat(request.openItems()).isEmpty();
        assertThat(request.sightings()).extracting(ItemSighting::seen).containsExactly(Seen.STILL_THERE, Seen.STILL_THERE);
        assertThat(request.lastDecision()).extracting(RemovalDecision::kind, RemovalDecision::result, RemovalDecision::reasons)
                .containsExactly(RemovalDecision.Kind.IDENTITY, "NOT_THEIRS", "Another of that name");
    }

    @Test
    void whatIsTheirsAfterAllIsAskedForAgainWithTheReasonsAndMayThenBeDisputed() {
        RemovalRequest request = SampleRemoval.after(Answer.NOT_MINE);
        request.identityDecided(SampleRemoval.STILL_THERE, RemovalDecision.Identity.THEIRS, "They signed it", NEXT_REPLY_BY, OFFICER);
        assertThat(request.status()).isEqualTo(Status.SENDING);
        assertThat(request.round()).extracting(RemovalRound::why, RemovalRound::reasons).containsExactly(Why.AFTER_IDENTITY, "They signed it");
        request.sent(901L, NOW);
        request.replied(SampleRemoval.own(Answer.DISPUTED), SUBJECT);
        assertThat(request.status()).isEqualTo(Status.CHALLENGED);
    }

    /** Each look has its own sightings, and each report is on record; only then may it be left at that. */
    @Test
    void whatIsReportedToItsSiteIsLookedAtAgainUntilItIsGoneOrLeft() {
        RemovalRequest request = SampleRemoval.in(Status.PLATFORM_REPORTED);
        request.checked(SampleRemoval.STILL_THERE, SampleRemoval.then(AfterCheck.PLATFORM), NEXT_REPLY_BY, OFFICER);
        assertThat(request.status()).isEqualTo(Status.PLATFORM_REPORTED);
        assertThat(request.rounds()).hasSize(1);
        request.checked(SampleRemoval.STILL_THERE, SampleRemoval.then(AfterCheck.LEAVE), NEXT_REPLY_BY, OFFICER);
        assertThat(request.status()).isEqualTo(Status.NOT_SEEN_GONE);
        assertThat(request.decisions()).extracting(RemovalDecision::report).containsExactly(SampleRemoval.REPORT, SampleRemoval.REPORT, null);
        assertThat(request.sightings()).hasSize(6);
        assertThat(request.openItems()).as("nobody has seen it gone").hasSize(2);
    }

    /** Each is told to the subject, and is one more look at each address. */
    @Test
    void itsSiteIsNotToldWithoutEnd() {
        RemovalRequest request = SampleRemoval.in(Status.PLATFORM_REPORTED);
        for (int report = 2; report <= RemovalRequest.MOST_REPORTS; report++) {
            request.checked(SampleRemoval.STILL_THERE, SampleRemoval.then(AfterCheck.PLATFORM), NEXT_REPLY_BY, OFFICER);
        }
        int sightings = request.sightings().size();
        Refusal refusal = catchThrowableOfType(Refusal.class,
                () -> request.checked(SampleRemoval.STILL_THERE, SampleRemoval.then(AfterCheck.PLATFORM), NEXT_REPLY_BY, OFFICER));
        assertThat(refusal.problems()).extracting(Refusal.Problem::field, Refusal.Problem::key).containsExactly(tuple("next", "removal.refused.manyReports"));
        assertThat(request.decisions()).hasSize(RemovalRequest.MOST_REPORTS);
        assertThat(request.sightings()).hasSize(sightings);
        request.checked(SampleRemoval.STILL_THERE, SampleRemoval.then(AfterCheck.LEAVE), NEXT_REPLY_BY, OFFICER);
        assertThat(request.status()).isEqualTo(Status.NOT_SEEN_GONE);
    }

    @Test
    void whatItsSiteWasToldOftenEnoughCanBeGoneAndCanBeAskedForAgain() {
        for (AfterCheck next : new AfterCheck[] {AfterCheck.COMPLIED, AfterCheck.ASK_AGAIN}) {
            RemovalRequest request = SampleRemoval.in(Status.PLATFORM_REPORTED);
            for (int report = 2; report <= RemovalRequest.MOST_REPORTS; report++) {
                request.checked(SampleRemoval.STILL_THERE, SampleRemoval.then(AfterCheck.PLATFORM), NEXT_REPLY_BY, OFFICER);
            }
            request.checked(List.of(), SampleRemoval.then(next), NEXT_REPLY_BY, OFFICER);
            assertThat(request.status()).isEqualTo(next.leadsTo());
        }
    }

    /** Their account is not asked about it any more, but what somebody else recorded for them they may still put right. */
    @Test
    void whatWasRecordedForThemMayBePutRightWhileTheSiteIsAskedAndMovesNothing() {
        RemovalRequest request = SampleRemoval.sent();
        request.replied(SampleRemoval.recorded(Answer.PARTLY), OFFICER);
        request.checked(SampleRemoval.STILL_THERE, SampleRemoval.then(AfterCheck.PLATFORM), NEXT_REPLY_BY, OFFICER);
        assertThat(request.mayAnswer(REPLY_BY.plusSeconds(1))).isFalse();
        request.replied(SampleRemoval.own(Answer.DISPUTED), SUBJECT);
        assertThat(request.status()).isEqualTo(Status.PLATFORM_REPORTED);
    }

    /** What had gone by then had gone. */
    @Test
    void whatAnUpheldChallengeWasAboutIsNotAskedForAnyMore() {
        RemovalRequest request = SampleRemoval.after(Answer.DISPUTED);
        request.items().get(0).seen(Seen.GONE);
        request.challengeDecided(RemovalDecision.Challenge.UPHELD, "It says nothing of work", null, OFFICER);
        assertThat(request.openItems()).isEmpty();
        assertThat(request.items()).extracting(RemovalItem::isNoLongerAsked).containsExactly(false, true);
        assertThat(SampleRemoval.in(Status.WITHDRAWN).openItems()).isEmpty();
        assertThat(SampleRemoval.in(Status.FURTHER_ACTION).openItems()).hasSize(2);
    }

    @Test
    void aPausedCaseMovesTheDeadlineOfTheRoundThatRuns() {
        RemovalRequest request = SampleRemoval.sent();
        request.shift(STOOD);
        assertThat(request.replyBy()).isEqualTo(STOOD.moved(null, REPLY_BY)).isAfter(REPLY_BY).isEqualTo(request.round().replyBy());
    }

    /** Nobody is told of time that they do not have: it had run out, or they have answered, or their site is asked. */
    @ParameterizedTest
    @EnumSource(value = Status.class, names = {"SENDING", "SENT", "TIME_ASKED"}, mode = EnumSource.Mode.EXCLUDE)
    void aPauseMovesNoDeadlineByWhichNothingIsAwaited(Status status) {
        RemovalRequest request = SampleRemoval.in(status);
        Instant before = request.replyBy();
        request.shift(STOOD);
        assertThat(request.replyBy()).isEqualTo(before).isEqualTo(request.round().replyBy());
    }

    @ParameterizedTest
    @EnumSource(value = Status.class, names = {"SENDING", "SENT", "TIME_ASKED"})
    void aPauseMovesTheDeadlineByWhichAnAnswerIsAwaited(Status status) {
        RemovalRequest request = SampleRemoval.in(status);
        request.shift(STOOD);
        assertThat(request.replyBy()).isEqualTo(STOOD.moved(null, REPLY_BY)).isEqualTo(request.round().replyBy());
    }

    @Test
    void theTimeToSayOtherwiseThanWasRecordedMovesToo() {
        RemovalRequest request = SampleRemoval.sent();
        request.replied(SampleRemoval.recorded(Answer.PARTLY), OFFICER);
        request.shift(STOOD);
        assertThat(request.replyBy()).isEqualTo(STOOD.moved(null, REPLY_BY));
    }

    @Test
    void itIsTheSubjectsOnlyOnceItWasSent() {
        assertThat(SampleRemoval.sending().everSent()).isFalse();
        assertThat(SampleRemoval.sent().everSent()).isTrue();
        assertThat(SampleRemoval.sent().processKey()).isEqualTo("CHSCB-2026-0042/R100");
        assertThat(SampleRemoval.sent().replied(new RemovalReply(Answer.REMOVED, null, null, null), SUBJECT).channel())
                .isEqualTo(RemovalReply.Channel.PORTAL);
    }

    /** In the last round whoever asks for more time is told at once, since nobody could give it; any other answer is taken. */
    @Test
    void nobodyIsAskedForEver() {
        RemovalRequest request = SampleRemoval.sending();
        for (int round = 1; round < RemovalRequest.MOST_ROUNDS; round++) {
            request.sent(900L, NOW);
            request.replied(new RemovalReply(Answer.MORE_TIME, List.of(), null, null), SUBJECT);
            request.extensionDecided(RemovalDecision.Extension.GRANTED, "Fair", NEXT_REPLY_BY, OFFICER);
        }
        request.sent(900L, NOW);
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> request.replied(new RemovalReply(Answer.MORE_TIME, List.of(), null, null), SUBJECT));
        assertThat(refusal.problems()).singleElement().extracting(Refusal.Problem::key).isEqualTo("removal.refused.noMoreTime");
    }

    @Test
    void afterTheLastRoundItIsEndedAndNotAskedAgain() {
        RemovalRequest request = SampleRemoval.overdue();
        for (int round = 1; round < RemovalRequest.MOST_ROUNDS; round++) {
            request.silenceDecided(RemovalDecision.Silence.ASK_AGAIN, "Once more", null, NEXT_REPLY_BY, OFFICER);
            request.sent(900L, NOW);
            request.overdue(NEXT_REPLY_BY);
        }
        Refusal refusal = catchThrowableOfType(Refusal.class,
                () -> request.silenceDecided(RemovalDecision.Silence.ASK_AGAIN, "Once more", null, NEXT_REPLY_BY, OFFICER));
        assertThat(refusal.problems()).singleElement().extracting(Refusal.Problem::key).isEqualTo("removal.refused.manyRounds");
    }
}
