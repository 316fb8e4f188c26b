package org.probity.member;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.probity.TestDatabase;
import org.probity.access.Role;
import org.probity.account.Account;
import org.probity.kernel.Language;
import org.probity.member.Namesakes.Namesake;
import org.probity.tenancy.Board;
import org.probity.tenancy.Deadlines;

/** Whom words mean among people of like names. */
class NamesakesTest {

    private static final TestDatabase DATABASE = TestDatabase.get();
    private static int boards;

    private String board;
    private Long lead;

    @BeforeEach
    void aLeadAlone() {
        board = "alike" + boards++;
        DATABASE.run(board, entities -> entities.persist(new Board(board, board, null, board.toUpperCase(Locale.ROOT), Board.Country.ENGLAND, "#1d5b8f", false,
                board + "@example.org", Deadlines.usual())));
        lead = member("Siân Evans", Role.LEAD, false);
    }

    /** One administrator makes employees and managers of any name. */
    @Test
    void membersWhomOnePersonMayInventTakeNobodysPlace() {
        for (String name : new String[] {"Siân Mair Evans", "Evans", "Sian", "Siân Evans", "Ann Evans", "Bob Evans", "Cai Evans", "Dan Evans"}) {
            member(name, Role.EMPLOYEE, false);
            member(name, Role.MANAGER, false);
        }
        assertFound();
    }

    @Test
    void whoHasLeftTakesNobodysPlace() {
        for (String name : new String[] {"Siân Mair Evans", "Evans", "Sian", "Ann Evans", "Bob Evans", "Cai Evans", "Dan Evans"}) {
            member(name, Role.OFFICER, true);
        }
        assertFound();
    }

    @Test
    void whoWasMadeByTwoPeopleIsMeantByTheirOwnName() {
        Long officer = member("Siân Mair Evans", Role.OFFICER, false);
        assertThat(meant("Siân Mair Evans")).containsExactly(new Namesake(officer, true));
        assertThat(meant("Siân Evans")).containsExactly(new Namesake(lead, true));
    }

    @Test
    void anEmployeeIsMeantByTheirOwnNameBesideOthersOfTheirs() {
        Long employee = member("Owen Rhys Hughes", Role.EMPLOYEE, false);
        member("Owen Hughes", Role.EMPLOYEE, false);
        assertThat(meant("Owen Rhys Hughes")).containsExactly(new Namesake(employee, true));
    }

    @Test
    void whoHasOnlyARankAndASurnameMayBeAnybodyOfThatSurname() {
        Long sergeant = member("DS Pritchard", Role.OFFICER, false);
        for (String words : new String[] {"Owen Pritchard", "Mrs Pritchard", "Officer Pritchard", "Pritchard, safeguarding team"}) {
            assertThat(meant(words)).as(words).containsExactly(new Namesake(sergeant, false));
        }
        assertThat(meant("Owen Evans")).isEmpty();
    }

    /** Each is kept, with something for each of its places. */
    @Test
    void howeverManyFormsAreWantedThereAreFewQueries() {
        assertThat(IntStream.rangeClosed(1, 2048).map(Namesakes::places).distinct().sum()).isLessThan(5_000);
        assertThat(IntStream.rangeClosed(1, 2048)).allMatch(forms -> Namesakes.places(forms) >= forms && Namesakes.places(forms) < 2 * forms + 16);
    }

    @Test
    void whatIsTheWholeNameOfSomebodyAtTheDeskIsNoSingleOne() {
        Long coach = member("Sian Coach", Role.OFFICER, false);
        assertThat(meant("Sian Coach")).containsExactly(new Namesake(coach, true));
        assertThat(meant("Sian the coach")).extracting(Namesake::accountId).contains(lead);
    }

    /** Relatives, and a colleague who is entered with initials. */
    @Test
    void whoIsNamedBesideTheWholeNameOfAnotherIsMeantToo() {
        Long officer = member("Dylan Evans", Role.OFFICER, false);
        for (String words : new String[] {"Siân Evans & Mr Evans", "Siân Evans / PC Evans", "Mr Evans & Siân Evans"}) {
            assertThat(meant(words)).as(words).contains(new Namesake(officer, false));
        }
        member("D. S. Evans", Role.HR, false);
        assertThat(meant("DS Evans")).contains(new Namesake(officer, false));
    }

