package org.probity.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.probity.access.Signature;
import org.probity.kernel.Refusal;

class ReferralTest {

    private static final Instant NOW = Instant.parse("2026-11-21T09:00:00Z");
    private static final Instant DUE = Instant.parse("2026-11-27T17:00:00Z");
    private static final Signature OFFICER = new Signature(NOW, 1L, "Olwen Officer");
    private static final Signature LEAD = new Signature(NOW, 2L, "Lena Lead");
    private static final Signature HR = new Signature(NOW, 3L, "Hari Resources");
    private static final Long TRUST = 50L;
    private static final Long COLLEGE = 51L;

    @Test
    void aReferralGoesFromPackToOutcome() {
        Referral referral = sent();
        referral.accepted(null, HR);
        referral.progressed("A hearing is set for December", HR);
        referral.outcomeRecorded(HR);
        referral.completed(ReferralMove.Kind.DUTIES_CHECKED, "The employer told the regulator", OFFICER);
        assertThat(referral.status()).isEqualTo(Status.COMPLETED);
        assertThat(referral.moves()).extracting(ReferralMove::kind).containsExactly(ReferralMove.Kind.COMPOSED, ReferralMove.Kind.APPROVED,
                ReferralMove.Kind.SENT, ReferralMove.Kind.ACCEPTED, ReferralMove.Kind.PROGRESS, ReferralMove.Kind.OUTCOME, ReferralMove.Kind.DUTIES_CHECKED);
    }

    @Test
    void aPackThatIsGivenBackIsComposedInAnotherRound() {
        Referral referral = composed();
        referral.givenBack("Leave the second letter out", "print", LEAD);
        referral.composed(TRUST, "Summary", new Signature(NOW, 9L, "Otto Officer"));
        assertThat(referral.round()).isEqualTo(2);
    }

    /** As somebody might bring about who adds a note each time. */
    @Test
    void aPackIsNotGivenBackWithoutEndThoughSomethingComesEachTime() {
        Referral referral = composed();
        for (int round = 1; round < Referral.MOST_EVER; round++) {
            referral.composedOf("print " + round);
            referral.givenBack("Something has come", "print", LEAD);
            referral.composed(TRUST, "Summary", OFFICER);
        }
        assertThatThrownBy(() -> referral.givenBack("Something has come", "print", LEAD)).isInstanceOf(Refusal.class).hasMessageContaining("manyRounds");
    }

    @Test
    void aQuestionStartsTheClockToAcknowledgeAnewWhenAnswered() {
        Referral referral = sent();
        referral.asked("Which post was it?", HR);
        Instant later = DUE.plus(Duration.ofDays(7));
        referral.answered("The one of 8 November", later, OFFICER);
        assertThat(referral.status()).isEqualTo(Status.SENT);
        assertThat(referral.acknowledgeBy()).isEqualTo(later);
    }

    @Test
    void whatOneEmployerWroteStaysWithThatEmployer() {
        Referral referral = sent();
        referral.declined("She left us in May", HR);
        referral.redirected(COLLEGE, "She works at the college now", OFFICER);
        referral.composed(COLLEGE, "Summary", OFFICER);
        assertThat(referral.organisationId()).isEqualTo(COLLEGE);
        assertThat(referral.sentAt()).isNull();
        assertThat(referral.packId()).isNull();
        assertThat(referral.moves()).filteredOn(move -> move.kind() == ReferralMove.Kind.DECLINED)
                .allMatch(move -> move.organisationId().equals(TRUST));
        assertThat(referral.moves()).filteredOn(move -> move.organisationId().equals(COLLEGE))
                .extracting(ReferralMove::kind).containsExactly(ReferralMove.Kind.COMPOSED);
    }

    @Test
    void theBoardsOwnReasonsAreNotSharedWithTheEmployer() {
        assertThat(ReferralMove.Kind.values()).filteredOn(ReferralMove.Kind::shared).doesNotContain(ReferralMove.Kind.COMPOSED,
                ReferralMove.Kind.RETURNED, ReferralMove.Kind.APPROVED, ReferralMove.Kind.REDIRECTED, ReferralMove.Kind.STOPPED, ReferralMove.Kind.DUTIES_CHECKED);
    }

    @Test
    void chasersAreNumberedAndStopWithTheAnswer() {
        Referral referral = sent();
        assertThat(referral.chase(DUE)).isEqualTo(1);
        assertThat(referral.chase(DUE.plus(Duration.ofDays(5)))).isEqualTo(2);
        referral.accepted("Ours", HR);
        assertThat(referral.chasedAt()).isNull();
        assertThatThrownBy(() -> referral.chase(DUE)).isInstanceOf(Refusal.class);
        assertThat(referral.chaseProgress(DUE)).isEqualTo(1);
    }

    @Test
    void anOutcomeBeforeAcceptanceIsRefused() {
        Referral referral = sent();
        assertThatThrownBy(() -> referral.outcomeRecorded(HR)).isInstanceOfSatisfying(Refusal.class,
                refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.STATE));
    }

    @Test
    void aPauseMovesTheEmployersDeadline() {
        Referral referral = sent();
        referral.shift((begun, due) -> due.plus(Duration.ofDays(3)));
        assertThat(referral.acknowledgeBy()).isEqualTo(DUE.plus(Duration.ofDays(3)));
    }

    private static Referral sent() {
        Referral referral = composed();
        referral.approved("Fair and complete", LEAD);
        referral.sent(100L, 101L, DUE, Signature.now(NOW));
        return referral;
    }

    private static Referral composed() {
        Referral referral = new Referral("CHSCB-2026-0042", 7L, TRUST, "Conduct is for the employer");
        referral.composed(TRUST, "A photograph was posted", OFFICER);
        return referral;
    }
}
