package org.probity.exclusion;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.probity.Fired;
import org.probity.TestDatabase;
import org.probity.access.CaseExclusion;
import org.probity.access.CurrentCaller;
import org.probity.access.Restriction;
import org.probity.access.Role;
import org.probity.closure.Closures;
import org.probity.exclusion.RestrictedCases.RestrictedCase;
import org.probity.kernel.Language;
import org.probity.member.Member;
import org.probity.member.TeamPlace;
import org.probity.tenancy.Boards;

/** Nobody buries a case by restricting it: whom it does not name hears that there is one, and a list holds what one lead alone may see. */
class RestrictedCasesTest extends UnseenBench {

    @Test
    void theColleagueHearsWhichCaseItIsAndTheOtherLeadsOnlyThatThereIsOne() {
        member("Nia Rees", Role.LEAD);
        restrict(officer, lead);
        assertThat(open()).hasSize(2).anySatisfy(letter -> assertThat(letter).startsWith("Lena Dafis: ").contains(reference, "on the team").doesNotContain("Few"))
                .anySatisfy(letter -> assertThat(letter).startsWith("Nia Rees: ").contains("Olwen Prydderch restricted", "one lead alone")
                        .doesNotContain(reference, "picture", "Few", "Lena"));
    }

    @Test
    void whomAWallKeepsFromTheCaseHearsNothingOfItsRestriction() {
        member("Nia Rees", Role.LEAD);
        List.of("subject", "witness", CaseExclusion.NEAR_NAME, CaseExclusion.STEPPED_ASIDE).forEach(reason -> {
            Member walled = member("Walled By " + reason, Role.LEAD);
            inBoard(entities -> walls(entities).raise(reference, walled.accountId(), reason));
        });
        restrict(lead, null);
        assertThat(letters()).singleElement().asString().startsWith("Nia Rees: ");
    }

    @Test
    void whereEveryOtherLeadIsNamedTheAdministratorsHearWhomItDoesNotName() {
        Member accused = member("Beti Wyn", Role.ADMINISTRATOR);
        Member other = member("Nia Rees", Role.LEAD);
        inBoard(entities -> {
            walls(entities).raise(reference, accused.accountId(), "subject");
            walls(entities).raise(reference, other.accountId(), "witness");
        });
        restrict(lead, null);
        assertThat(open()).singleElement().asString().startsWith("Adam Menna: ").contains("Lena Dafis restricted", "/members#restricted").doesNotContain(reference);
        assertThat(ofOneLead(administrator)).containsExactly(new RestrictedCase(reference, CLOCK.instant(), "Lena Dafis", null));
        assertThat(ofOneLead(accused)).isEmpty();
    }

    @Test
    void whoeverTakesTheSecondLeadOffTheTeamIsToldOfToThoseOutsideOnce() {
        Member second = member("Nia Rees", Role.LEAD);
        member("Beti Wyn", Role.LEAD);
        restrict(lead, second);
        assertThat(open()).filteredOn(letter -> letter.startsWith("Beti Wyn: ")).singleElement().asString().contains("was restricted").doesNotContain("one lead alone");
        assertThat(ofOneLead(administrator)).isEmpty();
        inBoard(lead, entities -> restrictions(entities).add(reference, officer.id(), "She knows the family"));
        for (int i = 0; i < 2; i++) {
            inBoard(lead, entities -> restrictions(entities).remove(reference, second.id(), "Too much to do"));
            assertThat(oneLead()).containsExactlyInAnyOrder("Nia Rees", "Beti Wyn");
            assertThat(ofOneLead(administrator)).hasSize(1);
            inBoard(lead, entities -> restrictions(entities).add(reference, second.id(), "Back again"));
        }
        inBoard(lead, entities -> restrictions(entities).remove(reference, second.id(), "Too much to do"));
        inBoard(lead, entities -> restrictions(entities).remove(reference, officer.id(), "Too much to do"));
        assertThat(oneLead()).as("nobody is left but the lead").hasSize(4);
    }

    /** A lead is named while the case is restricted already. */
    @Test
    void aWallThatLeavesOneLeadIsToldToThoseOutsideToo() {
        Member second = member("Nia Rees", Role.LEAD);
        member("Beti Wyn", Role.LEAD);
        restrict(lead, second);
        inBoard(entities -> walls(entities).raise(reference, second.accountId(), "witness"));
        assertThat(oneLead()).containsExactly("Beti Wyn");
    }

