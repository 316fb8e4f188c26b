package org.probity.exclusion;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.probity.Fired;
import org.probity.TestDatabase;
import org.probity.access.Caller;
import org.probity.access.CaseExclusion;
import org.probity.access.CaseExclusions;
import org.probity.access.CurrentCaller;
import org.probity.access.Role;
import org.probity.access.SightLost;
import org.probity.account.Account;
import org.probity.investigation.Concern;
import org.probity.investigation.Investigation;
import org.probity.investigation.NewConcern;
import org.probity.investigation.Note;
import org.probity.investigation.Party;
import org.probity.kernel.Language;
import org.probity.member.Member;
import org.probity.member.Namesakes;
import org.probity.member.Person;

/** Whom a name in a case hides it from, and what takes that back. */
class NameWallsTest {

    private static final Instant NOW = Instant.parse("2026-11-21T09:00:00Z");

    private final TestDatabase database = TestDatabase.get();
    private final String reference = "CWMTAF-N-" + System.nanoTime() % 1_000_000_000;
    /** Nobody else in the shared database is called like that. */
    private final String first = letters("Ev");
    private final String last = letters("Tr");

    private static String letters(String start) {
        StringBuilder name = new StringBuilder(start);
        for (long rest = System.nanoTime() % 10_000_000; rest > 0; rest /= 20) {
            name.append("aeioubcdfghlmnprstwz".charAt((int) (rest % 20)));
        }
        return name.toString();
    }

    @ParameterizedTest
    @CsvSource({"F L, Something, named", "DR.  F\u00a0L (safeguarding team), Something, named", "'L, F', Something, named",
        "F. Mary L, Something, near", "i. L, Something, near", "i L, Something, near", "Somebody, It was F L., near", "Somebody, See F.L/photos, near",
        "Somebody, It was F l who did it, near", "Somebody, 'It was L, i.', near", "Somebody, It was i.M. L, near", "Somebody, It was Mr iM L, near",
        "Somebody, It was F Other (nee L), near", "Somebody, 'F at the board, Ms L, did it', near", "Somebody, It was Ms L, ",
        "Somebody, Something, ", "F Other, Something, ", "Somebody, F and Mrs von L, ",
        "PC L, Something, near", "L PC, Something, near", "Officer L, Something, near", "'Mrs L, safeguarding team', Something, near",
        "Ms L at the board, Something, near", "F from the board, Something, near", "'F, surname unknown', Something, near", "'F, cyfenw anhysbys', Something, near",
        "'L, David', Something, ", "'L, David (PC)', Something, ", "Officer David L, Something, ", "F and David Other, Something, near"})
    void aConcernHidesItselfFromWhomItMeans(String name, String what, String reason) {
        Long account = member(first + " " + last);
        open(filled(name), filled(what));
        assertThat(reason(account)).isEqualTo(reason);
    }

    private String filled(String pattern) {
        return pattern.replaceAll("\\bi(M?)\\b", first.charAt(0) + "$1").replaceAll("\\bl\\b", last.substring(0, 1)).replaceAll("\\bF\\b", first).replaceAll("\\bL\\b", last);
    }

    @Test
    void whatSomebodyElseDecidedStaysUntilANewNameComesIn() {
        Long account = member(first + " " + last);
        open(first.charAt(0) + ". " + last, "Something");
        assertThat(reason(account)).isEqualTo(CaseExclusion.NEAR_NAME);
        after(1, (walls, entities) -> assertThat(walls(entities, 1).lift(reference, account, true, "Another person")).isTrue());
        after(2, (walls, entities) -> walls.raise(investigation(entities), concern(entities)));
        assertThat(reason(account)).isNull();
        after(3, (walls, entities) -> name(walls, entities, first + " Mary " + last, Party.Kind.SUBJECT, 3));
        assertThat(reason(account)).isEqualTo(CaseExclusion.NEAR_NAME);
    }

    @Test
    void anOfficerLiftsNoWallThatStandsOnTheNameItself() {
        Long account = member(first + " " + last);
        open(first + " " + last, "Something");
        after(1, (walls, entities) -> assertThat(walls(entities, 1).lift(reference, account, true, "No")).isFalse());
        assertThat(reason(account)).isEqualTo(CaseExclusion.NAMESAKE);
        after(1, (walls, entities) -> assertThat(walls(entities, 1).lift(reference, account, false, "A lead knows")).isTrue());
        after(2, (walls, entities) -> walls.raise(investigation(entities), concern(entities)));
        assertThat(reason(account)).isNull();
    }

