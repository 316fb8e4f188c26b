package org.probity.investigation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.probity.Fired;
import org.probity.TestDatabase;
import org.probity.access.Capacity;
import org.probity.access.CaseExclusion;
import org.probity.access.CaseExclusions;
import org.probity.access.CurrentCaller;
import org.probity.access.Restriction;
import org.probity.access.Role;
import org.probity.access.SightLost;
import org.probity.account.Account;
import org.probity.casework.Team;
import org.probity.kernel.Language;
import org.probity.kernel.Refusal;
import org.probity.member.Member;
import org.probity.member.Members;
import org.probity.member.TeamPlace;

/** Who still sees a case, and who may act on it in which capacity. */
class WallsTest {

    private static final Instant NOW = Instant.parse("2026-11-21T09:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    private final TestDatabase database = TestDatabase.get();
    private final String reference = "CHSCB-T-" + System.nanoTime() % 1_000_000_000;
    private Member officer;
    private Member lead;
    private Member partner;

    @BeforeEach
    void people() {
        officer = member("Olwen Officer", Role.OFFICER);
        lead = member("Lena Lead", Role.LEAD);
        partner = member("Hari Partner", Role.HR);
    }

    @Test
    void anOpenCaseIsKnownToEverybody() {
        assertThat(knows(officer)).isTrue();
        assertThat(knows(lead)).isTrue();
        assertThat(knows(partner)).isTrue();
    }

    @Test
    void aWallHidesTheCaseFromOneAlone() {
        keep(new CaseExclusion(reference, officer.accountId(), "witness", NOW));
        keep(new CaseExclusion(reference, partner.accountId(), "witness", NOW));
        assertThat(knows(officer)).isFalse();
        assertThat(knows(partner)).isFalse();
        assertThat(knows(lead)).isTrue();
    }

    @Test
    void aRestrictedCaseIsKnownToItsTeamAndToTheEmployerItWasSentTo() {
        keep(new Restriction(reference, "A colleague is involved", "Lena Lead", NOW));
        keep(new TeamPlace(reference, lead, "Leads it", "Lena Lead", NOW));
        assertThat(knows(lead)).isTrue();
        assertThat(knows(officer)).isFalse();
        assertThat(knows(partner)).isTrue();
    }

    @Test
    void whoLeavesTheTeamNoLongerKnowsAndALiftedRestrictionHidesNothing() {
        keep(new Restriction(reference, "A colleague is involved", "Lena Lead", NOW));
        keep(new TeamPlace(reference, officer, "Works on it", "Lena Lead", NOW));
        change("select p from TeamPlace p where p.reference = :reference", TeamPlace.class, p -> p.leave("Done", "Lena Lead", NOW));
        assertThat(knows(officer)).isFalse();
        change("select r from Restriction r where r.reference = :reference", Restriction.class, r -> r.lift("Over", "Lena Lead", NOW));
        assertThat(knows(officer)).isTrue();
    }

    @Test
    void aPlaceOnTheTeamDoesNotOpenAWall() {
        keep(new Restriction(reference, "A colleague is involved", "Lena Lead", NOW));
        keep(new TeamPlace(reference, officer, "Works on it", "Lena Lead", NOW));
        keep(new CaseExclusion(reference, officer.accountId(), "complainant", NOW));
        assertThat(knows(officer)).isFalse();
    }

    /** They may be let back because they have moved house; that they took part is another question. */
    @Test
    void letBackAfterSteppingAsideSaysNothingOfTheirNameInTheCase() {
        walls(walls -> walls.raise(reference, officer.accountId(), CaseExclusion.STEPPED_ASIDE, "We are neighbours"));
        walls(walls -> assertThat(walls.lift(reference, officer.accountId(), false, "They have moved")).isTrue());
        assertThat(knows(officer)).isTrue();
        walls(walls -> walls.raiseNear(reference, Set.of(officer.accountId()), NOW));
        assertThat(knows(officer)).isFalse();
        walls(walls -> assertThat(walls.lift(reference, officer.accountId(), true, "Somebody else is meant")).isTrue());
        walls(walls -> walls.raiseNear(reference, Set.of(officer.accountId()), NOW));
        assertThat(knows(officer)).isTrue();
    }

    @Test
    void nobodyHoldsTwoCapacitiesOnOneCase() {
        for (Capacity first : Capacity.values()) {
            Investigation investigation = investigation();
            act(officer, investigation, first);
            for (Capacity second : Capacity.values()) {
                if (first == second) {
                    assertThatCode(() -> act(officer, investigation, second)).doesNotThrowAnyException();
                } else {
                    assertThatThrownBy(() -> act(officer, investigation, second)).isInstanceOfSatisfying(Refusal.class,
                            refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.FORBIDDEN));
                }
                assertThatCode(() -> act(lead, investigation(), second)).doesNotThrowAnyException();
            }
        }
    }

    private Investigation investigation() {
        return database.call("chscb", entities -> {
            NewConcern given = new NewConcern("Something was posted", null, null, null, null, null, null, null, null, false,
                    false, false, Language.EN);
            Investigation investigation = new Investigation("T-" + System.nanoTime(), "A case",
                    new Concern(given, "T", "hash", NOW));
            entities.persist(investigation);
            return investigation;
        });
    }

    private void act(Member who, Investigation investigation, Capacity capacity) {
        CurrentCaller.run(who.caller(Language.EN), () -> database.run("chscb",
                entities -> TestDatabase.wire(new Team(), entities, CLOCK, new Fired<TookPart>()).acts(investigation, capacity)));
    }

    private boolean knows(Member member) {
        return database.call("chscb", entities -> TestDatabase.wire(new Members(), entities, CLOCK).knows(member, reference));
    }

    private void walls(Consumer<CaseExclusions> work) {
        CurrentCaller.run(lead.caller(Language.EN), () -> database.run("chscb",
                entities -> work.accept(TestDatabase.wire(new CaseExclusions(), entities, new Fired<SightLost>(), CLOCK))));
    }

    private void keep(Object row) {
        database.run("chscb", entities -> entities.persist(row));
    }

    private <T> void change(String query, Class<T> row, Consumer<T> verb) {
        database.run("chscb", entities -> verb.accept(entities.createQuery(query, row).setParameter("reference", reference)
                .getSingleResult()));
    }

    private Member member(String name, Role role) {
        return database.call("chscb", entities -> member(entities, name, role));
    }

    private static Member member(EntityManager entities, String name, Role role) {
        Account account = new Account(name + System.nanoTime(), name, "somebody@example.org", "-", Language.EN, false);
        entities.persist(account);
        Member member = new Member(account, Set.of(role), null);
        entities.persist(member);
        return member;
    }
}