    /** They would be the ones who are asked whether it is somebody they know. */
    @Test
    void howeverManyAtTheDeskHaveASurnameWhoReadsCasesMayBeMeant() {
        List<Long> officers = Stream.of("Ann Evans", "Bob Evans", "Cai Evans").map(name -> member(name, Role.OFFICER, false)).toList();
        assertThat(meant("PC Evans")).extracting(Namesake::accountId).contains(lead).containsAll(officers).hasSize(4);
        assertThat(meant("PC Sian")).containsExactly(new Namesake(lead, false));
    }

    @Test
    void aSurnameThatMoreThanThreeAtTheDeskHaveMeansNobodyElseThere() {
        for (String name : new String[] {"Ann Evans", "Bob Evans", "Cai Evans"}) {
            member(name, Role.HR, false);
        }
        assertThat(meant("PC Evans")).containsExactly(new Namesake(lead, false));
    }

    @Test
    void whoeverHasAShortOrACommonNameIsFoundByIt() {
        Map<String, Long> members = Stream.of("Jo Li", "Omar Al-Hassan", "Emma Ward", "Lucy Jane Major").collect(Collectors.toMap(name -> name,
                name -> member(name, Role.OFFICER, false)));
        Map.of("Ms Li from the board", "Jo Li", "Mr Alhassan", "Omar Al-Hassan", "Mrs Ward from the board", "Emma Ward",
                "Mrs Major", "Lucy Jane Major").forEach((words, name) -> assertThat(meant(words)).as(words).containsExactly(new Namesake(members.get(name), false)));
        assertThat(meant(null, "It was Al Hassan, Omar")).containsExactly(new Namesake(members.get("Omar Al-Hassan"), false));
        assertThat(meant(null, "She works on the ward, and so does he.")).isEmpty();
    }

    /** However little of their name is left as it is. */
    @Test
    void whoReadsCasesIsFoundByASurnameThatIsMisspelt() {
        Long employee = member("Nia Rowlands", Role.EMPLOYEE, false);
        Long officer = member("Lisa Rodgers", Role.OFFICER, false);
        assertThat(meant("Mr Rogers")).containsExactly(new Namesake(officer, false));
        assertThat(meant("Mrs Rowland")).isEmpty();
        takes(employee, Set.of(Role.EMPLOYEE, Role.AUDITOR));
        assertThat(meant("Mrs Rowland")).containsExactly(new Namesake(employee, false));
        takes(employee, Set.of(Role.EMPLOYEE));
        assertThat(meant("Mrs Rowland")).isEmpty();
        assertThat(meant(null, "It was Mr Rogers.")).isEmpty();
    }

    private void takes(Long account, Set<Role> roles) {
        DATABASE.run(board, entities -> entities.createQuery("select m from Member m where m.accountId = :account", Member.class)
                .setParameter("account", account).getSingleResult().takes(roles));
    }

    @Test
    void aPersonOfASingleNameMayBeTheMember() {
        Member member = DATABASE.call(board, entities -> entities.createQuery("select m from Member m", Member.class).getSingleResult());
        for (String name : new String[] {"Mrs Evans", "PC Evans", "Mrs Evans, safeguarding team", "Siân from the board"}) {
            assertThat(new Person(name, null, null, null, null, Language.EN).mayBe(member)).as(name).isTrue();
        }
        assertThat(new Person("Evans, David", null, null, null, null, Language.EN).mayBe(member)).isFalse();
    }

    private void assertFound() {
        for (String words : new String[] {"Siân Evans", "Siân Mair Evans", "Mrs Evans", "Evans", "Sian", "PC Evans", "Sian from the board"}) {
            assertThat(meant(words)).as(words).extracting(Namesake::accountId).contains(lead);
        }
        assertThat(meant(null, "Siân Mair Evans posted it.")).extracting(Namesake::accountId).contains(lead);
    }

    private List<Namesake> meant(String subject) {
        return meant(subject, "Something was posted.");
    }

    private List<Namesake> meant(String subject, String text) {
        return DATABASE.call(board, entities -> TestDatabase.wire(new Namesakes(), entities).of(subject, null, text));
    }

    private Long member(String name, Role role, boolean left) {
        return DATABASE.call(board, entities -> {
            Account account = new Account(board + name + role, name, board + name.hashCode() + role + "@example.org", "-", Language.EN, false);
            entities.persist(account);
            Member member = new Member(account, Set.of(role), null);
            entities.persist(member);
            if (left) {
                member.ends(Instant.parse("2026-01-01T00:00:00Z"));
            }
            return account.id();
        });
    }
}
