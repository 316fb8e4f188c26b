package org.probity.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.probity.TestDatabase;
import org.probity.access.Caller;
import org.probity.access.CaseExclusion;
import org.probity.access.CaseExclusions;
import org.probity.access.CurrentCaller;
import org.probity.access.Restriction;
import org.probity.access.Role;
import org.probity.account.Account;
import org.probity.audit.Audit;
import org.probity.investigation.Capacities;
import org.probity.investigation.Concern;
import org.probity.investigation.ConflictAnswer;
import org.probity.investigation.Conflicts;
import org.probity.investigation.Investigation;
import org.probity.investigation.Investigations;
import org.probity.investigation.NewConcern;
import org.probity.investigation.Party;
import org.probity.kernel.Language;
import org.probity.kernel.Refusal;
import org.probity.member.Directory;
import org.probity.member.Member;
import org.probity.member.Members;
import org.probity.member.Organisation;
import org.probity.member.Person;
import org.probity.member.TeamPlace;
import org.probity.notification.Outbox;
import org.probity.policy.Policies;
import org.probity.tenancy.Boards;

/** Nobody finds somebody whom only a hidden case tells of, names themself, nor learns which entry may be them. */
class PeopleTest {

    private static final Instant NOW = Instant.parse("2026-11-21T09:00:00Z");
    private static final Audit SILENT = new Audit() {
        @Override
        public void record(String act, String reference, String subjectKind, Long subjectId, Map<String, ?> before, Map<String, ?> after) {
            // the audit has tests of its own
        }

        @Override
        public void looked(String reference, Long investigation) {
            // the same
        }
    };

    private final TestDatabase database = TestDatabase.get();
    private final String unique = String.valueOf(System.nanoTime());
    private final String family = "Vellacott" + unique;
    private final String address = "nesta" + unique + "@example.org";
    private Member officer;

    @Test
    void whoIsOnlyInHiddenCasesIsNeitherListedNorFoundByTheirNumber() {
        join("Nesta Quillfeather", null);
        Long seen = party("Seen", "A-");
        Long walled = party("Walled", "B-");
        Long restricted = party("Restricted", "C-");
        Long both = party("Both", "A-");
        keep(entities -> new Party("B-" + unique, both, Party.Kind.SUBJECT, NOW));
        keep(entities -> new CaseExclusion("B-" + unique, officer.accountId(), "witness", NOW));
        keep(entities -> new Restriction("C-" + unique, "A colleague", "Lead", NOW));
        assertThat(listed()).containsExactly("Both", "Seen");
        assertThat(List.of(seen, walled, restricted, both)).filteredOn(this::isKnown).containsExactly(seen, both);
        keep(entities -> new TeamPlace("C-" + unique, officer, "Works on it", "Lead", NOW));
        assertThat(listed()).containsExactly("Both", "Restricted", "Seen");
    }

    /** That somebody of the directory went from the list would tell that a hidden case names them. */
    @Test
    void whoIsInTheDirectoryStaysInItWhenAHiddenCaseNamesThem() {
        join("Nesta Quillfeather", null);
        Long known = entry("Known " + family, null, null, true);
        assertThat(listed()).containsExactly("Known");
        keep(entities -> new Party("B-" + unique, known, Party.Kind.SUBJECT, NOW));
        keep(entities -> new CaseExclusion("B-" + unique, officer.accountId(), "witness", NOW));
        assertThat(listed()).containsExactly("Known");
        assertThat(isKnown(known)).isTrue();
    }

    @Test
    void whomOneHasAConflictOfInterestAboutIsHiddenUntilItIsAnswered() {
        Long school = database.call("chscb", entities -> {
            Organisation organisation = new Organisation("A school " + unique, null, "school@example.org");
            entities.persist(organisation);
            return organisation.id();
        });
        join("Nesta Quillfeather", school);
        party("Asked", "D-");
        Long colleague = database.call("chscb", entities -> {
            Person person = new Person("Colleague " + family, null, null, school, null, Language.EN);
            entities.persist(person);
            entities.persist(new Party("D-" + unique, person.id(), Party.Kind.WITNESS, NOW));
            return person.id();
        });
        assertThat(listed()).isEmpty();
        keep(entities -> new ConflictAnswer("D-" + unique, officer.accountId(), colleague, "We have never met.", NOW));
        assertThat(listed()).containsExactly("Asked", "Colleague");
    }

    @Test
    void soIsWhoIsInACaseWhoseConcernNamesSomebodyOfTheCallersName() {
        join("Nesta Quillfeather", null);
        party("Asked", "E-");
        open("Ann Quillfeather", "E-");
        assertThat(listed()).isEmpty();
        keep(entities -> new ConflictAnswer("E-" + unique, officer.accountId(), null, "We are not related.", NOW));
        assertThat(listed()).containsExactly("Asked");
    }

