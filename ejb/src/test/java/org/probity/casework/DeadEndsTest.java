package org.probity.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.probity.access.Capacity.APPROVED;
import static org.probity.access.Capacity.INVESTIGATED;
import static org.probity.access.Capacity.REVIEWED;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.probity.Fired;
import org.probity.TestDatabase;
import org.probity.access.Capacity;
import org.probity.access.CaseExclusion;
import org.probity.access.CurrentCaller;
import org.probity.access.Role;
import org.probity.access.RolesLost;
import org.probity.access.SightLost;
import org.probity.casework.DeadEnds.DeadEnd;
import org.probity.exclusion.UnseenBench;
import org.probity.investigation.Capacities;
import org.probity.investigation.LeftFor;
import org.probity.investigation.TookPart;
import org.probity.kernel.Language;
import org.probity.member.Member;
import org.probity.member.Members;
import org.probity.worklist.NewWork;
import org.probity.worklist.Work;
import org.probity.worklist.WorkOpened;

/** Where nobody is left who may do what a case waits for, the administrators are asked for somebody, and told nothing of what it is about. */
class DeadEndsTest extends UnseenBench {

    /** The only lead agreed to the findings, and the pack waits for a lead. */
    @Test
    void aPackThatNobodyMayApproveIsToldToTheAdministrators() {
        acts(officer, INVESTIGATED);
        acts(lead, REVIEWED);
        waits("approveReferral", APPROVED);
        assertThat(letters()).singleElement().asString().startsWith("Adam Menna: ").contains(reference, "no lead is left who can decide", "/members#left")
                .doesNotContain("picture", "Lena", "Olwen");
        assertThat(stuck(administrator)).containsExactly(new DeadEnd(reference, APPROVED, CLOCK.instant()));
        assertThat(left(APPROVED)).isEqualTo(new LeftFor(APPROVED, List.of(), CLOCK.instant()));
    }

    @Test
    void nothingIsToldWhereSomebodyIsLeft() {
        acts(lead, REVIEWED);
        member("Nia Rees", Role.LEAD);
        waits("approveReferral", APPROVED);
        assertThat(letters()).isEmpty();
        assertThat(stuck(administrator)).isEmpty();
    }

    @Test
    void theyAreAskedOnceForEachCapacityOfACase() {
        acts(lead, REVIEWED);
        waits("decideChallenge", APPROVED);
        waits("approveReferral", APPROVED);
        inBoard(entities -> deadEnds(entities).foresee(investigations(entities).byReference(reference), APPROVED));
        assertThat(letters()).hasSize(1);
        acts(officer, INVESTIGATED);
        inBoard(entities -> ended(entities, lead));
        waits("reviewFindings", REVIEWED);
        assertThat(letters(" where m.template = 'officer.left.REVIEWED'")).hasSize(1);
    }

    /** The lead who gives the findings back, while a challenge waits already, leaves it to nobody. */
    @Test
    void whatWaitedForWhoeverDoesSomethingElseIsToldThen() {
        waits("decideChallenge", APPROVED);
        assertThat(letters()).isEmpty();
        acts(lead, REVIEWED);
        assertThat(letters()).singleElement().asString().startsWith("Adam Menna: ").contains("no lead is left who can decide");
    }

    /** Before the pack is composed, so that somebody can be found meanwhile. */
    @Test
    void whatWillBeNeededIsAskedForBeforeItWaits() {
        inBoard(entities -> deadEnds(entities).foresee(investigations(entities).byReference(reference), APPROVED));
        assertThat(letters()).isEmpty();
        acts(lead, REVIEWED);
        inBoard(entities -> deadEnds(entities).foresee(investigations(entities).byReference(reference), APPROVED));
        assertThat(letters()).hasSize(1);
        assertThat(stuck(administrator)).as("nothing waits yet").isEmpty();
    }

    @Test
    void whoeverIsMadeLeadEndsItAndMayDoItWithoutMore() {
        acts(lead, REVIEWED);
        waits("approveReferral", APPROVED);
        Member second = member("Nia Rees", Role.LEAD);
        assertThat(stuck(administrator)).isEmpty();
        assertThat(refusal(second, entities -> team(entities).acts(investigations(entities).byReference(reference), APPROVED))).isNull();
    }

    @Test
    void aLeadWhoStepsAsideOrLeavesMayBeTheLast() {
        acts(lead, REVIEWED);
        Member second = member("Nia Rees", Role.LEAD);
        Member third = member("Beti Wyn", Role.LEAD);
        waits("approveReferral", APPROVED);
        inBoard(entities -> {
            walls(entities).raise(reference, third.accountId(), CaseExclusion.STEPPED_ASIDE);
            deadEnds(entities).notice(new SightLost(reference));
        });
        assertThat(letters()).isEmpty();
        inBoard(entities -> {
            ended(entities, second);
            deadEnds(entities).notice(new RolesLost(second.id(), second.email(), Set.of()));
        });
        assertThat(letters()).singleElement().asString().contains(reference, "no lead is left");
    }

