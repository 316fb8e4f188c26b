package org.probity.exclusion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.hibernate.Session;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.probity.Fired;
import org.probity.TestDatabase;
import org.probity.access.Caller;
import org.probity.access.Capacity;
import org.probity.access.CaseExclusions;
import org.probity.access.CurrentCaller;
import org.probity.access.Role;
import org.probity.account.Account;
import org.probity.audit.Audit;
import org.probity.casework.Parties;
import org.probity.casework.Team;
import org.probity.concern.Concerns;
import org.probity.concern.NoMail;
import org.probity.concern.Notes;
import org.probity.investigation.Concern;
import org.probity.investigation.Investigation;
import org.probity.investigation.Investigations;
import org.probity.investigation.NewConcern;
import org.probity.investigation.Note;
import org.probity.investigation.Party;
import org.probity.kernel.Language;
import org.probity.kernel.Page;
import org.probity.kernel.Refusal;
import org.probity.member.Directory;
import org.probity.member.Member;
import org.probity.member.Namesakes;
import org.probity.member.Person;
import org.probity.token.ApiToken;

/** Nobody adds to a case until it cannot be read any more, and what there is comes page by page. */
class NoteLimitsTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-21T09:00:00Z"), ZoneOffset.UTC);
    private static final String CODE = "ABCD-EFGH-JKMN";
    private static final Audit SILENT = new Audit() {
        @Override
        public void record(String act, String reference, String subjectKind, Long subjectId, Map<String, ?> before, Map<String, ?> after) {
            // the audit has tests of its own
        }

        @Override
        public void looked(String reference, Long investigationId) {
            // nor are looks what is tested
        }
    };

    private final TestDatabase database = TestDatabase.get();
    private final String reference = "CHSCB-L-" + System.nanoTime() % 1_000_000_000;
    private final String code = CODE + reference;

    @BeforeEach
    void aCase() {
        NewConcern given = new NewConcern("Something was posted", null, null, null, null, null, null, "A reporter", null, false, false, false, Language.EN);
        database.run("chscb", entities -> {
            Concern concern = new Concern(given, reference, ApiToken.hash(code.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "").replaceAll("(.{4})(?=.)", "$1-")),
                    CLOCK.instant());
            entities.persist(concern);
            entities.persist(new Investigation(reference, "A case", concern));
        });
    }

    @Test
    void aReporterAddsTwentyTimesAndIsThenToldWhatToDo() {
        notes(19, Note.Author.REPORTER);
        notes(300, Note.Author.MEMBER);
        add();
        Refusal refusal = catchThrowableOfType(Refusal.class, this::add);
        assertThat(refusal.kind()).isEqualTo(Refusal.Kind.STATE);
        assertThat(refusal.problems()).singleElement().extracting(Refusal.Problem::key).isEqualTo("investigation.refused.manyAdditions");
    }

    @Test
    void aCaseTakesFiveHundredNotesOfItsOwnPeopleWhateverTheReporterAdded() {
        notes(499, Note.Author.MEMBER);
        notes(200, Note.Author.REPORTER);
        note();
        Refusal refusal = catchThrowableOfType(Refusal.class, this::note);
        assertThat(refusal.problems()).singleElement().extracting(Refusal.Problem::key).isEqualTo("investigation.refused.manyNotes");
    }

    @Test
    void aCaseNamesTwoHundredPeople() {
        database.run("chscb", entities -> IntStream.range(0, Parties.MOST).forEach(n -> name(entities, n)));
        Directory.NewPerson one = new Directory.NewPerson("One More", null, null, null, null, Language.EN, null);
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> run(entities -> parties(entities).addNew(reference, one, Party.Kind.WITNESS)));
        assertThat(refusal.problems()).singleElement().extracting(Refusal.Problem::key).isEqualTo("investigation.refused.manyParties");
        Page<Parties.PartyLine> last = database.call("chscb", entities -> parties(entities).list(reference, 3, 60));
        assertThat(last.items()).hasSize(20);
        assertThat(last.total()).isEqualTo(200);
    }

    @Test
    void notesAreReadPageByPageTheNewestFirst() {
        notes(5, Note.Author.REPORTER);
        Page<Notes.NoteLine> second = database.call("chscb", entities -> notes(entities).list(reference, 1, 2));
        assertThat(second.items()).extracting(Notes.NoteLine::words).containsExactly("Note 2", "Note 1");
        assertThat(second.total()).isEqualTo(5);
        assertThat(database.<List<Notes.NoteLine>>call("chscb", entities -> notes(entities).list(reference, 1_000_000_000, 100).items())).isEmpty();
    }

    /** More than two pieces, and the name in the last of them. */
    @Test
    void aNewcomerIsLookedForInEveryNoteThoughFewAreInMemoryAtOnce() {
        notes(420, Note.Author.REPORTER);
        String name = "Quillon Zvezdarski" + System.nanoTime() % 1000;
        Long account = database.call("chscb", entities -> {
            entities.persist(new Note(reference, "It was " + name, Note.Author.REPORTER, CLOCK.instant()));
            Account made = new Account(name + "@x", name, "nobody@example.org", "-", Language.EN, false);
            entities.persist(made);
            entities.persist(new Member(made, Set.of(Role.OFFICER), null));
            return made.id();
        });
        run(entities -> {
            walls(entities).check(TestDatabase.wire(new Investigations(), entities).byReference(reference));
            assertThat(entities.unwrap(Session.class).getStatistics().getEntityKeys()).noneMatch(key -> key.toString().contains("Note#"));
            assertThat(TestDatabase.wire(new CaseExclusions(), entities).of(reference)).extracting("accountId").containsExactly(account);
        });
    }

    private void add() {
        run(entities -> TestDatabase.wire(new Concerns(), entities, TestDatabase.wire(new Investigations(), entities), walls(entities), SILENT,
                CLOCK, new NoMail()).add(code, "It is still there."));
    }

    private void note() {
        run(entities -> notes(entities).add(reference, "Looked at it again."));
    }

    private void run(Consumer<EntityManager> work) {
        CurrentCaller.run(Caller.system(), () -> database.run("chscb", work));
    }

    private void notes(int many, Note.Author author) {
        run(entities -> IntStream.range(0, many).forEach(n -> entities.persist(new Note(reference, "Note " + n, author, CLOCK.instant()))));
    }

    private void name(EntityManager entities, int n) {
        Person person = new Person("Nobody " + n, null, null, null, null, Language.EN);
        entities.persist(person);
        entities.persist(new Party(reference, person.id(), Party.Kind.WITNESS, CLOCK.instant()));
    }

    private static Notes notes(EntityManager entities) {
        return TestDatabase.wire(new Notes(), entities, seen(entities), SILENT, CLOCK);
    }

    private static Parties parties(EntityManager entities) {
        return TestDatabase.wire(new Parties(), entities, seen(entities), SILENT, CLOCK, new Team() {
            @Override
            public void acts(Investigation investigation, Capacity capacity) {
                // anybody may
            }
        });
    }

    /** Whoever asks may see the case. */
    private static Investigations seen(EntityManager entities) {
        Investigations all = TestDatabase.wire(new Investigations(), entities);
        return new Investigations() {
            @Override
            public Investigation lock(String reference) {
                return all.lock(reference);
            }

            @Override
            public Investigation visible(String reference) {
                return all.byReference(reference);
            }

            @Override
            public Investigation visible(Investigation held) {
                return held;
            }
        };
    }

    private static NameWalls walls(EntityManager entities) {
        return TestDatabase.wire(new NameWalls(), entities, TestDatabase.wire(new Namesakes(), entities), TestDatabase.wire(new SaidInCases(), entities),
                TestDatabase.wire(new CaseExclusions(), entities, CLOCK, new Fired<>()));
    }
}
