package org.probity.investigation;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.probity.Fired;
import org.probity.TestDatabase;
import org.probity.access.Caller;
import org.probity.access.CaseExclusions;
import org.probity.access.CurrentCaller;
import org.probity.access.CurrentOrigin;
import org.probity.access.Origin;
import org.probity.access.Role;
import org.probity.access.SightLost;
import org.probity.account.Account;
import org.probity.audit.Audit;
import org.probity.audit.ChainAtOnce;
import org.probity.concern.Concerns;
import org.probity.concern.NoMail;
import org.probity.concern.Notes;
import org.probity.concern.ReporterQuestions;
import org.probity.exclusion.NameWalls;
import org.probity.kernel.Language;
import org.probity.member.Member;
import org.probity.member.Namesakes;
import org.probity.token.ApiToken;

/** Whoever adds to a concern by its code is the reporter to those who work on it, also where they were signed in. */
class NamelessReportersTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-21T09:00:00Z"), ZoneOffset.UTC);
    private static final Path MIGRATION = Path.of("src/main/resources/db/migration/V227__reporters_of_notes.sql");
    private static final Caller MAIR = new Caller(77_001L, 77_001L, "Mair Member", Set.of(Role.EMPLOYEE), null, Language.EN);

    private final TestDatabase database = TestDatabase.get();
    private final String reference = "CHSCB-R-" + System.nanoTime() % 1_000_000_000;
    private final String code = ("ABCDEFGH" + reference).replaceAll("[^A-Z0-9]", "");
    private final List<Caller> causes = new ArrayList<>();
    private final List<Origin> places = new ArrayList<>();

    @BeforeEach
    void aConcernUnderANickname() {
        NewConcern given = new NewConcern("Something was posted", null, null, null, null, null, null, "A neighbour", null, false, false, false, Language.EN);
        database.run("chscb", entities -> {
            Concern concern = new Concern(given, reference, ApiToken.hash(code.replaceAll("(.{4})(?=.)", "$1-")), CLOCK.instant());
            entities.persist(concern);
            entities.persist(new Investigation(reference, "A case", concern));
        });
    }

    @Test
    void whatASignedInReporterAddsIsKeptWithoutTheirName() {
        add("It is still there.");
        assertThat(kept()).containsExactly("");
        assertThat(shown()).containsExactly("");
    }

    @Test
    void whatASignedInReporterAnswersIsKeptWithoutTheirNameToo() {
        answer("It was a neighbour of mine.");
        assertThat(kept()).containsExactly("");
        assertThat(shown()).containsExactly("");
    }

    @Test
    void whatFollowsFromAnAnswerIsNoActOfTheReporter() {
        answer("It was " + officer() + ".");
        assertThat(causes).containsExactly(Caller.system());
        assertThat(places).containsExactly(Origin.clockwork());
    }

    @Test
    void anAdditionOfAnEarlierReleaseIsShownAndThenKeptWithoutTheName() throws IOException {
        add("It is still there.");
        sql("update note set author_name = 'Mair Member' where reference = '" + reference + "'");
        assertThat(shown()).as("as an archive may bring it").containsExactly("");
        sql(Files.readString(MIGRATION).replaceAll("--.*|;", ""));
        assertThat(kept()).containsExactly("");
    }

    @Test
    void whatTheDeskNotesKeepsTheNameOfItsAuthor() throws IOException {
        CurrentCaller.run(MAIR, () -> database.run("chscb", entities -> entities.persist(new Note(reference, "Seen.", Note.Author.MEMBER, CLOCK.instant()))));
        sql(Files.readString(MIGRATION).replaceAll("--.*|;", ""));
        assertThat(kept()).containsExactly("Mair Member");
        assertThat(shown()).containsExactly("Mair Member");
    }

    /** An officer who is named no longer leads the case: the timeline would say who did that. */
    @Test
    void whatFollowsFromAnAdditionIsNoActOfTheReporter() {
        String name = officer();
        add("It was " + name + ".");
        assertThat(causes).containsExactly(Caller.system());
        assertThat(places).containsExactly(Origin.clockwork());
    }

    @Test
    void whatFollowsFromAReportIsNoActOfTheReporterEither() {
        String name = officer();
        NewConcern given = new NewConcern("It was " + name, null, null, null, null, name, null, "A neighbour", null, false, false, false, Language.EN);
        Concern concern = new Concern(given, reference, "-", CLOCK.instant());
        CurrentCaller.run(MAIR, () -> database.run("chscb", entities -> walls(entities).raise(new Investigation(reference, "A case", concern), concern)));
        assertThat(causes).containsExactly(Caller.system());
    }

    private void add(String words) {
        asMair(entities -> concerns(entities).add(code, words));
    }

    private void answer(String words) {
        Long id = database.call("chscb", entities -> {
            ReporterQuestion question = CurrentCaller.call(Caller.system(), () -> new ReporterQuestion(reference, "Who was it?", CLOCK.instant()));
            entities.persist(question);
            return question.id();
        });
        asMair(entities -> TestDatabase.wire(new ReporterQuestions(), entities, concerns(entities), TestDatabase.wire(new Investigations(), entities),
                walls(entities), CLOCK, audit(entities), new NoMail()).answer(code, id, words));
    }

    private void asMair(Consumer<EntityManager> work) {
        CurrentCaller.run(MAIR, () -> CurrentOrigin.run(Origin.page("192.0.2.7"), () -> database.run("chscb", work)));
    }

    private Concerns concerns(EntityManager entities) {
        return TestDatabase.wire(new Concerns(), entities, TestDatabase.wire(new Investigations(), entities), walls(entities), CLOCK, audit(entities),
                new NoMail());
    }

    private static Audit audit(EntityManager entities) {
        return TestDatabase.wire(new Audit(), CLOCK, new ChainAtOnce(entities));
    }

    private List<String> shown() {
        return database.call("chscb", entities -> TestDatabase.wire(new Notes(), entities, new Investigations() {
            @Override
            public Investigation visible(String asked) {
                return null;
            }
        }).list(reference, 0, 10).items().stream().map(Notes.NoteLine::authorName).toList());
    }

    @SuppressWarnings("unchecked")
    private List<String> kept() {
        return database.call("chscb", entities -> (List<String>) entities
                .createNativeQuery("select author_name from note where reference = '" + reference + "'", String.class).getResultList());
    }

    private void sql(String statement) {
        database.run("chscb", entities -> entities.createNativeQuery(statement).executeUpdate());
    }

    private String officer() {
        String name = "Quorin Zvezda" + Long.toString(System.nanoTime() % 100_000, 36).replaceAll("\\d", "x");
        database.run("chscb", entities -> {
            Account account = new Account(name + "@x" + System.nanoTime(), name, "nobody@example.org", "-", Language.EN, false);
            entities.persist(account);
            entities.persist(new Member(account, Set.of(Role.OFFICER), null));
        });
        return name;
    }

    private NameWalls walls(EntityManager entities) {
        return TestDatabase.wire(new NameWalls(), entities, TestDatabase.wire(new Namesakes(), entities), TestDatabase.wire(new CaseExclusions(), entities, CLOCK,
                new Fired<SightLost>(lost -> {
                    causes.add(CurrentCaller.get());
                    places.add(CurrentOrigin.get());
                })));
    }
}