    @Test
    void whoeverIsNamedInTheCaseIsNotTold() {
        member("Gwen Mai", Role.ADMINISTRATOR);
        inBoard(entities -> walls(entities).raise(reference, administrator.accountId(), "subject"));
        acts(lead, REVIEWED);
        waits("approveReferral", APPROVED);
        assertThat(letters()).singleElement().asString().startsWith("Gwen Mai: ");
        assertThat(stuck(administrator)).isEmpty();
    }

    /** It names the case. */
    @Test
    void whatHasNotLeftDoesNotReachWhoeverIsNamedMeanwhile() {
        acts(lead, REVIEWED);
        waits("approveReferral", APPROVED);
        inBoard(entities -> walls(entities).raise(reference, administrator.accountId(), "witness"));
        assertThat(open()).isEmpty();
    }

    @Test
    void whereAllAdministratorsAreInItTheyAreNotToldWhichItIs() {
        inBoard(entities -> walls(entities).raise(reference, administrator.accountId(), "subject"));
        acts(lead, REVIEWED);
        waits("approveReferral", APPROVED);
        assertThat(letters()).singleElement().asString().startsWith("Adam Menna: ").contains("every administrator is named").doesNotContain(reference);
    }

    /** They hear by the other mail already that a lead is wanted. */
    @Test
    void ofACaseThatNoLeadMaySeeTheyHearOnce() {
        waits("approveReferral", APPROVED);
        inBoard(entities -> {
            walls(entities).raise(reference, lead.accountId(), "witness");
            deadEnds(entities).notice(new SightLost(reference));
        });
        assertThat(letters()).singleElement().asString().contains("no lead may see the case");
    }

    /** A report that names every officer is not the first of many mails. */
    @Test
    void whatNobodyHasTriagedIsNotAskedFor() {
        inBoard(entities -> ended(entities, officer));
        waits("triage", INVESTIGATED);
        assertThat(letters()).isEmpty();
        inBoard(entities -> entities.createQuery("update Investigation i set i.decision = INVESTIGATE").executeUpdate());
        waits("composePack", INVESTIGATED);
        assertThat(letters()).singleElement().asString().contains("no officer is left");
    }

    /** What the law asks for is asked for after the end, too, and nothing else. */
    @ParameterizedTest
    @CsvSource({"tellDesignatedOfficer, true", "composePack, false"})
    void afterTheEndNobodyIsAskedForButToTellTheDesignatedOfficer(String task, boolean asked) {
        inBoard(entities -> {
            ended(entities, officer);
            entities.createQuery("update Investigation i set i.stage = WITHDRAWN, i.endedAt = i.openedAt").executeUpdate();
        });
        waits(task, INVESTIGATED);
        assertThat(letters()).hasSize(asked ? 1 : 0);
        assertThat(stuck(administrator)).hasSize(asked ? 1 : 0);
    }

    private List<DeadEnd> stuck(Member who) {
        return CurrentCaller.call(who.caller(Language.EN), () -> database.call(board, entities -> deadEnds(entities).list()));
    }

    private LeftFor left(Capacity capacity) {
        return database.call(board, entities -> TestDatabase.wire(new Capacities(), entities, outbox(entities)).of(investigations(entities).byReference(reference)))
                .now().stream().filter(one -> one.capacity() == capacity).findFirst().orElseThrow();
    }

    private void waits(String task, Capacity capacity) {
        Role role = capacity == INVESTIGATED ? Role.OFFICER : Role.LEAD;
        inBoard(entities -> TestDatabase.wire(new Work(), entities, CLOCK, new Fired<WorkOpened>(opened -> deadEnds(entities).notice(opened)))
                .open(new NewWork(task + board, task, "disciplinary-referral", reference, investigations(entities).byReference(reference).id(), "investigation",
                        null, "A case", "REFERRAL", role, null, null, null, null, false, 4, capacity)));
    }

    private void acts(Member who, Capacity capacity) {
        inBoard(who, entities -> team(entities).acts(investigations(entities).byReference(reference), capacity));
    }

    private static Team team(EntityManager entities) {
        return TestDatabase.wire(new Team(), entities, CLOCK, new Fired<TookPart>(took -> deadEnds(entities).notice(took)));
    }

    private static DeadEnds deadEnds(EntityManager entities) {
        return TestDatabase.wire(new DeadEnds(), entities, CLOCK, TestDatabase.wire(new Members(), entities, CLOCK), TestDatabase.wire(new Capacities(), entities),
                unseen(entities), desk(entities));
    }
}
