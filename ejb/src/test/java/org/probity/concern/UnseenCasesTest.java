package org.probity.concern;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.probity.access.CaseExclusion;
import org.probity.access.Restriction;
import org.probity.access.Role;
import org.probity.account.Account;
import org.probity.concern.UnseenCases.UnseenCase;
import org.probity.exclusion.UnseenBench;
import org.probity.investigation.Concern;
import org.probity.investigation.Investigation;
import org.probity.investigation.NewConcern;
import org.probity.kernel.Language;
import org.probity.member.Member;
import org.probity.member.TeamPlace;

/** Whatever takes the last one's sight of a case, somebody hears of it who can do something about it. */
class UnseenCasesTest extends UnseenBench {

    @Test
    void aNoteThatNamesEverybodyAtTheDeskIsToldToTheAdministratorsWithoutWhatItIsAbout() {
        add("Ask Olwen Prydderch");
        assertThat(letters()).isEmpty();
        assertThat(list(administrator)).isEmpty();
        add("Lena Dafis knew of it");
        assertThat(letters()).singleElement().asString().startsWith("Adam Menna: ").contains(reference).doesNotContain("picture", "Olwen", "Lena");
        assertThat(list(administrator)).containsExactly(new UnseenCase(reference, CLOCK.instant(), false));
    }

    @Test
    void theLastOneWhoStepsAsideLeavesItToTheAdministrators() {
        inBoard(entities -> walls(entities).raise(reference, officer.accountId(), CaseExclusion.STEPPED_ASIDE));
        inBoard(entities -> walls(entities).raise(reference, lead.accountId(), CaseExclusion.STEPPED_ASIDE));
        assertThat(letters()).hasSize(1);
    }

    @Test
    void anOfficerWhoNamesTheOnlyLeadEndsNothingAndTheAdministratorsHear() {
        inBoard(entities -> unseen(entities).requireWitness(reference));
        inBoard(entities -> walls(entities).raise(reference, lead.accountId(), "witness"));
        assertThat(sees(officer)).isTrue();
        assertThat(letters()).singleElement().asString().startsWith("Adam Menna: ").contains(reference);
        assertThat(list(administrator)).containsExactly(new UnseenCase(reference, CLOCK.instant(), false));
        assertThat(refusal(officer)).isEqualTo("investigation.refused.noLead");
        member("Nia Rees", Role.LEAD);
        inBoard(entities -> unseen(entities).requireWitness(reference));
        assertThat(list(administrator)).isEmpty();
    }

    /** Who has restricted a case to themself does not end it out of everybody's sight. */
    @Test
    void aLeadAloneOnTheTeamEndsNothing() {
        inBoard(entities -> entities.persist(new Restriction(reference, "Few", "Lena", CLOCK.instant())));
        inBoard(entities -> entities.persist(new TeamPlace(reference, lead, "On it", "Lena", CLOCK.instant())));
        assertThat(refusal(lead)).isEqualTo("investigation.refused.alone");
        inBoard(entities -> entities.persist(new TeamPlace(reference, officer, "On it", "Lena", CLOCK.instant())));
        assertThat(refusal(lead)).isNull();
    }

    /** The same without a restriction: naming everybody else at the desk does it too. */
    @Test
    void whoeverIsAloneWithACaseThatNamesAllOthersEndsNothing() {
        assertThat(refusal(lead)).isNull();
        inBoard(entities -> walls(entities).raise(reference, officer.accountId(), CaseExclusion.STEPPED_ASIDE));
        assertThat(refusal(lead)).as("they went by themselves").isNull();
        inBoard(entities -> walls(entities).raise(reference, officer.accountId(), "witness"));
        assertThat(refusal(lead)).isEqualTo("investigation.refused.alone");
        member("Beti Wyn", Role.OFFICER);
        assertThat(refusal(lead)).isNull();
    }

    /** An employer's words about an appeal name everybody at the desk, long after the end. */
    @Test
    void anEndedCaseThatComesToNameEveryLeadIsToldToTheAdministrators() {
        inBoard(entities -> entities.createQuery("update Investigation i set i.endedAt = :now").setParameter("now", CLOCK.instant()).executeUpdate());
        add("Ask Olwen Prydderch and Lena Dafis");
        assertThat(letters()).singleElement().asString().startsWith("Adam Menna: ").contains(reference);
        assertThat(list(administrator)).containsExactly(new UnseenCase(reference, CLOCK.instant(), false));
    }

    private String refusal(Member who) {
        return refusal(who, entities -> unseen(entities).requireWitness(reference));
    }