    @ParameterizedTest
    @CsvSource({"F L, SUBJECT, subject", "F L, COMPANION, near", "F L, REPORTER, near", "'L, F. M.', WITNESS, near", "i. L, COMPLAINANT, near",
        "DS L, SUBJECT, near", "'F, from the school', WITNESS, near",
        "F Other, SUBJECT, "})
    void whoeverMayBeAPartyIsOutsideBeforeTheyAreAskedAnything(String name, Party.Kind kind, String reason) {
        Long account = member(first + " " + last);
        open("Somebody", "Something");
        after(0, (walls, entities) -> name(walls, entities, filled(name), kind, 0));
        assertThat(reason(account)).isEqualTo(reason);
    }

    @Test
    void aNearNameDoesNotSoftenAWall() {
        Long account = member(first + " " + last);
        open("Somebody", "Something");
        after(0, (walls, entities) -> name(walls, entities, first + " " + last, Party.Kind.SUBJECT, 0));
        after(1, (walls, entities) -> name(walls, entities, first.charAt(0) + " " + last, Party.Kind.WITNESS, 1));
        assertThat(reason(account)).isEqualTo("subject");
    }

    @ParameterizedTest
    @CsvSource({"Ms. L F, Something, named", "'L, F\u00ad (school)', Something, named", "i. L, Something, near", "Somebody, It was seen by F L, near",
        "Somebody, It was seen by F\u00ad \u200bL, near", "Somebody, Posted by @i.L.92, near", "Somebody, i. L did it, near", "Somebody, F l did it, near", "Sgt L, Something, near", "F Other, Something, "})
    void whoJoinsLaterDoesNotSeeTheCasesThatMeanThem(String name, String what, String reason) {
        open(filled(name), filled(what));
        Long account = member(first + " " + last);
        join(account);
        assertThat(reason(account)).isEqualTo(reason);
    }

    @ParameterizedTest
    @ValueSource(strings = {"@iL92", "instagram.com/iL92", "Li1"})
    void aHandleIsFoundBehindLinksAndTheHandlesOfOthers(String pattern) {
        String links = IntStream.range(0, 25).mapToObj(i -> "https://www.facebook.com/groups/" + i + "/posts/" + i).collect(Collectors.joining(" "));
        String thread = IntStream.range(0, 100).mapToObj(i -> " @other" + "abcdefghij".charAt(i % 10) + "klmnopqrst".charAt(i / 10)).collect(Collectors.joining());
        Long account = member(first + " " + last);
        open("Somebody", links + thread);
        assertThat(reason(account)).isNull();
        String handle = pattern.replace("iL", first.charAt(0) + last).replace("Li", last + first.charAt(0));
        database.run("cwmtaf", entities -> entities.persist(new Note(reference, links + thread + " " + handle, Note.Author.REPORTER, NOW)));
        after(1, (walls, entities) -> walls.check(investigation(entities)));
        assertThat(reason(account)).isEqualTo(CaseExclusion.NEAR_NAME);
        Long late = member(first + " " + last);
        join(late);
        assertThat(reason(late)).isEqualTo(CaseExclusion.NEAR_NAME);
    }

    @Test
    void whoIsNamedInANoteOfAReporterJoinsOutside() {
        open("Somebody", "Something");
        database.run("cwmtaf", entities -> entities.persist(new Note(reference, "It was " + first + "'s phone, " + first + " " + last, Note.Author.REPORTER, NOW)));
        Long account = member(first + " " + last);
        join(account);
        assertThat(reason(account)).isEqualTo(CaseExclusion.NEAR_NAME);
    }

    @Test
    void whoWasNamedByTheReporterJoinsOutsideThoughTriageNamedSomebodyElse() {
        open(first + " " + last, "Something");
        database.run("cwmtaf", entities -> {
            Person other = new Person("Somebody Else", null, null, null, null, Language.EN);
            entities.persist(other);
            investigation(entities).concerns(other.id(), other.name());
        });
        Long account = member(first + " " + last);
        join(account);
        assertThat(reason(account)).isEqualTo(CaseExclusion.NAMESAKE);
    }

    @Test
    void whoIsGivenARoleIsOutsideWhatNamesThem() {
        open("Somebody", "It was seen by " + first.toUpperCase(Locale.ROOT) + " " + last);
        Long account = member(first + " " + last);
        bench(NameWallsTest::walls).gain(account, Role.OFFICER);
        assertThat(reason(account)).isEqualTo(CaseExclusion.NEAR_NAME);
    }

    /** Whoever holds the case names the newcomer meanwhile: neither waits for what the other has written. */
    @Test
    void aCaseIsHeldBeforeItIsHidden() throws Exception {
        open(first + " " + last, "Something");
        Long account = member(first + " " + last);
        CompletableFuture<Void> other = new CompletableFuture<>();
        database.run("cwmtaf", entities -> {
            entities.find(Investigation.class, investigation(entities).id(), LockModeType.PESSIMISTIC_WRITE);
            new Thread(() -> other.complete(joined(account))).start();
            while (!other.isDone() && !isSomebodyWaiting(entities)) {
                Thread.onSpinWait();
            }
            walls(entities, 0).raise(reference, account, "subject");
            entities.flush();
        });
        other.get(30, TimeUnit.SECONDS);
        assertThat(reason(account)).isEqualTo("subject");
    }

