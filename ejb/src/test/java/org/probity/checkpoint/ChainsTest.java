package org.probity.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.probity.Fired;
import org.probity.TestDatabase;
import org.probity.access.Caller;
import org.probity.access.CurrentCaller;
import org.probity.access.CurrentOrigin;
import org.probity.access.Origin;
import org.probity.access.Role;
import org.probity.audit.Audit;
import org.probity.audit.AuditEntry;
import org.probity.audit.AuditedAct;
import org.probity.audit.ChainAtOnce;
import org.probity.audit.Verdict;
import org.probity.audit.Verdict.Kind;
import org.probity.crypto.Keys;
import org.probity.crypto.TestKeys;
import org.probity.kernel.Language;

/** What is done to the stored rows behind Probity's back is found; what was stored gives back the bytes that were sealed. */
class ChainsTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-21T09:00:00.123456789Z"), ZoneOffset.UTC);
    private static final Caller OFFICER = new Caller(7L, 1L, "Olwen \"Ô\" Officer", Set.of(Role.OFFICER, Role.LEAD), null, Language.EN);

    private final TestDatabase database = TestDatabase.get();
    private final String board = "b" + System.nanoTime();
    private final Fired<CheckpointSigned> told = new Fired<>();

    @TempDir
    private Path folder;

    private Keys keys;
    private Instant now = CLOCK.instant();

    @BeforeEach
    void actTenTimes() {
        keys = TestKeys.in(folder.resolve("keys"));
        forgetKeys();
        database.run(board, entities -> entities.persist(new AuditKey(SignedKey.first(keys.checking(), keys.pair().getPrivate(), CLOCK.instant()), "-")));
        act(10);
    }

    private void forgetKeys() {
        database.run(board, entities -> entities.createQuery("delete from AuditKey k where k.ofBoard = '-'").executeUpdate());
    }

    private void act(int times) {
        CurrentCaller.run(OFFICER, () -> CurrentOrigin.run(Origin.page("2001:db8::1"), () -> database.run(board, entities -> {
            for (int i = 1; i <= times; i++) {
                audit(entities).record("case.act" + i, "X-2026-0001", "thing", (long) i, null, Map.of("text", "ŵ\n\"\t" + "x".repeat(i * 2_000)));
            }
        })));
    }

    @Test
    void anUntouchedChainIsWholeAndThatSomebodyLookedIsItsNextEntry() {
        Examination examination = examine();

        assertThat(examination.verdict()).isEqualTo(new Verdict(Kind.WHOLE, 0, 0, 10));
        assertThat(examine().verdict().entries()).isEqualTo(11);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "update audit_entry set actor_name = 'Somebody Else' where seq = 4|CHANGED|4",
        "update audit_entry set after_act = '{}' where seq = 4|CHANGED|4",
        "update audit_entry set at_time = at_time + interval '1' second where seq = 4|CHANGED|4",
        "update audit_entry set from_address = '127.0.0.1' where seq = 4|CHANGED|4",
        "delete from audit_entry where seq = 4|REMOVED|4",
        "delete from audit_entry where seq > 8|CUT|9",
        "update audit_chain set last_seq = 9, last_hash = (select e.hash from audit_entry e where e.board = audit_chain.board and e.seq = 9)|INSERTED|10",
        "update audit_entry set seq = -seq where seq in (4, 5); update audit_entry set seq = 9 + seq where seq < 0|MOVED|4",
        "insert into audit_entry select id - 1000000, board, version, at_time, account_id, actor_name, actor_roles, act, reference, "
                + "subject_kind, subject_id, before_act, after_act, from_address, channel, 0, previous, hash, salt, earlier_proof from audit_entry where seq = 4|INSERTED|1",
    })
    void whatIsDoneBehindItsBackIsFound(String sql, Kind kind, long place) {
        behind(sql.split("; "));

        assertThat(examine().verdict()).returns(kind, Verdict::kind).returns(place, Verdict::from);
    }

    @Test
    void aCheckpointLiesOutsideTheDatabaseAndTellsOfACutThatTheEndOfTheChainHides() throws IOException {
        asAuditor(Chains::checkpoint);
        SignedCheckpoint kept = SignedCheckpoint.parse(Files.readString(folder.resolve(board + ".jsonl")).strip());
        assertThat(kept.isSignedWith(keys.checking())).isTrue();
        assertThat(kept.seq()).isEqualTo(10);
        behind("update audit_chain set last_seq = 7, last_hash = (select e.hash from audit_entry e where e.board = audit_chain.board and e.seq = 7)",
                "delete from audit_entry where seq > 7", "delete from audit_checkpoint");

        assertThat(examine().verdict()).returns(Kind.CUT, Verdict::kind).returns(8L, Verdict::from).returns(10L, Verdict::to);
    }

    @Test
    void aCheckpointThatWasChangedIsFound() {
        asAuditor(Chains::checkpoint);
        behind("update audit_checkpoint set seq = 9");

        assertThat(examine()).returns(1L, Examination::forged).returns(false, Examination::whole);
    }

    /** Somebody took the key away, so that nothing would tell of what they cut off: a new one is not trusted by itself. */
    @Test
    void aCheckpointOfAKeyThatNobodyKnowsIsNotPassedOver() {
        asAuditor(Chains::checkpoint);
        forgetKeys();

        assertThat(examine()).returns(1L, Examination::unknown).returns(false, Examination::whole);
    }

    @Test
    void aLineInTheFileThatIsNoCheckpointIsNotPassedOver() throws IOException {
        asAuditor(Chains::checkpoint);
        Path file = folder.resolve(board + ".jsonl");
        Files.writeString(file, "half a li", StandardOpenOption.APPEND);
        assertThat(examine().whole()).isTrue();

        Files.writeString(file, "ne\n", StandardOpenOption.APPEND);
        assertThat(examine()).returns(1L, Examination::unknown).returns(false, Examination::whole);
    }

    @Test
    void whatAPowerCutLeftHalfWrittenIsTakenAwayBeforeTheNextCheckpoint() throws IOException {
        asAuditor(Chains::checkpoint);
        Path file = folder.resolve(board + ".jsonl");
        Files.writeString(file, "half a line", StandardOpenOption.APPEND);
        act(1);
        asAuditor(Chains::checkpoint);

        assertThat(Files.readAllLines(file)).hasSize(2).allMatch(SignedCheckpoint::isOne);
    }

    /** With the hash of an entry that is withheld nobody can try what it says: of two that say the same, the hashes differ by chance. */
    @Test
    void twoEntriesThatSayTheSameHaveNothingInCommon() {
        List<String> contents = database.call(board, entities -> Stream.of(1, 2).map(i -> new AuditEntry(CLOCK.instant(), OFFICER,
                Origin.page("::1"), new AuditedAct("gate.answered", null, null, null, null, null)).content()).toList());

        assertThat(contents.get(0)).isNotEqualTo(contents.get(1)).startsWith(",\"salt\":\"");
        assertThat(contents.get(0).substring(32)).isEqualTo(contents.get(1).substring(32));
    }

    private void behind(String... statements) {
        database.run(board, entities -> {
            for (String sql : statements) {
                String own = "board = '" + board + "'";
                entities.createNativeQuery(sql.contains(" where seq") ? sql.replace(" where seq", " where " + own + " and seq")
                        : sql + " where " + own).executeUpdate();
            }
        });
    }

    /** A server that knows a chain from before asks no more whether it has begun. */
    @Test
    void aChainThatWasTakenAwayBeginsAnewWithTheNextAct() {
        behind("delete from audit_entry", "delete from audit_chain");
        act(1);

        assertThat(examine().verdict()).isEqualTo(new Verdict(Kind.WHOLE, 0, 0, 1));
    }

    /** And told once to whoever witnesses checkpoints, as it lies in its file. */
    @Test
    void theCheckpointOfADayIsMadeOnce() throws IOException {
        signToday();
        signToday();
        List<String> kept = Files.readAllLines(folder.resolve(board + ".jsonl"));
        assertThat(kept).hasSize(1);
        assertThat(told.all()).extracting(signed -> signed.checkpoint().line()).isEqualTo(kept);
    }

    /** The day is not among what is signed: with such rows nothing would be signed any more, and nobody miss it. */
    @Test
    void aCopyForADayToComeIsFoundAndThatDayIsSigned() throws IOException {
        signToday();
        behind("insert into audit_checkpoint select id - 1000000, board, version, date '2026-11-22', seq, hash, at_time, key_id, signature, made_by "
                + "from audit_checkpoint");
        act(1);
        now = now.plus(Duration.ofDays(1));
        signToday();
        signToday();
        assertThat(Files.readAllLines(folder.resolve(board + ".jsonl"))).hasSize(2).last().returns(11L, line -> SignedCheckpoint.parse(line).seq());
        assertThat(examine()).returns(1L, Examination::forged).returns(false, Examination::whole);
    }

    /** What was begun before midnight may have been signed after it. */
    @Test
    void aDayOnWhichItWasNotSignedIsFound() {
        now = Instant.parse("2026-11-22T00:05:00Z");
        signToday();
        behind("update audit_checkpoint set for_day = date '2026-11-21'");
        assertThat(examine().whole()).isTrue();

        behind("update audit_checkpoint set for_day = date '2026-11-23'");
        assertThat(examine()).returns(1L, Examination::forged).returns(false, Examination::whole);
    }

    private void signToday() {
        asAuditor(chains -> {
            chains.checkpointOfToday();
            return null;
        });
    }

    /** Reading it signs nothing more: not another line in the file, nor another mail to the witness. */
    @Test
    void whoTakesTheChainAwayAgainAndAgainHasItSignedOnceInFiveMinutes() throws IOException {
        assertThat(asAuditor(Chains::recentCheckpoint)).isEqualTo(10);
        for (int i = 0; i < 5; i++) {
            now = now.plusSeconds(59);
            assertThat(asAuditor(Chains::recentCheckpoint)).isEqualTo(10);
        }
        act(1);
        now = now.plusSeconds(6);
        assertThat(asAuditor(Chains::recentCheckpoint)).isEqualTo(12);

        act(1);
        assertThat(asAuditor(Chains::checkpoint)).isEqualTo(14);
        assertThat(asAuditor(Chains::recentCheckpoint)).isEqualTo(14);
        assertSigned(3);
    }

    /** Each one is a row, a line, perhaps a mail, and read at every start. */
    @Test
    void whereNothingWasDoneButSigningNothingIsSigned() throws IOException {
        assertThat(asAuditor(Chains::checkpoint)).isEqualTo(10);
        now = now.plus(Duration.ofDays(1));
        assertThat(asAuditor(Chains::checkpoint)).isEqualTo(10);
        assertSigned(1);

        act(1);
        assertThat(asAuditor(Chains::checkpoint)).isEqualTo(12);
        assertSigned(2);
    }

    @Test
    void whoActsAndSignsWithoutEndHasItSignedTenTimesInTenMinutes() throws IOException {
        for (int i = 0; i < 30; i++) {
            act(1);
            asAuditor(Chains::checkpoint);
            now = now.plusSeconds(19);
        }
        assertThat(asAuditor(Chains::checkpoint)).isEqualTo(29);
        assertSigned(10);

        now = now.plusSeconds(31);
        assertThat(asAuditor(Chains::checkpoint)).isEqualTo(50);
        assertSigned(11);
    }

    /** A key that signs for the first time signs what the one before has signed. */
    @Test
    void anotherKeySignsWhatIsSigned() throws IOException {
        asAuditor(Chains::checkpoint);
        keys = TestCheckpoints.declare(TestKeys.in(folder.resolve("others")), CLOCK.instant().plusSeconds(1));
        assertThat(asAuditor(Chains::recentCheckpoint)).isEqualTo(11);
        assertSigned(2);
    }

    private void assertSigned(int times) throws IOException {
        assertThat(Files.readAllLines(folder.resolve(board + ".jsonl"))).hasSize(times);
        assertThat(told.all()).hasSize(times);
        List<Long> rows = database.call(board, entities -> entities.createQuery("select c.seq from Checkpoint c", Long.class).getResultList());
        assertThat(rows).hasSize(times);
    }

    private Examination examine() {
        return asAuditor(Chains::examine);
    }

    private <T> T asAuditor(Function<Chains, T> work) {
        return CurrentCaller.call(OFFICER, () -> database.call(board, entities -> work.apply(TestDatabase.wire(new Chains(), entities,
                Clock.fixed(now, ZoneOffset.UTC), keys, new CheckpointFiles(folder), audit(entities), history(entities), told))));
    }

    private KeyHistory history(EntityManager entities) {
        return TestDatabase.wire(new KeyHistory(), entities, CLOCK, keys, audit(entities));
    }

    private static Audit audit(EntityManager entities) {
        return TestDatabase.wire(new Audit(), CLOCK, new ChainAtOnce(entities));
    }
}