    @Test
    void theLastOneWhoLeavesTheDeskLeavesItToTheAdministrators() {
        inBoard(entities -> walls(entities).raise(reference, officer.accountId(), CaseExclusion.NEAR_NAME));
        inBoard(entities -> memberships(entities).changeRoles(lead.id(), Set.of(Role.AUDITOR), "Another desk"));
        assertThat(letters()).hasSize(1);
        inBoard(entities -> memberships(entities).changeRoles(lead.id(), Set.of(Role.LEAD), "Back again"));
        assertThat(list(administrator)).isEmpty();
    }

    @Test
    void manyCasesAtOnceAreOneLetter() {
        inBoard(entities -> {
            for (int i = 2; i <= 6; i++) {
                entities.persist(new Investigation("UNS-2026-000" + i, "A case", new Concern(new NewConcern("Something", null, null, null, null, null, null,
                        null, null, false, false, false, Language.EN), "UNS-2026-000" + i, board + i, CLOCK.instant())));
            }
        });
        inBoard(entities -> memberships(entities).end(officer.id(), "Has left"));
        assertThat(letters()).isEmpty();
        inBoard(entities -> memberships(entities).end(lead.id(), "Has left"));
        assertThat(letters()).singleElement().asString().doesNotContain("UNS-");
        assertThat(list(administrator)).hasSize(6);
    }

    @Test
    void anAdministratorWhomTheCaseNamesHearsOnlyWhereNobodyElseCould() {
        Member other = member("Beti Wyn", Role.ADMINISTRATOR);
        add("Olwen Prydderch, Lena Dafis and Adam Menna");
        assertThat(open()).singleElement().asString().startsWith("Beti Wyn: ").contains(reference);
        assertThat(list(administrator)).isEmpty();
        assertThat(list(other)).hasSize(1);
        add("Beti Wyn too");
        assertThat(open()).hasSize(2).allSatisfy(letter -> assertThat(letter).doesNotContain(reference).contains("no lead may see"));
    }

    @Test
    void whoIsMadeALeadSeesNoCaseByThatAndTheAdministratorsHear() {
        restrictedToNobody();
        assertThat(letters()).isEmpty();
        inBoard(entities -> memberships(entities).changeRoles(officer.id(), Set.of(Role.LEAD), "Leads now"));
        assertThat(sees(officer)).isFalse();
        assertThat(letters()).singleElement().asString().startsWith("Adam Menna: ").contains(reference);
        assertThat(list(administrator)).containsExactly(new UnseenCase(reference, CLOCK.instant(), true));
    }

    /** As where the last lead on the team has left the board: an ended case is asked for again, and nobody could answer. */
    @Test
    void anEndedCaseOfATeamIsGivenALeadTooAndOneOfEverybodyIsNot() {
        inBoard(entities -> entities.createQuery("update Investigation i set i.endedAt = :now").setParameter("now", CLOCK.instant()).executeUpdate());
        inBoard(entities -> ended(entities, lead));
        assertThat(list(administrator)).isEmpty();
        restrictedToNobody();
        assertThat(list(administrator)).containsExactly(new UnseenCase(reference, CLOCK.instant(), true));
        inBoard(entities -> assertThat(unseen(entities).lacksTeam(reference)).isTrue());
    }

    /** As after a board was restored elsewhere, where nobody has a place whom this installation knows. */
    @Test
    void whoJoinsAsALeadSeesNoCaseByThatAndTheAdministratorsHear() {
        restrictedToNobody();
        inBoard(entities -> ended(entities, lead));
        inBoard(entities -> memberships(entities).join(entities.find(Account.class, lead.accountId()), lead.name(), Set.of(Role.LEAD), null));
        assertThat(sees(lead)).isFalse();
        assertThat(letters()).singleElement().asString().startsWith("Adam Menna: ");
    }

    /** The rows of a restored board end a membership until its owner has said yes, and leave its place on the team. */
    @Test
    void whoStoodOnTheTeamInTheArchiveSeesTheCaseAgainOnceTheyHaveSaidYes() {
        restrictedToNobody();
        inBoard(entities -> {
            entities.persist(new TeamPlace(reference, lead, "In the archive", "Lena", CLOCK.instant()));
            ended(entities, lead);
        });
        assertThat(sees(lead)).isFalse();
        inBoard(entities -> memberships(entities).join(entities.find(Account.class, lead.accountId()), lead.name(), Set.of(Role.LEAD), null));
        assertThat(sees(lead)).isTrue();
        assertThat(list(administrator)).isEmpty();
    }

    @Test
    void aPlaceDoesNotOutlastTheMembership() {
        restrictedToNobody();
        inBoard(entities -> entities.persist(new TeamPlace(reference, officer, "On it", "Lena", CLOCK.instant())));
        inBoard(entities -> memberships(entities).end(officer.id(), "Has left"));
        inBoard(entities -> memberships(entities).join(entities.find(Account.class, officer.accountId()), officer.name(), Set.of(Role.OFFICER), null));
        assertThat(sees(officer)).isFalse();
    }
}
