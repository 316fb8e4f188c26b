package org.probity.findings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.probity.access.Signature;
import org.probity.findings.FindingSet.Status;
import org.probity.kernel.Refusal;

class FindingSetTest {

    private static final Signature OFFICER = new Signature(Instant.parse("2026-11-20T09:00:00Z"), 1L, "Olwen Officer");
    private static final Signature LEAD = new Signature(Instant.parse("2026-11-21T09:00:00Z"), 2L, "Lena Lead");

    @Test
    void onlyRecordedFindingsMayBeReviewedOrWithdrawn() {
        for (Status from : Status.values()) {
            for (Status to : Status.values()) {
                boolean expected = from == Status.RECORDED && to != Status.RECORDED;
                assertThat(from.mayBecome(to)).as("%s to %s", from, to).isEqualTo(expected);
            }
        }
    }

    @Test
    void agreeingKeepsWhoAgreedAndWhy() {
        FindingSet set = recorded(true);
        set.agree("Fair and complete", LEAD);
        assertThat(set.status()).isEqualTo(Status.AGREED);
        assertThat(set.review().agreed()).isTrue();
        assertThat(set.review().reasons()).isEqualTo("Fair and complete");
        assertThat(set.review().signed()).isEqualTo(LEAD);
    }

    @Test
    void findingsGivenBackCannotBeAgreedAfterwards() {
        FindingSet set = recorded(true);
        set.giveBack("The second finding lacks its evidence", LEAD);
        assertThatThrownBy(() -> set.agree("Now it is fine", LEAD)).isInstanceOfSatisfying(Refusal.class,
                refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.STATE));
        assertThat(set.status()).isEqualTo(Status.RETURNED);
    }

    @Test
    void findingsThatWereWithdrawnAreNotSaidToHaveBeenReviewed() {
        FindingSet withdrawn = recorded(true);
        withdrawn.withdraw();
        assertThatThrownBy(() -> withdrawn.agree("Fair and complete", LEAD)).hasMessageContaining("findings.refused.withdrawn");
        FindingSet reviewed = recorded(true);
        reviewed.giveBack("The second finding lacks its evidence", LEAD);
        assertThatThrownBy(() -> reviewed.agree("Now it is fine", LEAD)).hasMessageContaining("findings.refused.alreadyReviewed");
    }

    @Test
    void findingsThatStayWithTheBoardNameNoOrganisation() {
        FindingSet set = recorded(false);
        assertThat(set.refer()).isFalse();
        assertThat(set.organisationId()).isNull();
        assertThat(set.referralReasons()).isNull();
    }

    @Test
    void onlyWhatIsProvenMayBeReferred() {
        assertThat(Set.of(Result.values())).filteredOn(Result::mayBeReferred)
                .containsExactlyInAnyOrder(Result.PROVEN, Result.PARTLY_PROVEN);
    }

    private static FindingSet recorded(boolean refer) {
        NewFinding finding = new NewFinding(7L, Result.PROVEN, "The post names the board");
        FindingSet set = new FindingSet("CHSCB-2026-0042", 1,
                new NewFindings(List.of(finding), refer, 5L, "The employer decides", "Weighed"), OFFICER);
        set.find(finding, "3.5(a)");
        return set;
    }
}
