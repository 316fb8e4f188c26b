package org.probity.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.probity.referral.Status.ACCEPTED;
import static org.probity.referral.Status.APPROVED;
import static org.probity.referral.Status.AWAITING_APPROVAL;
import static org.probity.referral.Status.COMPLETED;
import static org.probity.referral.Status.COMPOSING;
import static org.probity.referral.Status.DECLINED;
import static org.probity.referral.Status.OUTCOME_RECORDED;
import static org.probity.referral.Status.QUESTION_ASKED;
import static org.probity.referral.Status.SENT;
import static org.probity.referral.Status.STOPPED;
import static org.probity.referral.Status.WITHDRAWN;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.probity.Circles;
import org.probity.boardrows.AllowedRows;

class StatusTest {

    private static final Map<Status, Set<Status>> EXPECTED = new EnumMap<>(Map.ofEntries(
            Map.entry(COMPOSING, Set.of(AWAITING_APPROVAL, WITHDRAWN)),
            Map.entry(AWAITING_APPROVAL, Set.of(COMPOSING, APPROVED, WITHDRAWN)),
            Map.entry(APPROVED, Set.of(SENT, WITHDRAWN)),
            Map.entry(SENT, Set.of(QUESTION_ASKED, ACCEPTED, DECLINED, WITHDRAWN)),
            Map.entry(QUESTION_ASKED, Set.of(SENT, WITHDRAWN)),
            Map.entry(ACCEPTED, Set.of(OUTCOME_RECORDED, WITHDRAWN)),
            Map.entry(DECLINED, Set.of(COMPOSING, STOPPED, WITHDRAWN)),
            Map.entry(OUTCOME_RECORDED, Set.of(COMPLETED, WITHDRAWN)),
            Map.entry(COMPLETED, Set.of()), Map.entry(STOPPED, Set.of()), Map.entry(WITHDRAWN, Set.of())));

    @Test
    void everyStatusLeadsOnlyWhereItMay() {
        for (Status from : Status.values()) {
            for (Status to : Status.values()) {
                assertThat(from.mayBecome(to)).as("%s to %s", from, to).isEqualTo(EXPECTED.get(from).contains(to));
            }
        }
    }

    @Test
    void nothingIsSentWithoutApproval() {
        assertThat(Status.values()).filteredOn(status -> status.mayBecome(SENT)).containsExactly(APPROVED, QUESTION_ASKED);
        assertThat(Status.values()).filteredOn(status -> status.mayBecome(APPROVED)).containsExactly(AWAITING_APPROVAL);
    }

    @Test
    void theEmployerSeesNothingBeforeItIsSentAndNoPackOnceItDeclined() {
        assertThat(Status.inInbox()).doesNotContain(COMPOSING, AWAITING_APPROVAL, APPROVED, STOPPED).contains(DECLINED, SENT);
        assertThat(DECLINED.packOpen()).isFalse();
        assertThat(WITHDRAWN.packOpen()).isFalse();
        assertThat(COMPOSING.packOpen()).isFalse();
        assertThat(ACCEPTED.packOpen()).isTrue();
    }

    /** A pack that is begun again is a round, and questions are counted. */
    @Test
    void everyWayBackPassesWhatIsCounted() {
        assertThat(Circles.uncounted(Status.values(), Status::mayBecome, (from, to) -> to == COMPOSING || to == QUESTION_ASKED)).isEmpty();
    }

    /** Or the board could never leave: in each round at most five, and what the employer tells. */
    @Test
    void noReferralHasMoreMovesThanAnArchiveTakes() {
        assertThat(AllowedRows.most("referral_move", "referral_id")).isGreaterThanOrEqualTo(5L * Referral.MOST_EVER
                + 2 * ReferralAnswers.MOST_QUESTIONS + ReferralAnswers.MOST_PROGRESS + 4);
    }
}
