package org.probity.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.probity.Fired;
import org.probity.TestDatabase;
import org.probity.access.Caller;
import org.probity.access.CaseExclusions;
import org.probity.access.CurrentCaller;
import org.probity.access.Role;
import org.probity.account.Account;
import org.probity.investigation.Concern;
import org.probity.investigation.Conflicts;
import org.probity.investigation.Investigation;
import org.probity.investigation.Investigations;
import org.probity.investigation.NewConcern;
import org.probity.investigation.Party;
import org.probity.kernel.Language;
import org.probity.kernel.Refusal;
import org.probity.member.Member;
import org.probity.member.Person;

/** Cases about the same thing are told of at each other, to whoever may know of both. */
class CaseLinksTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-21T09:00:00Z"), ZoneOffset.UTC);

    private final TestDatabase database = TestDatabase.get();
    private final String unique = String.valueOf(System.nanoTime() % 1_000_000_000);
    private final String first = "A-" + unique;
    private final String again = "B-" + unique;
    private final String third = "C-" + unique;
    private final Caller officer = officer("Olwen Officer");

    @BeforeEach
    void open() {
        List.of(first, again, third).forEach(this::open);
    }

    @Test
    void theLinkIsToldAtBothAndOnce() {
        assertThat(link(again, first)).isTrue();
        assertThat(link(again, " " + first + " ")).isTrue();
        assertThat(link(third, " ")).isFalse();
        assertThat(of(officer, again)).containsExactly(new CaseView.LinkLine(first, CaseView.Way.DUPLICATE_OF));
        assertThat(of(officer, first)).containsExactly(new CaseView.LinkLine(again, CaseView.Way.HAS_DUPLICATE));
        assertThat(of(officer, third)).isEmpty();
    }

    @Test
    void noCaseIsAboutTheSameThingAsItselfOrInACircle() {
        assertThat(refused(officer, first, first)).isEqualTo("detection.refused.sameCase");
        link(again, first);
        link(third, again);
        assertThat(refused(officer, first, again)).isEqualTo("detection.refused.circle");
        assertThat(refused(officer, first, third)).isEqualTo("detection.refused.circle");
    }

    /** Each of two officers calls the case of the other the earlier one: the second waits for the first, and then meets the circle. */
    @Test
    void twoWhoLinkThemEachTheOtherWayAtOnceMakeNoCircle() {
        ExecutorService pool = Executors.newSingleThreadExecutor();
        try {
            Future<Boolean> second = as(officer, links -> {
                links.hold(again, first);
                Future<Boolean> begun = pool.submit(() -> as(officer, others -> {
                    others.hold(first, again);
                    return others.duplicate(found(first), again);
                }));
                assertThatThrownBy(() -> begun.get(500, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
                assertThat(links.duplicate(found(again), first)).isTrue();
                return begun;
            });
            assertThatThrownBy(() -> second.get(60, TimeUnit.SECONDS)).cause().isInstanceOfSatisfying(Refusal.class,
                    refusal -> assertThat(refusal.problems().get(0).key()).isEqualTo("detection.refused.circle"));
        } finally {
            pool.shutdownNow();
        }
    }

    /** Nor does anybody wait for a case that is out of sight. */
    @Test
    void whoDoesNotSeeTheOtherHoldsItNot() {
        Caller walled = officer("Una Unseeing");
        CurrentCaller.run(Caller.system(), () -> database.run("chscb", entities -> TestDatabase.wire(new CaseExclusions(), entities, CLOCK,
                new Fired<>()).raise(first, walled.accountId(), "Named in it")));
        database.run("chscb", entities -> {
            entities.createQuery("select i from Investigation i where i.reference = :reference", Investigation.class).setParameter("reference", first)
                    .setLockMode(LockModeType.PESSIMISTIC_WRITE).getResultList();
            as(walled, links -> {
                links.hold(third, first);
                return null;
            });
        });
    }

    @Test
    void noCaseIsAboutTheSameThingAsOneOfAnEndlessRow() {
        for (int i = 1; i <= CaseLinks.LONGEST; i++) {
            String from = "D" + i + "-" + unique;
            open(from);
            link(from, i == 1 ? first : "D" + (i - 1) + "-" + unique);
        }
        assertThat(link(again, "D" + (CaseLinks.LONGEST - 1) + "-" + unique)).isTrue();
        assertThat(refused(officer, third, "D" + CaseLinks.LONGEST + "-" + unique)).isEqualTo("detection.refused.longChain");
    }

    @Test
    void whoDoesNotSeeOneOfThemReadsOfNoneAndCannotNameIt() {
        link(again, first);
        Caller walled = officer("Una Unseeing");
        CurrentCaller.run(Caller.system(), () -> database.run("chscb", entities -> TestDatabase.wire(new CaseExclusions(), entities, CLOCK,
                new Fired<>()).raise(first, walled.accountId(), "Named in it")));
        assertThat(of(walled, again)).isEmpty();
        assertThat(of(officer, again)).hasSize(1);
        assertThat(refused(walled, third, first)).isEqualTo(refused(walled, third, "Z-" + unique)).isEqualTo("detection.refused.unknownCase");
        assertThat(this.<Boolean>as(walled, links -> links.duplicate(found(first), again))).as("a circle through what they do not see").isTrue();
    }

    @Test
    void whoHasAConflictToAnswerIsToldThatFirstAndNothingElse() {
        link(again, first);
        String surname = "Qu" + unique.chars().mapToObj(digit -> String.valueOf((char) (digit - '0' + 'a'))).collect(Collectors.joining());
        database.run("chscb", entities -> {
            Person named = new Person("Nia " + surname, null, null, null, null, Language.EN);
            entities.persist(named);
            entities.persist(new Party(first, named.id(), Party.Kind.WITNESS, CLOCK.instant()));
        });
        Caller namesake = officer("Olwen " + surname);
        assertThat(of(namesake, again)).isEmpty();
        assertThat(refused(namesake, third, first)).isEqualTo("detection.refused.answerFirst");
    }

    private boolean link(String from, String to) {
        return as(officer, links -> links.duplicate(found(from), to));
    }

    private String refused(Caller caller, String from, String to) {
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> as(caller, links -> links.duplicate(found(from), to)));
        assertThat(refusal.problems()).singleElement().returns("duplicateOf", Refusal.Problem::field);
        return refusal.problems().get(0).key();
    }

    private List<CaseView.LinkLine> of(Caller caller, String reference) {
        return as(caller, links -> links.of(reference));
    }

    private Investigation found(String reference) {
        return database.call("chscb", entities -> TestDatabase.wire(new Investigations(), entities).byReference(reference));
    }

    private <T> T as(Caller caller, Function<CaseLinks, T> work) {
        return CurrentCaller.call(caller, () -> database.call("chscb", entities -> work.apply(wired(entities))));
    }

    private static CaseLinks wired(EntityManager entities) {
        Investigations cases = TestDatabase.wire(new Investigations(), entities, TestDatabase.wire(new CaseExclusions(), entities));
        return TestDatabase.wire(new CaseLinks(), entities, CLOCK, cases, TestDatabase.wire(new Conflicts(), entities, cases));
    }

    private Caller officer(String name) {
        return database.call("chscb", entities -> {
            Account account = new Account(name + System.nanoTime(), name, "officer" + System.nanoTime() + "@example.org", "-", Language.EN, false);
            entities.persist(account);
            Member member = new Member(account, Set.of(Role.OFFICER), null);
            entities.persist(member);
            return member.caller(Language.EN);
        });
    }

    private void open(String reference) {
        NewConcern given = new NewConcern("Something was posted", null, null, null, null, null, null, null, null, false, false, false, Language.EN);
        database.run("chscb", entities -> entities.persist(new Investigation(reference, "A case", new Concern(given, reference, "hash" + reference, CLOCK.instant()))));
    }
}