    @Test
    void whoIsDescribedAsSomebodyInSightIsTheSameAndAsSomebodyHiddenIsNew() {
        join("Nesta Quillfeather", null);
        Directory.NewPerson given = new Directory.NewPerson(" Ann " + family, "ann" + unique + "@example.org", "Teacher", null, null, Language.CY, null);
        Long seen = named(given, "A-");
        assertThat(described(given)).isEqualTo(seen);
        assertThat(described(new Directory.NewPerson(given.name(), given.email(), "Head", null, null, Language.CY, null))).isNotEqualTo(seen);
        assertThat(described(new Directory.NewPerson(given.name(), given.email(), "Teacher", "TEACHER", null, Language.CY, null))).isNotEqualTo(seen);
        assertThat(described(new Directory.NewPerson("Anna " + family, given.email(), "Teacher", null, null, Language.CY, null))).isNotEqualTo(seen);
        keep(entities -> new CaseExclusion("A-" + unique, officer.accountId(), "witness", NOW));
        assertThat(described(given)).isNotEqualTo(seen);
    }

    /** They answer there, as they would had the hidden entry been chosen. */
    @Test
    void whoIsDescribedByTheNameAndTheAddressOfAMemberHasTheirWayIntoThePortal() {
        Long employee = member("Ann " + family, "ann." + address, null).accountId();
        join("Nesta " + family, null);
        assertThat(account(family.toUpperCase(Locale.ROOT) + ", Ann", "ANN." + address)).isEqualTo(employee);
        assertThat(account("Another " + family, "ann." + address)).isNull();
        assertThat(account("Ann " + family, "another@example.org")).isNull();
        assertThat(account("Ann " + family, null)).isNull();
        assertThat(account("Nesta " + family, address)).as("nobody names themself").isNull();
    }

    private Long account(String name, String email) {
        return as(people -> people.described(new Directory.NewPerson(name, email, null, null, null, Language.EN, null))).accountId();
    }

    @Test
    void earlierCasesAreFoundUnderEachEntryOfAPersonWhereTheyAreInSight() {
        join("Nesta Quillfeather", null);
        about(new Person("Ann " + family, "ann@" + unique + ".example.org", null, null, null, Language.EN), "A-");
        about(new Person(family.toUpperCase(Locale.ROOT) + ", Ann", "ANN+x@" + unique + ".example.org", null, null, null, Language.EN), "B-");
        about(new Person("Ann " + family, "another@" + unique + ".example.org", null, null, null, Language.EN), "C-");
        about(new Person("Ann " + family, null, null, null, null, Language.EN), "D-");
        assertThat(earlier("B-")).containsExactly("A-" + unique);
        assertThat(earlier("D-")).isEmpty();
        keep(entities -> new CaseExclusion("A-" + unique, officer.accountId(), "witness", NOW));
        assertThat(earlier("B-")).isEmpty();
    }

    /** The list of cases says of such a case that it is there, and not whom it is about. */
    @Test
    void anEarlierCaseIsNotToldWhereAConflictOfInterestIsToBeAnswered() {
        join("Nesta " + family, null);
        Person subject = new Person("Ann Other" + unique, null, null, null, null, Language.EN);
        about(subject, "A-");
        about(subject, "B-");
        assertThat(earlier("A-")).containsExactly("B-" + unique);
        party("Bob", "B-");
        assertThat(earlier("A-")).isEmpty();
    }

    @Test
    void anEntryThatIsOrMayBeTheCallerIsAnsweredLikeOneThatIsNotThere() {
        join("Nesta Quillfeather", null);
        for (Long id : new Long[] {null, -1L, entry("Somebody", null, officer.accountId(), true), entry("QUILLFEATHER, Nesta", null, null, true),
                entry("N. Quillfeather", null, null, true), entry("Somebody", address, null, true)}) {
            Refusal refusal = catchThrowableOfType(Refusal.class, () -> as(people -> people.known(id)));
            assertThat(refusal.problems()).singleElement().returns("subjectId", Refusal.Problem::field)
                    .returns("identity.refused.unknownPerson", Refusal.Problem::key);
        }
        assertThat(isKnown(entry("Ann Other", null, null, true))).isTrue();
    }

