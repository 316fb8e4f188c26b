package org.probity.investigation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.probity.Fired;
import org.probity.TestDatabase;
import org.probity.access.Caller;
import org.probity.access.CurrentCaller;
import org.probity.access.Role;
import org.probity.account.Account;
import org.probity.audit.Audit;
import org.probity.casework.CasesOfWork;
import org.probity.casework.InvestigationQueries;
import org.probity.kernel.Language;
import org.probity.member.Organisation;
import org.probity.member.Person;
import org.probity.worklist.NewWork;
import org.probity.worklist.Urgency;
import org.probity.worklist.Work;
import org.probity.worklist.WorkFilter;
import org.probity.worklist.WorkRow;
import org.probity.worklist.WorklistQueries;

/** Who has something to answer before they read a case, and what a list tells them until then. */
class ConflictsTest {

    private static final Instant NOW = Instant.parse("2026-11-21T09:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final Urgency GROOMING = new Urgency(false, false, true);
    private static final Audit SILENT = new Audit() {
        @Override
        public void record(String act, String reference, String subjectKind, Long subjectId, Map<String, ?> before, Map<String, ?> after) {
            // the audit has tests of its own
        }
    };

    private final TestDatabase database = TestDatabase.get();
    private final String reference = "CHSCB-Q-" + System.nanoTime() % 1_000_000_000;

    @ParameterizedTest
    @CsvSource({"Olwen Ŵyn, B. ŵyn, true", "Olwen LEE, Ann Lee, true", "Cher, Cher, true", "Olwen Lee, Lee Olwen, false",
            "Olwen Lee, Ann Ashlee, false", "Olwen A_B, Ann AXB, false", "Olwen %, Ann Lee, false", "Olwen Lee, Lee PC, true",
            "Omar Al-Hassan, Ann Alhassan, true", "Omar Alhassan, Ann Al Hassan, true", "Omar Alhassan, Mr Al Hassan, true",
            "Nora O'Brien, Mr O Brien, true", "Anna Vanderberg, Piet van der Berg, true", "Wei Li, Ms Li from the board, true",
            "Emma Jane Major, Mrs Major, true", "Ann Jane, Emma Jane Major, false",
            "Olwen Lee, 'Mrs Lee, safeguarding team', true", "Olwen Lee, Mrs Lee I think, true", "Olwen Team, 'Ann Lee, safeguarding team', false"})
    void whoHasTheLastNameOfSomebodyNamedIsAsked(String mine, String theirs, boolean asked) {
        party(theirs, null);
        assertThat(grounds(caller(mine, null))).extracting(Conflicts.Ground::shared).isEqualTo(asked ? List.of(Conflicts.Shared.NAME) : List.of());
    }

    @Test
    void whoWorksWithSomebodyNamedIsAskedUntilTheyHaveAnswered() {
        Long school = organisation();
        party("Ann Evans", school);
        Caller colleague = caller("Olwen Lee", school);
        assertThat(grounds(colleague)).extracting(Conflicts.Ground::shared).containsExactly(Conflicts.Shared.ORGANISATION);
        assertThat(grounds(caller("Olwen Lee", organisation()))).isEmpty();
        assertThatThrownBy(() -> as(colleague, conflicts -> answer(conflicts::requireAnswer))).isInstanceOf(ConflictToAnswer.class);
        as(colleague, conflicts -> answer(it -> conflicts.declareNone(it, "We have never met.")));
        assertThat(grounds(colleague)).isEmpty();
        assertThatCode(() -> as(colleague, conflicts -> answer(conflicts::requireAnswer))).doesNotThrowAnyException();
        party("Bob Evans", school);
        assertThat(grounds(colleague)).extracting(Conflicts.Ground::name).containsExactly("Bob Evans");
    }

    /** By the name alone: who it is nobody has said, and while it stands there only in words nobody would be asked. */
    @ParameterizedTest
    @CsvSource({"Olwen Lee, Ann Lee, true", "Olwen Lee, 'Mrs Lee, safeguarding team', true", "Olwen Lee, Mrs Lee I think, true",
            "Omar Alhassan, Ann Al Hassan, true", "Omar Al-Hassan, Mr Alhassan, true", "Olwen Lee, Lee Olwen, false", "Olwen Lee, Ann Ashlee, false",
            "Olwen Lee, , false", "Olwen Lee, ???, false", "Olwen Lee, Ann Lee née Jones, true", "Olwen Jones, Ann Lee née Jones, true",
            "Olwen Lee, Ann Lee aka Annie, true", "Olwen Lee, Ann Lee from Riverside School, true", "Olwen Riverside, Ann Lee from Riverside School, false",
            "Olwen Lee, Ann Lee - teaching assistant, true", "Olwen Lee, Ann Lee or Bob Evans, true", "Olwen Evans, Ann Lee or Bob Evans, true",
            "Olwen Ann, Ann Lee or Bob Evans, false", "Olwen Evans, Ann and Bob Evans, true", "Olwen Lee, 'Lee, Ann', true", "Olwen Ann, 'Lee, Ann', false",
            "Olwen Ward, PC Ward, true", "Olwen Li, Ms Li from the board, true", "Bob Lee, Ann Lee-Jones, true", "Bob Jones, Ann Lee-Jones, true",
            "Bob Lee-Jones, Ann Lee, true", "Bob Lee-Jones, Ann Jones, true", "Olwen Lee née Jones, Ann Lee, true", "Omar Hassan, Ann Alhassan, true",
            "Olwen Lee, Ann Lee teaching assistant, true", "Olwen Lee, ann lee support worker, true", "Olwen Lee, Miss Ann Lee foster carer, true",
            "Olwen Lee, Ann Lee Riverside, true", "Olwen Lee, Ann Lee compliance officer, true", "Olwen Coach, Mark David Coach, true",
            "Olwen Lee, Compliance Officer Mrs Lee, true", "Olwen Lee, Mrs Lee Riverside School, true", "Olwen Evans, 'Mrs Jones, Mr Evans', true", "Olwen Jones, 'Mrs Jones, Mr Evans', true",
            "Olwen Evans, 'Ann Jones, Mr Evans', true", "Olwen Ann, Ann Lee-Jones, false"})
    void whoHasTheLastNameOfWhomTheConcernNamesIsAsked(String mine, String theirs, boolean asked) {
        open(theirs);
        assertThat(grounds(caller(mine, null))).isEqualTo(asked ? List.of(new Conflicts.Ground(null, theirs, Conflicts.Shared.NAME)) : List.of());
        assertThat(found(caller(mine, null), reference)).singleElement().returns(asked, CaseLine::conflictOpen);
        assertThat(found(caller(mine, null), "A case of " + reference)).as("found by words of the reporter").hasSize(asked ? 0 : 1);
    }

    @ParameterizedTest
    @CsvSource({"Bob Lee, Ann Lee-Jones", "Bob Lee-Jones, Ann Lee", "Olwen Lee née Jones, Ann Lee", "Omar Hassan, Ann Alhassan"})
    void soTheyAreAboutWhomACaseNames(String mine, String theirs) {
        Long person = party(theirs, null);
        assertThat(grounds(caller(mine, null))).containsExactly(new Conflicts.Ground(person, theirs, Conflicts.Shared.NAME));
    }

    @Test
    void whomTheConcernNamesIsAskedAboutUntilSomebodyHasSaidWhoThatIs() {
        open("Ann Lee");
        Caller asked = caller("Olwen Lee", null);
        Caller another = caller("Bob Lee", null);
        assertThatThrownBy(() -> as(asked, conflicts -> answer(conflicts::requireAnswer))).isInstanceOf(ConflictToAnswer.class);
        as(asked, conflicts -> answer(it -> conflicts.declareNone(it, "We are not related.")));
        assertThat(grounds(asked)).isEmpty();
        assertThatCode(() -> as(asked, conflicts -> answer(conflicts::requireAnswer))).doesNotThrowAnyException();
        assertThat(found(asked, "ann lee")).extracting(CaseLine::reference).contains(reference);
        assertThat(grounds(another)).extracting(Conflicts.Ground::name).containsExactly("Ann Lee");
        Long person = party("Anna Lee", null);
        assertThat(grounds(another)).extracting(Conflicts.Ground::personId).containsExactly(null, person);
        change(investigation -> investigation.concerns(person, "Anna Lee"));
        assertThat(grounds(another)).extracting(Conflicts.Ground::personId).containsExactly(person);
        assertThat(grounds(asked)).extracting(Conflicts.Ground::personId).containsExactly(person);
    }

    /** A concern begins with whom it is about as often as not. */
    @Test
    void aListTellsNoWordsOfTheReporterBeforeTheAnswer() {
        open("Ann Lee");
        Caller asked = caller("Olwen Lee", null);
        assertThat(found(asked, reference)).singleElement().returns(true, CaseLine::conflictOpen).returns(null, CaseLine::subjectName)
                .returns(reference, CaseLine::title);
        assertThat(found(asked, "A case of " + reference)).isEmpty();
        assertThat(found(asked, "ann lee")).extracting(CaseLine::reference).doesNotContain(reference);
        assertThat(found(caller("Olwen Jones", null), "A case of " + reference)).singleElement().returns(false, CaseLine::conflictOpen)
                .returns("Ann Lee", CaseLine::subjectName).returns("A case of " + reference, CaseLine::title);
        change(investigation -> investigation.triaged("Named " + reference, null, Decision.ADVICE, null));
        assertThat(found(asked, "Named " + reference)).singleElement().returns(true, CaseLine::conflictOpen)
                .returns("Named " + reference, CaseLine::title).returns(null, CaseLine::subjectName);
    }

    @Test
    void norDoesAWorklist() {
        open("Ann Lee");
        database.run("chscb", entities -> TestDatabase.wire(new Work(), entities, CLOCK, new Fired<>()).open(new NewWork("task-" + System.nanoTime(), "triage",
                "breach-investigation", reference, -1L, "investigation", null, "A case of " + reference, "DETECTION", Role.OFFICER, null, null, null, NOW,
                true, Severity.rank(Severity.HIGH), null)));
        change(investigation -> {
            investigation.rated(Severity.HIGH);
            investigation.urgent(GROOMING);
        });
        Caller asked = caller("Olwen Lee", null);
        for (WorkFilter.View view : List.of(WorkFilter.View.MINE, WorkFilter.View.TEAM)) {
            assertThat(worklist(asked, view)).singleElement().returns(reference, WorkRow::about).returns(true, WorkRow::conflictOpen)
                    .returns(true, WorkRow::urgent).returns(null, WorkRow::urgency).returns(null, WorkRow::severity).returns(null, WorkRow::subject);
            assertThat(worklist(caller("Olwen Jones", null), view)).singleElement().satisfies(this::tellsAll);
        }
        assertThat(found(asked, reference)).singleElement().returns(true, CaseLine::urgent).returns(null, CaseLine::urgency);
        as(asked, conflicts -> answer(it -> conflicts.declareNone(it, "We are not related.")));
        assertThat(worklist(asked, WorkFilter.View.MINE)).singleElement().satisfies(this::tellsAll);
        assertThat(found(asked, reference)).singleElement().returns(true, CaseLine::urgent).returns(GROOMING, CaseLine::urgency);
        change(investigation -> investigation.moveTo(Stage.WITHDRAWN, NOW));
        assertThat(found(asked, reference)).as("once it has ended").singleElement().returns(false, CaseLine::urgent).returns(null, CaseLine::urgency);
    }

    private void tellsAll(WorkRow row) {
        assertThat(row).returns("A case of " + reference, WorkRow::about).returns(false, WorkRow::conflictOpen).returns(GROOMING, WorkRow::urgency)
                .returns("HIGH", WorkRow::severity).returns("Ann Lee", WorkRow::subject);
    }

    private List<WorkRow> worklist(Caller caller, WorkFilter.View view) {
        return CurrentCaller.call(caller, () -> database.call("chscb", entities -> TestDatabase.wire(new WorklistQueries(), entities, CLOCK,
                TestDatabase.wire(new CasesOfWork(), TestDatabase.wire(new InvestigationQueries(), entities))).page(new WorkFilter(view, WorkFilter.Due.ANY), 0, 100).items().stream()
                .filter(row -> row.reference().equals(reference)).toList()));
    }

    @Test
    void aListSaysThatTheCaseIsThereAndNotWhomItIsAbout() {
        party("Ann Lee", null);
        Caller asked = caller("Olwen Lee", null);
        assertThat(found(asked, reference)).singleElement().returns(true, CaseLine::conflictOpen).returns(null, CaseLine::subjectName)
                .returns(reference, CaseLine::title);
        assertThat(found(asked, "Hidden " + reference)).isEmpty();
        assertThat(found(caller("Olwen Jones", null), "Hidden " + reference)).singleElement().returns(false, CaseLine::conflictOpen)
                .returns("Hidden " + reference, CaseLine::subjectName);
    }

    private Caller caller(String name, Long organisation) {
        Long account = database.call("chscb", entities -> {
            Account made = new Account(name + System.nanoTime(), name, "somebody@example.org", "-", Language.EN, false);
            entities.persist(made);
            return made.id();
        });
        return new Caller(account, -7L, name, Set.of(Role.OFFICER), organisation, Language.EN).at("chscb");
    }

    private Long party(String name, Long organisation) {
        if (database.call("chscb", this::itself).isEmpty()) {
            open("Hidden " + reference);
        }
        return database.call("chscb", entities -> {
            Person person = new Person(name, null, null, organisation, null, Language.EN);
            entities.persist(person);
            entities.persist(new Party(reference, person.id(), Party.Kind.WITNESS, NOW));
            return person.id();
        });
    }

    private void open(String subject) {
        NewConcern given = new NewConcern("Something was posted", null, null, null, null, subject, null, null, null, false, false,
                false, Language.EN);
        database.run("chscb", entities -> entities.persist(new Investigation(reference, "A case of " + reference,
                new Concern(given, reference, "hash", NOW))));
    }

    private void change(Consumer<Investigation> change) {
        database.run("chscb", entities -> itself(entities).forEach(change));
    }

    private List<Investigation> itself(EntityManager entities) {
        return entities.createQuery("select i from Investigation i where i.reference = :reference", Investigation.class)
                .setParameter("reference", reference).getResultList();
    }

    private Long organisation() {
        return database.call("chscb", entities -> {
            Organisation organisation = new Organisation("A school " + System.nanoTime(), null, "school@example.org");
            entities.persist(organisation);
            return organisation.id();
        });
    }

    private List<Conflicts.Ground> grounds(Caller caller) {
        return as(caller, conflicts -> conflicts.open(reference));
    }

    private List<CaseLine> found(Caller caller, String text) {
        return CurrentCaller.call(caller, () -> database.call("chscb", entities ->
                TestDatabase.wire(new InvestigationQueries(), entities, SILENT).search(text, null, 0, 10).items()));
    }

    private <T> T as(Caller caller, Function<Conflicts, T> work) {
        return CurrentCaller.call(caller, () -> database.call("chscb", entities -> work.apply(wired(entities))));
    }

    private static Conflicts wired(EntityManager entities) {
        return TestDatabase.wire(new Conflicts(), entities, SILENT, CLOCK, TestDatabase.wire(new Investigations(), entities));
    }

    private Void answer(Consumer<String> work) {
        work.accept(reference);
        return null;
    }
}
