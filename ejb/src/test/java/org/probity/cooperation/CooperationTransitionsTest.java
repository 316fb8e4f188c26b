package org.probity.cooperation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.probity.cooperation.CooperationRequest.Status.AGREED;
import static org.probity.cooperation.CooperationRequest.Status.AUTHORITY_WANTED;
import static org.probity.cooperation.CooperationRequest.Status.CLOSED;
import static org.probity.cooperation.CooperationRequest.Status.DECLINED;
import static org.probity.cooperation.CooperationRequest.Status.DONE;
import static org.probity.cooperation.CooperationRequest.Status.NOT_AUTHORISED;
import static org.probity.cooperation.CooperationRequest.Status.OVERDUE;
import static org.probity.cooperation.CooperationRequest.Status.PROCEEDED;
import static org.probity.cooperation.CooperationRequest.Status.REPLIED;
import static org.probity.cooperation.CooperationRequest.Status.SENDING;
import static org.probity.cooperation.CooperationRequest.Status.SENT;
import static org.probity.cooperation.CooperationRequest.Status.WITHDRAWN;
import static org.probity.cooperation.SampleCooperation.NEXT;
import static org.probity.cooperation.SampleCooperation.NOW;
import static org.probity.cooperation.SampleCooperation.OFFICER;

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
import org.probity.cooperation.CooperationDecision.Authority;
import org.probity.cooperation.CooperationDecision.Consideration;
import org.probity.cooperation.CooperationDecision.Silence;
import org.probity.cooperation.CooperationReply.Answer;
import org.probity.cooperation.CooperationRequest.Status;
import org.probity.investigation.Allegation;
import org.probity.kernel.Refusal;

class CooperationTransitionsTest {

    private static final Map<Status, Set<Status>> WANTED = Map.of(
            AUTHORITY_WANTED, Set.of(SENDING, NOT_AUTHORISED, CLOSED, WITHDRAWN),
            SENDING, Set.of(SENT, CLOSED, WITHDRAWN),
            SENT, Set.of(OVERDUE, AGREED, REPLIED, CLOSED, WITHDRAWN),
            OVERDUE, Set.of(AGREED, REPLIED, SENDING, PROCEEDED, CLOSED, WITHDRAWN),
            AGREED, Set.of(AGREED, REPLIED, SENDING, DONE, CLOSED, WITHDRAWN),
            REPLIED, Set.of(AGREED, REPLIED, DONE, DECLINED, SENDING, CLOSED, WITHDRAWN));

    /** Recorded, and what the subject says themself. */
    private static final int ANSWERS_OF_ROUND = 2;

    /** Each verb, and the states in which it may be said. */
    private static final Map<Consumer<CooperationRequest>, Set<Status>> VERBS = Map.of(
            r -> r.authorised(Authority.GRANTED, "Yes", NEXT.replyBy(), OFFICER), Set.of(AUTHORITY_WANTED),
            r -> r.sent(1L, NOW), Set.of(SENDING),
            r -> r.overdue(NOW), Set.of(SENT),
            r -> r.replied(SampleCooperation.reply(Answer.DECLINED), OFFICER), Set.of(SENT, OVERDUE),
            r -> r.met(new MeetingRecord(NOW, "All", "Minutes", 30), SampleCooperation.SAY_BY, OFFICER), Set.of(AGREED),
            r -> r.accessEnded(new AccessEnd(NOW, true), OFFICER), Set.of(AGREED),
            r -> r.considered(Consideration.ENOUGH, null, NEXT, OFFICER), Set.of(REPLIED),
            r -> r.considered(Consideration.ASK_AGAIN, "Moved", NEXT, OFFICER), Set.of(REPLIED, AGREED),
            r -> r.silenceDecided(Silence.ASK_AGAIN, "Again", NEXT, OFFICER), Set.of(OVERDUE),
            r -> r.end(WITHDRAWN, NOW), Set.of(AUTHORITY_WANTED, SENDING, SENT, OVERDUE, AGREED, REPLIED));

    @ParameterizedTest
    @EnumSource
    void exactlyTheseMayFollow(Status from) {
        for (Status to : Status.values()) {
            assertThat(CooperationTransitions.allowed(from, to)).as(from + " to " + to)
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
            CooperationRequest request = SampleCooperation.in(status);
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
    void everyWayBackPassesWhatIsCounted() {
        assertThat(Circles.uncounted(Status.values(), CooperationTransitions::allowed, (from, to) -> to == SENDING || Set.of(AGREED, REPLIED).contains(to))).isEmpty();
    }

    @Test
    void aRoundHasAnEndHoweverItIsAnswered() {
        for (CooperationKind kind : CooperationKind.values()) {
            assertThat(answersOf(kind, List.of())).as(kind.name()).isEqualTo(ANSWERS_OF_ROUND);
        }
    }

    /** Most answers that follow these, one by one, while nobody decides. */
    private static int answersOf(CooperationKind kind, List<CooperationReply> given) {
        assertThat(given).as("no end").hasSizeLessThan(6);
        int most = 0;
        for (Answer answer : Answer.values()) {
            for (CooperationReply next : List.of(SampleCooperation.reply(answer), SampleCooperation.recorded(answer))) {
                CooperationRequest request = SampleCooperation.sent(kind);
                given.forEach(reply -> request.replied(reply, SampleCooperation.SUBJECT));
                if (catchThrowable(() -> request.replied(next, SampleCooperation.SUBJECT)) == null) {
                    most = Math.max(most, 1 + answersOf(kind, Stream.concat(given.stream(), Stream.of(next)).toList()));
                }
            }
        }
        return most;
    }

    /** Or the board could never leave. What takes place, and what ends with access, ends the request. */
    @Test
    void noRequestHasMoreRowsThanAnArchiveTakes() {
        int rounds = CooperationRequest.MOST_ROUNDS;
        Map.of("cooperation_round", rounds, "cooperation_reply", rounds * ANSWERS_OF_ROUND, "cooperation_decision", rounds + 1, "cooperation_meeting", 1,
                "cooperation_access", 1, "cooperation_allegation", rounds * Allegation.MOST)
                .forEach((table, most) -> assertThat(AllowedRows.most(table, "request_id")).as(table).isGreaterThanOrEqualTo(most));
    }
}
