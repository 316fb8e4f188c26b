package org.probity.investigation;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.probity.access.CaseExclusion;
import org.probity.access.Role;
import org.probity.account.Account;
import org.probity.exclusion.NameWalls;
import org.probity.exclusion.NewcomerBench;
import org.probity.exclusion.UnseenBench;
import org.probity.kernel.Language;
import org.probity.member.Member;
import org.probity.member.Person;

/** Who answers in the portal by one account may read cases by another: those that name them are hidden from both, until somebody knows. */
class OtherAccountsTest extends UnseenBench {

    private static final String NAME = "Evelina Trubshawsky";
    private static final String ADDRESS = "evelina@school.example.org";

    private Long own;

    @BeforeEach
    void somebodyWhoAnswersInThePortal() {
        own = account(NAME, ADDRESS, Role.EMPLOYEE);
    }

    @ParameterizedTest
    @CsvSource({"SUBJECT, subject", "WITNESS, witness", "COMPLAINANT, complainant", "COMPANION, near", "REPORTER, "})
    void aPartyWithAnAccountIsOutsideByTheirOtherAccountToo(Party.Kind kind, String reason) {
        Long other = account("TRUBSHAWSKY, Dr. Evelina", "eve@home.example.org", Role.OFFICER);
        name(kind);
        assertThat(reason(own)).isEqualTo(reason);
        assertThat(reason(other)).isEqualTo(CaseExclusion.NEAR_NAME);
    }

    @ParameterizedTest
    @CsvSource({"Gwen Prys, evelina+desk@school.example.org, OFFICER, near", "Eve Trubshawsky, eve@home.example.org, HR, near",
        "Evelina Mair Trubshawsky, eve@home.example.org, LEAD, near", "E. Trubshawsky, eve@home.example.org, AUDITOR, near",
        "Evelina Mair Trubshawsky, eve@home.example.org, EMPLOYEE, ", "Gwen Trubshawsky, gwen@home.example.org, OFFICER, ",
        "Evelina Prys, evelina@home.example.org, OFFICER, "})
    void whoMayBeThemIsComparedAsWithAnybodyElse(String called, String address, Role role, String reason) {
        Long other = account(called, address, role);
        name(Party.Kind.SUBJECT);
        assertThat(reason(other)).isEqualTo(reason);
    }

    @Test
    void aWholeFamilyAtTheBoardStaysIn() {
        List<Long> family = Stream.of("Gwen", "Huw", "Nia", "Rhys", "Carys", "Dewi")
                .map(first -> account(first + " Trubshawsky", first + "@home.example.org", Role.OFFICER)).toList();
        name(Party.Kind.SUBJECT);
        assertThat(family).extracting(this::reason).containsOnlyNulls();
    }

    @ParameterizedTest
    @EnumSource(Party.Kind.class)
    void whoJoinsOrIsGivenARoleAfterwardsIsOutsideToo(Party.Kind kind) {
        name(kind);
        NewcomerBench bench = new NewcomerBench(board, CLOCK, UnseenBench::walls);
        Long late = account(NAME, "eve@home.example.org", Role.OFFICER);
        bench.join(late);
        assertThat(reason(late)).isEqualTo(CaseExclusion.NEAR_NAME);
        Long later = account(NAME, "eve@work.example.org", Role.LEAD);
        bench.gain(later, Role.LEAD);
        assertThat(reason(later)).isEqualTo(CaseExclusion.NEAR_NAME);
    }

    @Test
    void aNamesakeWhomSomebodyElseKnowsComesBackAndStays() {
        Long namesake = account(NAME, "eve@home.example.org", Role.OFFICER);
        name(Party.Kind.SUBJECT);
        inBoard(lead, entities -> assertThat(walls(entities).lift(reference, namesake, true, "Two people")).isTrue());
        inBoard(entities -> nameWalls(entities).check(investigation(entities)));
        assertThat(reason(namesake)).isNull();
        assertThat(reason(own)).isEqualTo("subject");
    }

    @Test
    void aCaseOfTheReleaseBeforeIsLookedThrough() {
        Long other = account(NAME, "eve@home.example.org", Role.OFFICER);
        inBoard(entities -> {
            investigation(entities).namesChecked(NameWalls.RULES - 1);
            party(entities, Party.Kind.SUBJECT);
        });
        inBoard(entities -> {
            Long id = investigation(entities).id();
            assertThat(nameWalls(entities).nextOlder(id - 1)).isEqualTo(Optional.of(id));
            nameWalls(entities).checkOlder(id);
        });
        assertThat(reason(other)).isEqualTo(CaseExclusion.NEAR_NAME);
    }

    private void name(Party.Kind kind) {
        inBoard(entities -> {
            Party party = party(entities, kind);
            nameWalls(entities).raise(party, entities.find(Person.class, party.personId()));
        });
    }

    private Party party(EntityManager entities, Party.Kind kind) {
        Person person = new Person(NAME, ADDRESS, null, null, own, Language.EN);
        entities.persist(person);
        Party party = new Party(reference, person.id(), kind, CLOCK.instant());
        entities.persist(party);
        return party;
    }

    private Investigation investigation(EntityManager entities) {
        return entities.createQuery("select i from Investigation i where i.reference = :reference", Investigation.class)
                .setParameter("reference", reference).getSingleResult();
    }

    private Long account(String name, String address, Role role) {
        return database.call(board, entities -> {
            Account account = new Account(address + "/" + board, name, address, "-", Language.EN, false);
            entities.persist(account);
            entities.persist(new Member(account, Set.of(role), null));
            return account.id();
        });
    }

    private String reason(Long account) {
        return database.call(board, entities -> entities.createQuery("select w.reason from CaseExclusion w where w.reference = :reference "
                + "and w.accountId = :account", String.class).setParameter("reference", reference).setParameter("account", account)
                .getResultList().stream().findFirst().orElse(null));
    }
}