    @Test
    void noCaseIsRestrictedNorItsTeamChangedWithoutEnd() {
        restrict(lead, null);
        inBoard(entities -> {
            for (int i = 1; i < Restrictions.MOST_PLACES; i++) {
                TeamPlace place = new TeamPlace(reference, entities.find(Member.class, officer.id()), "Again", "Lena Dafis", CLOCK.instant());
                place.leave("Again", "Lena Dafis", CLOCK.instant());
                entities.persist(place);
            }
        });
        assertThat(refusal(lead, entities -> restrictions(entities).add(reference, officer.id(), "Once more"))).isEqualTo("investigation.refused.manyPlaces");
        inBoard(lead, entities -> restrictions(entities).lift(reference, "Over"));
        inBoard(entities -> {
            for (int i = 1; i < Restrictions.MOST; i++) {
                Restriction restriction = new Restriction(reference, "Again", "Lena Dafis", CLOCK.instant());
                restriction.lift("Again", "Lena Dafis", CLOCK.instant());
                entities.persist(restriction);
            }
        });
        assertThat(refusal(lead, entities -> restrictions(entities).restrict(reference, null, "Once more"))).isEqualTo("investigation.refused.manyRestrictions");
    }

    @Test
    void aRestrictionThatIsLiftedAndSetAgainIsToldAgain() {
        member("Nia Rees", Role.LEAD);
        restrict(lead, null);
        inBoard(lead, entities -> restrictions(entities).lift(reference, "Over"));
        restrict(lead, null);
        assertThat(oneLead()).containsExactly("Nia Rees", "Nia Rees");
    }

    /** An officer restricts it to themself and a lead who does not look, and ends it: the lead hears both, and the ended case stays in the list. */
    @Test
    void whoeverWithdrawsARestrictedCaseIsToldOfToItsTeamAndItsEndStaysInTheList() {
        restrict(officer, lead);
        inBoard(officer, entities -> closures(entities).withdraw(reference, "A mistake"));
        assertThat(open()).filteredOn(letter -> letter.contains("has ended")).hasSize(2).allSatisfy(letter -> assertThat(letter).contains(reference).doesNotContain("mistake"))
                .anyMatch(letter -> letter.startsWith("Lena Dafis: "));
        assertThat(ofOneLead(administrator)).containsExactly(new RestrictedCase(reference, CLOCK.instant(), "Olwen Prydderch", CLOCK.instant()));
        assertThat(words("restriction.set")).contains("Few");
        assertThat(words("investigation.withdrawn")).contains("A mistake");
    }

    /** Naming colleagues puts them outside as a restriction does: whoever names all but one lead is not alone with it. */
    @Test
    void whoeverNamesAllOthersOfACaseOfEverybodyDoesNotEndItUnseen() {
        Member second = member("Nia Rees", Role.LEAD);
        Member colleague = member("Beti Wyn", Role.OFFICER);
        inBoard(entities -> walls(entities).raise(reference, colleague.accountId(), "witness"));
        assertThat(letters()).isEmpty();
        inBoard(entities -> walls(entities).raise(reference, second.accountId(), "witness"));
        assertThat(letters()).as("nobody learns by a letter that they are in a case").isEmpty();
        assertThat(ofOneLead(administrator)).containsExactly(new RestrictedCase(reference, null, null, null));
        assertThat(ofOneLead(second)).isEmpty();
        inBoard(officer, entities -> closures(entities).withdraw(reference, "A mistake"));
        assertThat(open()).filteredOn(letter -> letter.contains("has ended")).hasSize(2).anyMatch(letter -> letter.startsWith("Lena Dafis: "));
        assertThat(ofOneLead(administrator)).containsExactly(new RestrictedCase(reference, null, null, CLOCK.instant()));
    }

    @Test
    void aLeadWhoStepsAsideLeavesTheOtherLikeAnyLead() {
        Member second = member("Nia Rees", Role.LEAD);
        inBoard(entities -> walls(entities).raise(reference, second.accountId(), CaseExclusion.STEPPED_ASIDE));
        assertThat(letters()).isEmpty();
        assertThat(ofOneLead(administrator)).isEmpty();
    }

    @Test
    void whoeverWithdrawsACaseOfEverybodyWritesToNobodyAtTheDesk() {
        inBoard(officer, entities -> closures(entities).withdraw(reference, "A mistake"));
        assertThat(letters()).isEmpty();
    }

    private void restrict(Member who, Member colleague) {
        inBoard(who, entities -> restrictions(entities).restrict(reference, colleague == null ? null : colleague.id(), "Few"));
    }

    private List<RestrictedCase> ofOneLead(Member who) {
        return CurrentCaller.call(who.caller(Language.EN), () -> database.call(board, entities -> restricted(entities).ofOneLead()));
    }

    /** Who was told that one lead alone is left. */
    private List<String> oneLead() {
        return letters().stream().filter(letter -> letter.contains("one lead alone")).map(letter -> letter.substring(0, letter.indexOf(':'))).toList();
    }

    private String words(String act) {
        return database.call(board, entities -> entities.createQuery("select a.after from AuditEntry a where a.act = :act", String.class)
                .setParameter("act", act).getSingleResult());
    }

    private static Closures closures(EntityManager entities) {
        return TestDatabase.wire(new Closures(), entities, CLOCK, investigations(entities), unseen(entities), restricted(entities), stopped(), audit(entities), outbox(entities),
                new Fired<>(), TestDatabase.wire(new Boards(), entities));
    }
}
