package org.probity.investigation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.probity.access.Capacity.APPROVED;
import static org.probity.access.Capacity.INVESTIGATED;
import static org.probity.access.Capacity.REVIEWED;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.probity.Fired;
import org.probity.TestDatabase;
import org.probity.access.Capacity;
import org.probity.access.CaseExclusion;
import org.probity.access.CurrentCaller;
import org.probity.access.Role;
import org.probity.account.Account;
import org.probity.casework.Team;
import org.probity.exclusion.UnseenBench;
import org.probity.kernel.Language;
import org.probity.member.Member;

/** Before somebody acts it is said what they cannot do on the case later, and who is left for it. */
class CapacitiesTest extends UnseenBench {

    @Test
    void whoReviewsIsToldThatTheyCannotApproveLaterAndWhoCan() {
        member("Nia Rees", Role.LEAD);
        acts(officer, INVESTIGATED);
        Outlook outlook = ifActing(lead, REVIEWED);
        assertThat(outlook.rulesOut()).containsExactly(APPROVED);
        assertThat(outlook.left()).containsExactly(left(INVESTIGATED, List.of("Olwen Prydderch")), left(APPROVED, List.of("Nia Rees")));
        assertThat(outlook.deadEnd()).isFalse();
    }

    @Test
    void theOnlyLeadWhoReviewsWouldLeaveNobodyToApprove() {
        acts(officer, INVESTIGATED);
        Outlook outlook = ifActing(lead, REVIEWED);
        assertThat(outlook.nobody()).containsExactly(APPROVED);
        assertThat(outlook.deadEnd()).isTrue();
    }

    /** One person can do either and not both, so that the one who does the first ends it. */
    @Test
    void whoRecordsIsToldThatOnePersonAloneIsLeftForTwoThings() {
        Outlook outlook = ifActing(officer, INVESTIGATED);
        assertThat(outlook.rulesOut()).containsExactly(REVIEWED);
        assertThat(outlook.nobody()).isEmpty();
        assertThat(outlook.alone()).isEqualTo("Lena Dafis");
        assertThat(outlook.deadEnd()).isTrue();
        member("Nia Rees", Role.OFFICER);
        assertThat(ifActing(officer, INVESTIGATED)).extracting(Outlook::alone, Outlook::deadEnd).containsExactly(null, false);
    }

    @Test
    void whoHasActedAlreadyLosesNothingMore() {
        acts(officer, INVESTIGATED);
        assertThat(ifActing(officer, INVESTIGATED).rulesOut()).isEmpty();
        assertThat(left(officer).after()).extracting(Outlook::acting).as("in nothing else any more").containsExactly(INVESTIGATED);
    }

    @Test
    void whoMayNotSeeTheCaseOrHasLeftIsNotLeft() {
        Member walled = member("Nia Rees", Role.LEAD);
        Member gone = member("Beti Wyn", Role.LEAD);
        member("Hari Puw", Role.HR);
        inBoard(entities -> {
            walls(entities).raise(reference, walled.accountId(), CaseExclusion.STEPPED_ASIDE);
            ended(entities, gone);
        });
        assertThat(left(officer).now()).containsExactly(left(INVESTIGATED, List.of("Olwen Prydderch")),
                left(REVIEWED, List.of("Lena Dafis", "Olwen Prydderch")), left(APPROVED, List.of("Lena Dafis")));
        restrictedToNobody();
        assertThat(left(officer).forNobody()).containsExactly(Capacity.values());
    }

    @Test
    void whoeverIsMadeLeadLaterIsLeftWithoutMore() {
        acts(officer, INVESTIGATED);
        acts(lead, REVIEWED);
        assertThat(left(officer).forNobody()).containsExactly(APPROVED);
        member("Nia Rees", Role.LEAD);
        assertThat(left(officer).now()).contains(left(APPROVED, List.of("Nia Rees")));
    }

    @Test
    void afterTheReviewNothingIsReviewedAnyMore() {
        inBoard(entities -> {
            Investigation investigation = investigation(entities);
            List.of(Stage.INVESTIGATION, Stage.REVIEW, Stage.REFERRAL).forEach(stage -> investigation.moveTo(stage, CLOCK.instant()));
        });
        assertThat(left(officer).now()).extracting(LeftFor::capacity).containsExactly(INVESTIGATED, APPROVED);
        assertThat(ifActing(lead, APPROVED)).extracting(Outlook::rulesOut, Outlook::nobody).containsExactly(List.of(REVIEWED), List.of());
    }

    /** Both of their roles count, and both are lost by one act. */
    @Test
    void whoHasTwoRolesLosesWhatEitherCouldDo() {
        Member both = database.call(board, entities -> {
            Account account = new Account("both" + board, "Nia Rees", "nia@example.org", "-", Language.EN, false);
            entities.persist(account);
            Member member = new Member(account, Set.of(Role.OFFICER, Role.LEAD), null);
            entities.persist(member);
            return member;
        });
        assertThat(left(both).after()).extracting(Outlook::acting, Outlook::rulesOut).containsExactly(tuple(INVESTIGATED, List.of(REVIEWED, APPROVED)),
                tuple(REVIEWED, List.of(INVESTIGATED, APPROVED)), tuple(APPROVED, List.of(INVESTIGATED, REVIEWED)));
    }

    @Test
    void whatWaitsForADecisionIsToldToThoseWhoMayDecide() {
        acts(lead, REVIEWED);
        member("Nia Rees", Role.LEAD);
        inBoard(entities -> desk(entities).deciders(reference, "approval/1", "approval.wanted"));
        inBoard(entities -> desk(entities).reviewers(reference, "review/1", "findings.review"));
        assertThat(letters(" where m.template = 'approval.wanted'")).singleElement().asString().startsWith("Nia Rees: ");
        assertThat(letters(" where m.template = 'findings.review'")).hasSize(3);
    }

    private Outlook ifActing(Member who, Capacity capacity) {
        return left(who).ifActing(capacity);
    }

    private static LeftFor left(Capacity capacity, List<String> names) {
        return new LeftFor(capacity, names, null);
    }

    private Left left(Member who) {
        return CurrentCaller.call(who.caller(Language.EN), () -> database.call(board,
                entities -> TestDatabase.wire(new Capacities(), entities, outbox(entities)).of(investigation(entities))));
    }

    private void acts(Member who, Capacity capacity) {
        inBoard(who, entities -> TestDatabase.wire(new Team(), entities, CLOCK, new Fired<TookPart>()).acts(investigation(entities), capacity));
    }

    private Investigation investigation(EntityManager entities) {
        return investigations(entities).byReference(reference);
    }
}
