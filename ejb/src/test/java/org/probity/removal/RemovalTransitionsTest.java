package org.probity.removal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.probity.removal.RemovalRequest.Status.CHALLENGED;
import static org.probity.removal.RemovalRequest.Status.CHALLENGE_UPHELD;
import static org.probity.removal.RemovalRequest.Status.CLOSED;
import static org.probity.removal.RemovalRequest.Status.COMPLIED;
import static org.probity.removal.RemovalRequest.Status.FURTHER_ACTION;
import static org.probity.removal.RemovalRequest.Status.IDENTITY_ASKED;
import static org.probity.removal.RemovalRequest.Status.NOT_SEEN_GONE;
import static org.probity.removal.RemovalRequest.Status.NOT_THEIRS;
import static org.probity.removal.RemovalRequest.Status.OVERDUE;
import static org.probity.removal.RemovalRequest.Status.PLATFORM_REPORTED;
import static org.probity.removal.RemovalRequest.Status.REPLIED;
import static org.probity.removal.RemovalRequest.Status.SENDING;
import static org.probity.removal.RemovalRequest.Status.SENT;
import static org.probity.removal.RemovalRequest.Status.TIME_ASKED;
import static org.probity.removal.RemovalRequest.Status.WITHDRAWN;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.probity.Circles;
import org.probity.boardrows.AllowedRows;
import org.probity.investigation.Allegation;
import org.probity.kernel.Refusal;
import org.probity.removal.RemovalRequest.Status;

class RemovalTransitionsTest {

    private static final Map<Status, Set<Status>> WANTED = Map.of(
            SENDING, Set.of(SENT, CLOSED, WITHDRAWN),
            SENT, Set.of(SENDING, OVERDUE, REPLIED, CHALLENGED, IDENTITY_ASKED, TIME_ASKED, CLOSED, WITHDRAWN),
            OVERDUE, Set.of(REPLIED, CHALLENGED, IDENTITY_ASKED, TIME_ASKED, SENDING, FURTHER_ACTION, PLATFORM_REPORTED, CLOSED, WITHDRAWN),
            REPLIED, Set.of(REPLIED, CHALLENGED, IDENTITY_ASKED, TIME_ASKED, COMPLIED, SENDING, PLATFORM_REPORTED, CLOSED, WITHDRAWN),
            CHALLENGED, Set.of(REPLIED, CHALLENGED, IDENTITY_ASKED, TIME_ASKED, CHALLENGE_UPHELD, SENDING, CLOSED, WITHDRAWN),
            PLATFORM_REPORTED, Set.of(PLATFORM_REPORTED, COMPLIED, NOT_SEEN_GONE, SENDING, CLOSED, WITHDRAWN),
            IDENTITY_ASKED, Set.of(REPLIED, CHALLENGED, IDENTITY_ASKED, TIME_ASKED, NOT_THEIRS, SENDING, CLOSED, WITHDRAWN),
            TIME_ASKED, Set.of(REPLIED, CHALLENGED, IDENTITY_ASKED, TIME_ASKED, SENDING, CLOSED, WITHDRAWN));

    /** Recorded, the subject's own wish for more time, and what they say instead of that. */
    private static final int ANSWERS_OF_ROUND = 3;

    /** Each verb, and the states in which it may be said. */
    private static final Map<Consumer<RemovalRequest>, Set<Status>> VERBS = Map.of(
            r -> r.sent(1L, SampleRemoval.NOW), Set.of(SENDING),
            r -> r.overdue(SampleRemoval.REPLY_BY), Set.of(SENT),
            r -> r.replied(new RemovalReply(RemovalReply.Answer.REMOVED, List.of(), null, null), SampleRemoval.SUBJECT),
            Set.of(SENT, OVERDUE, TIME_ASKED),
            r -> r.checked(List.of(), SampleRemoval.then(RemovalDecision.AfterCheck.ASK_AGAIN), SampleRemoval.NEXT_REPLY_BY, SampleRemoval.OFFICER),
            Set.of(REPLIED, PLATFORM_REPORTED),
            r -> r.challengeDecided(RemovalDecision.Challenge.REJECTED, "No", SampleRemoval.NEXT_REPLY_BY, SampleRemoval.OFFICER),
            Set.of(CHALLENGED),
            r -> r.identityDecided(List.of(), RemovalDecision.Identity.THEIRS, "Theirs", SampleRemoval.NEXT_REPLY_BY, SampleRemoval.OFFICER),
            Set.of(IDENTITY_ASKED),
            r -> r.extensionDecided(RemovalDecision.Extension.GRANTED, "Yes", SampleRemoval.NEXT_REPLY_BY, SampleRemoval.OFFICER),
            Set.of(TIME_ASKED),
            r -> r.silenceDecided(RemovalDecision.Silence.ASK_AGAIN, "Again", null, SampleRemoval.NEXT_REPLY_BY, SampleRemoval.OFFICER),
            Set.of(OVERDUE),
            r -> r.end(WITHDRAWN, SampleRemoval.NOW), Set.of(SENDING, SENT, OVERDUE, REPLIED, CHALLENGED, IDENTITY_ASKED, TIME_ASKED, PLATFORM_REPORTED));