    /** As on the server, where a case is held by whoever hears of a wall. */
    private Void joined(Long account) {
        bench(entities -> TestDatabase.wire(new CaseExclusions(), entities, Clock.fixed(NOW, ZoneOffset.UTC), new Fired<SightLost>(lost ->
                entities.find(Investigation.class, investigation(entities).id(), LockModeType.PESSIMISTIC_WRITE)))).join(account);
        return null;
    }

    private static boolean isSomebodyWaiting(EntityManager entities) {
        return ((Number) entities.createNativeQuery("select count(*) from information_schema.sessions where blocker_id = session_id()")
                .getSingleResult()).intValue() > 0;
    }

    @Test
    void aCaseOfAnEarlierReleaseGetsItsWalls() {
        Long account = member(first + " " + last);
        database.run("cwmtaf", entities -> keep(entities, "Mx " + first + "\u2003" + last, "Something"));
        after(1, (walls, entities) -> {
            Long older = investigation(entities).id();
            assertThat(walls.nextOlder(older - 1)).contains(older);
            walls.checkOlder(older);
            assertThat(walls.nextOlder(older - 1)).isNotEqualTo(Optional.of(older));
        });
        assertThat(reason(account)).isEqualTo(CaseExclusion.NAMESAKE);
    }

    @Test
    void whoIsNamedInWhatAReporterAddsIsOutsideFromThenOn() {
        Long account = member(first + " " + last);
        open("Somebody", "Something");
        after(1, (walls, entities) -> walls.raise(reference, Said.of(NOW, "It was " + last + " " + first)));
        assertThat(reason(account)).isEqualTo(CaseExclusion.NEAR_NAME);
    }

    private void open(String name, String what) {
        database.run("cwmtaf", entities -> {
            keep(entities, name, what);
            nameWalls(entities, 0).raise(investigation(entities), concern(entities));
        });
    }

    private void keep(EntityManager entities, String name, String what) {
        Concern concern = new Concern(new NewConcern(what, null, null, null, null, name, null, "A reporter", null, false, false, false,
                Language.EN), reference, "hash" + reference, NOW);
        entities.persist(concern);
        entities.persist(new Investigation(reference, "A case", concern));
    }

    private void name(NameWalls walls, EntityManager entities, String name, Party.Kind kind, int hours) {
        Person person = new Person(name, null, null, null, null, Language.EN);
        entities.persist(person);
        Party party = new Party(reference, person.id(), kind, NOW.plus(Duration.ofHours(hours)));
        entities.persist(party);
        walls.raise(party, person);
    }

    private void after(int hours, BiConsumer<NameWalls, EntityManager> work) {
        CurrentCaller.run(Caller.system(), () -> database.run("cwmtaf", entities -> work.accept(nameWalls(entities, hours), entities)));
    }

    private static NameWalls nameWalls(EntityManager entities, int hours) {
        return TestDatabase.wire(new NameWalls(), entities, TestDatabase.wire(new Namesakes(), entities), walls(entities, hours), TestDatabase.wire(new SaidInCases(), entities));
    }

    private static CaseExclusions walls(EntityManager entities, int hours) {
        return TestDatabase.wire(new CaseExclusions(), entities, new Fired<SightLost>(), Clock.fixed(NOW.plus(Duration.ofHours(hours)), ZoneOffset.UTC));
    }

    private static void join(Long account) {
        bench(NameWallsTest::walls).join(account);
    }

    private static NewcomerBench bench(Function<EntityManager, CaseExclusions> walls) {
        return new NewcomerBench("cwmtaf", Clock.fixed(NOW, ZoneOffset.UTC), walls);
    }

    private static CaseExclusions walls(EntityManager entities) {
        return walls(entities, 0);
    }

    private Investigation investigation(EntityManager entities) {
        return entities.createQuery("select i from Investigation i where i.reference = :reference", Investigation.class)
                .setParameter("reference", reference).getSingleResult();
    }

    private Concern concern(EntityManager entities) {
        return entities.createQuery("select c from Concern c where c.reference = :reference", Concern.class)
                .setParameter("reference", reference).getSingleResult();
    }

    private String reason(Long account) {
        return database.call("cwmtaf", entities -> entities.createQuery("select w.reason from CaseExclusion w where w.reference = :reference "
                + "and w.accountId = :account", String.class).setParameter("reference", reference).setParameter("account", account)
                .getResultList().stream().findFirst().orElse(null));
    }

    private Long member(String name) {
        return database.call("cwmtaf", entities -> {
            Account account = new Account(name + "@x" + System.nanoTime(), name, "nobody@example.org", "-", Language.EN, false);
            entities.persist(account);
            entities.persist(new Member(account, Set.of(Role.OFFICER), null));
            return account.id();
        });
    }
}
