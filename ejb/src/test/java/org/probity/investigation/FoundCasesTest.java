package org.probity.investigation;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.probity.TestDatabase;
import org.probity.access.Caller;
import org.probity.access.CaseExclusion;
import org.probity.access.CurrentCaller;
import org.probity.access.Role;
import org.probity.account.Account;
import org.probity.audit.Audit;
import org.probity.casework.InvestigationQueries;
import org.probity.concern.Concerns;
import org.probity.kernel.Language;

/** A case is found by what was reported as well as by what was made of it, as long as whoever looks may know it. */
class FoundCasesTest {

    private static final Instant NOW = Instant.parse("2026-05-01T09:00:00Z");
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final TestDatabase database = TestDatabase.get();

    /** Letters that no other case has. */
    private final String own = "q" + Integer.toString(1000 + NUMBER.incrementAndGet(), 36).replaceAll("[0-9]", "x") + NUMBER.get();
    private final String reference = "CHSCB-" + own + "-0042";
    private final Caller officer = caller("Olwen Officer");

    @Test
    void whoWasReportedIsFoundByThatNameAlsoOnceSomebodyHasSaidWhoItIs() {
        open("Something was posted", "Johnny Smyth" + own);
        change(it -> triaged(it, "A post", "John Smith" + own));
        assertThat(found("smyth" + own)).containsExactly(reference);
        assertThat(found("Johnny Smyth" + own)).containsExactly(reference);
        assertThat(found("smith" + own)).containsExactly(reference);
        change(it -> it.concerns(null, "Ann Jones" + own));
        assertThat(found("smith" + own)).as("it is about somebody else").isEmpty();
        assertThat(found("jones" + own)).containsExactly(reference);
    }

    @Test
    void whoIsNamedDeepInTheReportIsFound() {
        open("x ".repeat(100) + "and Gwenllïan" + own + " saw it", null);
        assertThat(found("GWENLLIAN" + own)).containsExactly(reference);
        change(it -> it.triaged("Another title", null, Decision.INVESTIGATE, null));
        assertThat(found("gwenllian" + own)).containsExactly(reference);
    }

    @Test
    void theBeginningOfEachWordIsEnoughInAnyOrder() {
        open("A post about the family of Siân O’Brien" + own, null);
        assertThat(found("obrien" + own + " fam")).containsExactly(reference);
        assertThat(found("Dr Sian Obrien" + own)).as("a title need not be there").containsExactly(reference);
        assertThat(found("obrien" + own + " amily")).as("the middle of a word").isEmpty();
        assertThat(found("obrien" + own + " cat")).isEmpty();
        assertThat(found("%")).isEmpty();
    }

    @Test
    void theReferenceIsFoundWholeAndByItsNumber() {
        open("Something", null);
        assertThat(found(reference)).containsExactly(reference);
        assertThat(found(reference.toLowerCase(Locale.ROOT))).containsExactly(reference);
        assertThat(found(own + " 42")).containsExactly(reference);
        assertThat(found(own + " 0042")).containsExactly(reference);
    }

    /** As in lists: nothing that was reported is told before a conflict is answered, by what is found either. */
    @Test
    void whoHasAConflictToAnswerFindsByReferenceAndTitleOnly() {
        open("Something about Megan" + own, "Ann Lee");
        Caller asked = caller("Olwen Lee");
        assertThat(found(asked, "megan" + own)).isEmpty();
        assertThat(found(asked, own + " lee")).isEmpty();
        assertThat(found(asked, own)).containsExactly(reference);
        change(it -> {
            it.triaged("Photos" + own, null, Decision.INVESTIGATE, null);
        });
        assertThat(found(asked, "photos" + own)).containsExactly(reference);
        assertThat(found(asked, "photos" + own + " megan" + own)).isEmpty();
        database.run("chscb", entities -> entities.persist(new ConflictAnswer(reference, asked.accountId(), null, "We are not related.", NOW)));
        assertThat(found(asked, "photos" + own + " megan" + own)).containsExactly(reference);
    }

    @Test
    void whatIsBehindAWallIsFoundByNoWord() {
        open("Something about Megan" + own, "Ann Lee");
        database.run("chscb", entities -> entities.persist(new CaseExclusion(reference, officer.accountId(), CaseExclusion.NAMESAKE, NOW)));
        assertThat(found("megan" + own)).isEmpty();
        assertThat(found(reference)).isEmpty();
    }

