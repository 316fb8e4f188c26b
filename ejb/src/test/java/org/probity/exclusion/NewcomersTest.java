package org.probity.exclusion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.probity.Fired;
import org.probity.TestDatabase;
import org.probity.access.CaseExclusions;
import org.probity.access.Role;
import org.probity.access.SightLost;
import org.probity.account.Account;
import org.probity.investigation.Concern;
import org.probity.investigation.Investigation;
import org.probity.investigation.NewConcern;
import org.probity.investigation.Note;
import org.probity.kernel.Language;
import org.probity.kernel.TryAgainLater;
import org.probity.member.Member;

/** However much strangers write, somebody joins: what names them is hidden before, and no transaction compares all of it. */
class NewcomersTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-21T09:00:00Z"), ZoneOffset.UTC);

    /** More than a request waits for. */
    private static final int TEXTS = 520;

    private final TestDatabase database = TestDatabase.get();
    private final String unique = String.valueOf(System.nanoTime() % 1_000_000_000);
    private final String reference = "CWMTAF-C-" + unique;
    private final String name = "Quorvin Zastrelka" + unique.chars().mapToObj(digit -> String.valueOf("aeioubcdfg".charAt(digit - '0'))).reduce("", String::concat);
    private final NewcomerBench bench = new NewcomerBench("cwmtaf", CLOCK, entities -> TestDatabase.wire(new CaseExclusions(), entities, new Fired<SightLost>(), CLOCK));
    private Long account;

    @BeforeEach
    void aCaseWithMuchInIt() {
        database.run("cwmtaf", entities -> {
            Concern concern = concern("Somebody", reference);
            entities.persist(concern);
            entities.persist(new Investigation(reference, "A case", concern));
            IntStream.range(1, TEXTS).forEach(n -> note(entities, "Note " + n));
            note(entities, "It was " + name);
            Account made = new Account(name + "@x", name, "nobody@example.org", "-", Language.EN, false);
            entities.persist(made);
            entities.persist(new Member(made, Set.of(Role.OFFICER), null));
            account = made.id();
        });
    }

    @Test
    void whoJoinsWaitsForWhatWasWrittenAndNoTransactionComparesAllOfIt() {
        assertThatThrownBy(() -> bench.lookAhead(account)).isInstanceOf(TryAgainLater.class);
        assertThatThrownBy(() -> bench.joinAtOnce(account)).isInstanceOf(TryAgainLater.class);
        assertThat(isOutside(reference)).isFalse();
        bench.round();
        bench.lookAhead(account);
        bench.joinAtOnce(account);
        assertThat(isOutside(reference)).isTrue();
        assertThat(bench.read.stream().mapToInt(Integer::intValue).sum()).isGreaterThan(TEXTS);
        assertThat(bench.read).allSatisfy(texts -> assertThat(texts).isLessThanOrEqualTo(LookPieces.PIECE));
    }

    /** Some hundred texts of one case, and everybody whom they mean, are more than the transaction itself looks for. */
    @Test
    void whoIsNamedMoreOftenThanThereIsTimeForIsOutsideAtOnceAllTheSame() {
        database.run("cwmtaf", entities -> IntStream.range(0, LookPieces.PIECE).forEach(n -> note(entities, "Again it was " + name)));
        bench.join(account);
        assertThat(isOutside(reference)).isTrue();
        bench.round();
        assertThat(bench.read).allSatisfy(texts -> assertThat(texts).isLessThanOrEqualTo(LookPieces.PIECE));
    }

    /** Nor is anything compared twice. */
    @Test
    void whoJoinsIsComparedOnlyWithWhatHasComeInSince() {
        bench.join(account);
        bench.read.clear();
        database.run("cwmtaf", entities -> note(entities, "One more"));
        bench.round();
        assertThat(bench.read).containsOnly(0, 1).contains(1);
    }

    /** What was on its way was seen by neither side: by a name that was not there yet, or as a text that was not. */
    @Test
    void aConcernThatComesInWhileSomebodyJoinsHidesItselfFromThem() {
        String late = reference + "-L";
        database.run("cwmtaf", entities -> {
            Concern concern = concern(name, late);
            Investigation investigation = new Investigation(late, "A case", concern);
            entities.persist(concern);
            entities.persist(investigation);
            entities.flush();
            bench.join(account);
        });
        assertThat(isOutside(late)).isFalse();
        bench.round();
        assertThat(isOutside(late)).isTrue();
    }

    private static Concern concern(String subject, String reference) {
        return new Concern(new NewConcern("Something", null, null, null, null, subject, null, "A reporter", null, false, false, false,
                Language.EN), reference, "hash" + reference, CLOCK.instant());
    }

    private void note(EntityManager entities, String words) {
        entities.persist(new Note(reference, words, Note.Author.REPORTER, CLOCK.instant()));
    }

    private boolean isOutside(String from) {
        return database.call("cwmtaf", entities -> !entities.createQuery("select w.id from CaseExclusion w where w.reference = :reference and w.accountId = :account", Long.class)
                .setParameter("reference", from).setParameter("account", account).getResultList().isEmpty());
    }
}
