package org.probity.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.probity.TestDatabase;
import org.probity.kernel.Language;
import org.probity.kernel.Refusal;
import org.probity.tenancy.Keys;
import org.probity.tenancy.TestKeys;

class ReplaysTest {

    private static final Instant NOW = Instant.parse("2026-05-11T09:00:00Z");
    private static final String CODE = "ABCD-EFGH-JKMN";

    private final TestDatabase database = TestDatabase.get();
    private final AtomicInteger acts = new AtomicInteger();
    private final String key = UUID.randomUUID().toString();
    private Keys keys;
    private Member member;
    private Caller officer;

    @TempDir
    private Path folder;

    @BeforeEach
    void somebody() {
        keys = TestKeys.in(folder);
        member = database.call("chscb", ReplaysTest::member);
        officer = member.caller(Language.EN);
    }

    @AfterEach
    void nothingIsRestricted() {
        database.run("chscb", entities -> entities.createQuery("delete from Restriction r where r.reference like 'CHSCB-2026-077_'").executeUpdate());
    }

    @Test
    void theSameOfTheSameIsDoneOnce() {
        assertThat(send(officer, "one")).isEqualTo(send(officer, "one"));
        assertThat(send(null, "one")).isEqualTo(send(null, "one"));
        assertThat(acts).hasValue(2);
    }

    @Test
    void anAccountThatSendsSomethingElseUnderItsKeyIsRefused() {
        send(officer, "one");
        assertThatThrownBy(() -> send(officer, "two")).isInstanceOfSatisfying(Refusal.class,
                refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.STATE));
        assertThat(acts).hasValue(1);
    }

    @Test
    void strangersWhoSendSomethingElseUnderTheSameKeyGetAnAnswerOfTheirOwn() {
        assertThat(send(null, "one")).isNotEqualTo(send(null, "two"));
        assertThat(send(null, "one").body()).contains(CODE + "1");
        assertThat(send(null, "two").body()).contains(CODE + "2");
        assertThat(acts).hasValue(2);
    }

    @Test
    void neitherAReceiptCodeNorAStrangersKeyStandsInTheDatabase() {
        send(null, "one");
        List<Replay> rows = database.call("chscb", entities -> entities.createQuery("select r from Replay r where r.key like 'nobody:%'", Replay.class).getResultList());
        assertThat(rows).isNotEmpty().allSatisfy(row -> {
            assertThat(row.key()).doesNotContain(key);
            assertThat(row.answer().toString()).doesNotContain("ABCD");
        });
    }

    @Test
    void whoHasLostSightOfAFileSinceIsToldNothingAgainAndNothingIsDoneTwice() {
        send(officer, "one");
        database.run("chscb", entities -> entities.persist(new Wall("CHSCB-2026-0777", officer.accountId(), "witness", NOW.plusSeconds(1))));
        assertThatThrownBy(() -> send(officer, "one")).isInstanceOfSatisfying(Refusal.class,
                refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.NOT_FOUND));
        assertThat(acts).hasValue(1);
    }

    @Test
    void whoStandsOnTheTeamOfAFileThatWasRestrictedSinceIsAnsweredAgain() {
        send(officer, "one");
        database.run("chscb", entities -> {
            entities.persist(new Restriction("CHSCB-2026-0778", "Delicate.", "A lead", NOW.plusSeconds(1)));
            entities.persist(new TeamPlace("CHSCB-2026-0778", member, "Knows it.", "A lead", NOW.plusSeconds(1)));
        });
        assertThat(send(officer, "one").body()).contains(CODE);
        database.run("chscb", entities -> entities.persist(new Restriction("CHSCB-2026-0779", "Delicate.", "A lead", NOW.plusSeconds(1))));
        assertThatThrownBy(() -> send(officer, "one")).isInstanceOf(Refusal.class);
    }

    @Test
    void anAnswerIsGivenAgainForADayAndThenForgotten() {
        send(officer, "one");
        forget(NOW.plus(Replays.LIFETIME));
        send(officer, "one");
        assertThat(acts).hasValue(1);
        assertThat(forget(NOW.plus(Replays.LIFETIME).plusSeconds(1))).isFalse();
        send(officer, "one");
        assertThat(acts).hasValue(2);
    }

    @Test
    void manyAnswersAreForgottenInBatches() {
        database.run("chscb", entities -> {
            for (int i = 0; i <= Replays.BATCH; i++) {
                entities.persist(new Replay(key + i, "-", Instant.EPOCH));
            }
        });
        Instant then = Instant.EPOCH.plus(Replays.LIFETIME).plusSeconds(1);
        assertThat(forget(then)).isTrue();
        assertThat(forget(then)).isFalse();
        List<Replay> left = database.call("chscb", entities -> entities.createQuery("select r from Replay r where r.since = :then",
                Replay.class).setParameter("then", Instant.EPOCH).getResultList());
        assertThat(left).isEmpty();
    }

    private boolean forget(Instant now) {
        return database.call("chscb", entities -> replays(entities, now).forget());
    }

    private Replays.Answer send(Caller caller, String body) {
        return CurrentCaller.call(caller == null ? Caller.reporter() : caller, () -> database.call("chscb", entities ->
                replays(entities, NOW).answerOnce(key, ApiToken.hash(body), () -> new Replays.Answer(201,
                        "{\"receipt\":\"" + CODE + acts.incrementAndGet() + "\"}", "/receipts/" + CODE))));
    }

    private Replays replays(EntityManager entities, Instant now) {
        Clock clock = Clock.fixed(now, ZoneOffset.UTC);
        return TestDatabase.wire(new Replays(), entities, clock, keys, TestDatabase.wire(new Walls(), entities, clock));
    }

    private static Member member(EntityManager entities) {
        Account account = new Account("mair-" + System.nanoTime(), "Mair Member", "mair@example.org", "-", Language.EN, false);
        entities.persist(account);
        Member member = new Member(account, Set.of(Role.OFFICER), null);
        entities.persist(member);
        return member;
    }
}