    @Test
    void anotherBoardFindsNothing() {
        open("Something about Megan" + own, "Ann Lee");
        assertThat(CurrentCaller.<List<CaseLine>>call(officer, () -> database.call("cwmtaf", entities -> search(entities, "megan" + own)))).isEmpty();
    }

    /** They stay behind when a board is moved. */
    @Test
    void itsWordsAreMadeAgainWhereTheyAreMissing() {
        open("Something about Megan" + own, "Ann Lee" + own);
        change(it -> triaged(it, "Photos", "John Smith" + own));
        database.run("chscb", entities -> entities.createQuery("delete from CaseWord w where w.investigation.id in (select i.id from Investigation i "
                + "where i.reference = :reference)").setParameter("reference", reference).executeUpdate());
        assertThat(found("megan" + own)).isEmpty();
        change(it -> it.foundAgain(new Concern(given("Something about Megan" + own, "Ann Lee" + own), reference, "hash", NOW)));
        for (String word : List.of("megan" + own, "lee" + own, "smith" + own, own + " photos", own)) {
            assertThat(found(word)).as(word).containsExactly(reference);
        }
    }

    @Test
    void whatFewHaveIsFoundAmongManyInTheOrderOfTheList() {
        database.run("chscb", entities -> {
            for (int i = 0; i < 30; i++) {
                entities.persist(new Investigation(reference + i, "A case", new Concern(given("About " + own + (i % 3 == 0 ? " violin" : ""), null),
                        reference + i, "hash", NOW.plusSeconds(i))));
            }
        });
        assertThat(found(own + " viol")).hasSize(10).startsWith(reference + 27, reference + 24).endsWith(reference + 0);
        assertThat(CurrentCaller.<Long>call(officer, () -> database.call("chscb", entities -> queries(entities).search(own, null, 0, 10).total()))).isEqualTo(30L);
        assertThat(CurrentCaller.<List<CaseLine>>call(officer, () -> database.call("chscb", entities -> queries(entities).search(own, null, 2, 10).items())))
                .extracting(CaseLine::reference).first().isEqualTo(reference + 9);
    }

    private static void triaged(Investigation it, String title, String subject) {
        it.triaged(title, null, Decision.INVESTIGATE, null);
        it.concerns(null, subject);
    }

    private void open(String what, String subject) {
        database.run("chscb", entities -> entities.persist(new Investigation(reference, Concerns.titleOf(given(what, subject)),
                new Concern(given(what, subject), reference, "hash", NOW))));
    }

    private static NewConcern given(String what, String subject) {
        return new NewConcern(what, null, null, null, null, subject, null, null, null, false, false, false, Language.EN);
    }

    private void change(Consumer<Investigation> change) {
        database.run("chscb", entities -> entities.createQuery("select i from Investigation i where i.reference = :reference", Investigation.class)
                .setParameter("reference", reference).getResultList().forEach(change));
    }

    private List<String> found(String text) {
        return found(officer, text);
    }

    private List<String> found(Caller caller, String text) {
        return CurrentCaller.<List<CaseLine>>call(caller, () -> database.call("chscb", entities -> search(entities, text))).stream()
                .map(CaseLine::reference).toList();
    }

    private static List<CaseLine> search(EntityManager entities, String text) {
        return queries(entities).search(text, null, 0, 50).items();
    }

    private static InvestigationQueries queries(EntityManager entities) {
        return TestDatabase.wire(new InvestigationQueries(), entities, new Audit() {
            @Override
            public void record(String act, String about, String subjectKind, Long subjectId, Map<String, ?> before, Map<String, ?> after) {
                // what is kept of a search is SearchedWordsTest's
            }
        });
    }

    private Caller caller(String name) {
        Long account = database.call("chscb", entities -> {
            Account made = new Account(name + System.nanoTime(), name, "somebody@example.org", "-", Language.EN, false);
            entities.persist(made);
            return made.id();
        });
        return new Caller(account, -7L, name, Set.of(Role.OFFICER), null, Language.EN).at("chscb");
    }
}