    /** Who may be the caller by another account; an account is somebody else's where the name is only like theirs. */
    @Test
    void norDoTheyNameThemselfByAnotherAccount() {
        Long other = member("Nesta Quillfeather", "home." + address, null).accountId();
        join("Nesta Quillfeather", null);
        assertThat(isKnown(entry("QUILLFEATHER, Nesta", "home." + address, other, true))).isFalse();
        assertThat(isKnown(entry("Somebody", address.replace("@", "+x@"), other, true))).isFalse();
        assertThat(isKnown(entry("N. Quillfeather", "home." + address, other, true))).isTrue();
    }

    /** One fewer than a full list would tell an accused member that somebody has entered them. */
    @Test
    void aFullListStaysFullWhereAnEntryMayBeTheCaller() {
        join("Nesta " + family, null);
        IntStream.range(0, 60).forEach(each -> entry("Ann " + family, "ann" + each + "@example.org", null, true));
        IntStream.range(0, 51).forEach(each -> entry("A. Nesta " + family, address, null, true));
        assertThat(this.<List<People.PersonLine>>as(people -> people.list(family))).hasSize(50).extracting(People.PersonLine::name).containsOnly("Ann " + family);
    }

    private void join(String name, Long organisation) {
        officer = member(name, address, organisation);
    }

    private Member member(String name, String email, Long organisation) {
        return database.call("chscb", entities -> {
            Account account = new Account(email, name, email, "-", Language.EN, false);
            entities.persist(account);
            Member member = new Member(account, Set.of(Role.OFFICER), organisation);
            entities.persist(member);
            return member;
        });
    }

    private Long entry(String name, String email, Long account, boolean inDirectory) {
        return database.call("chscb", entities -> {
            Person person = new Person(name, email, null, null, account, Language.EN);
            if (inDirectory) {
                person.entersDirectory();
            }
            entities.persist(person);
            return person.id();
        });
    }

    private Long party(String first, String number) {
        Long id = entry(first + " " + family, null, null, false);
        keep(entities -> new Party(number + unique, id, Party.Kind.WITNESS, NOW));
        return id;
    }

    private Long named(Directory.NewPerson given, String number) {
        Long id = described(given);
        keep(entities -> new Party(number + unique, id, Party.Kind.WITNESS, NOW));
        return id;
    }

    private void about(Person subject, String number) {
        database.run("chscb", entities -> {
            Person kept = subject.id() == null ? subject : entities.find(Person.class, subject.id());
            entities.persist(kept);
            opened(entities, null, number).concerns(kept.id(), kept.name());
        });
    }

    private void open(String subject, String number) {
        database.run("chscb", entities -> opened(entities, subject, number));
    }

    private Investigation opened(EntityManager entities, String subject, String number) {
        String reference = number + unique;
        NewConcern given = new NewConcern("Something was posted", null, null, null, null, subject, null, null, null, false, false,
                false, Language.EN);
        Concern concern = new Concern(given, reference, "hash" + reference, NOW);
        Investigation investigation = new Investigation(reference, "A case", concern);
        entities.persist(concern);
        entities.persist(investigation);
        return investigation;
    }

    private void keep(Function<EntityManager, Object> row) {
        database.run("chscb", entities -> entities.persist(row.apply(entities)));
    }

    private List<String> listed() {
        return as(people -> people.list(family)).stream().map(line -> line.name().replace(" " + family, "")).toList();
    }

    private boolean isKnown(Long id) {
        try {
            return as(people -> people.known(id)).id().equals(id);
        } catch (Refusal unknown) {
            return false;
        }
    }

    private Long described(Directory.NewPerson given) {
        return as(people -> people.described(given)).id();
    }

    private List<String> earlier(String number) {
        Caller caller = officer.caller(Language.EN);
        return CurrentCaller.call(caller, () -> database.call("chscb", entities -> TestDatabase.wire(new InvestigationQueries(), entities, SILENT,
                TestDatabase.wire(new Investigations(), entities, TestDatabase.wire(new Conflicts(), entities), TestDatabase.wire(new CaseExclusions(), entities), SILENT), TestDatabase.wire(new Allegations(), entities, TestDatabase.wire(new Policies(), entities), wired(entities)),
                TestDatabase.wire(new CaseLinks(), entities), TestDatabase.wire(new InPosts(), entities), TestDatabase.wire(new Team(), entities), TestDatabase.wire(new Capacities(), entities, TestDatabase.wire(new Outbox(), entities)), wired(entities)).page(number + unique).earlier()));
    }

    private <T> T as(Function<People, T> work) {
        return CurrentCaller.call(officer.caller(Language.EN), () -> database.call("chscb", entities -> work.apply(wired(entities))));
    }

    private static People wired(EntityManager entities) {
        return TestDatabase.wire(new People(), entities, TestDatabase.wire(new Directory(), entities,
                TestDatabase.wire(new Members(), entities), TestDatabase.wire(new Boards(), entities)));
    }
}