    @ParameterizedTest
    @EnumSource
    void exactlyTheseMayFollow(Status from) {
        for (Status to : Status.values()) {
            assertThat(RemovalTransitions.allowed(from, to)).as(from + " to " + to)
                    .isEqualTo(WANTED.getOrDefault(from, Set.of()).contains(to));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aRequestEndsWhereNothingFollows(Status status) {
        assertThat(status.ended()).isEqualTo(!WANTED.containsKey(status));
    }

    @ParameterizedTest
    @EnumSource
    void everyVerbIsRefusedWhereItDoesNotBelong(Status status) {
        VERBS.forEach((verb, states) -> {
            RemovalRequest request = SampleRemoval.in(status);
            assertThat(request.status()).isEqualTo(status);
            Throwable thrown = catchThrowable(() -> verb.accept(request));
            if (states.contains(status)) {
                assertThat(thrown).isNull();
            } else {
                assertThat(thrown).isInstanceOfSatisfying(Refusal.class,
                        refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.STATE));
                assertThat(request.status()).isEqualTo(status);
            }
        });
    }

    @Test
    void anEndedRequestSaysSo() {
        assertThat(catchThrowable(() -> SampleRemoval.in(COMPLIED).expectReply(true, SampleRemoval.NOW))).isInstanceOfSatisfying(Refusal.class,
                refusal -> assertThat(refusal.problems()).singleElement()
                        .satisfies(problem -> assertThat(problem.key()).isEqualTo("removal.refused.ended")));
    }

    /** A round is counted, so is a report to the site that follows another, and what is answered in a round is by the next test. */
    @Test
    void everyWayBackPassesWhatIsCounted() {
        assertThat(Circles.uncounted(Status.values(), RemovalTransitions::allowed, (from, to) -> to == SENDING || from == PLATFORM_REPORTED && to == from
                || Set.of(REPLIED, CHALLENGED, IDENTITY_ASKED, TIME_ASKED).contains(to))).isEmpty();
    }

    @Test
    void aRoundHasAnEndHoweverItIsAnswered() {
        assertThat(answersOf(List.of())).isEqualTo(ANSWERS_OF_ROUND);
    }

    /** Most answers that follow these, one by one, while nobody decides. */
    private static int answersOf(List<RemovalReply> given) {
        assertThat(given).as("no end").hasSizeLessThan(6);
        int most = 0;
        for (RemovalReply.Answer answer : RemovalReply.Answer.values()) {
            for (RemovalReply next : List.of(SampleRemoval.own(answer), SampleRemoval.recorded(answer))) {
                RemovalRequest request = SampleRemoval.sent();
                given.forEach(reply -> request.replied(reply, SampleRemoval.SUBJECT));
                if (catchThrowable(() -> request.replied(next, SampleRemoval.SUBJECT)) == null) {
                    most = Math.max(most, 1 + answersOf(Stream.concat(given.stream(), Stream.of(next)).toList()));
                }
            }
        }
        return most;
    }

    /** Or the board could never leave. */
    @Test
    void noRequestHasMoreRowsThanAnArchiveTakes() {
        int rounds = RemovalRequest.MOST_ROUNDS;
        int decisions = rounds + rounds + RemovalRequest.MOST_REPORTS + 1;
        Map.of("removal_round", rounds, "removal_item", RemovalRules.MOST_ITEMS, "removal_reply", rounds * ANSWERS_OF_ROUND, "removal_decision", decisions,
                "removal_sighting", decisions * RemovalRules.MOST_ITEMS, "removal_allegation", rounds * Allegation.MOST)
                .forEach((table, most) -> assertThat(AllowedRows.most(table, "request_id")).as(table).isGreaterThanOrEqualTo(most));
    }
}
