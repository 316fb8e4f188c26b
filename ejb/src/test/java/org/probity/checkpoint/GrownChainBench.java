package org.probity.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.probity.Fired;
import org.probity.TestDatabase;
import org.probity.access.Caller;
import org.probity.access.CurrentCaller;
import org.probity.audit.Audit;
import org.probity.audit.AuditEntry;
import org.probity.audit.ChainAtOnce;
import org.probity.audit.ChainEntry;
import org.probity.audit.Verdict;
import org.probity.crypto.Keys;
import org.probity.crypto.TestKeys;

/** A stored chain whose fifth entry was signed one day, and whose tenth on the next; somebody with every right on the database changes it. */
public abstract class GrownChainBench {

    public static final Instant START = Instant.parse("2026-11-21T09:00:00Z");

    public final TestDatabase database = TestDatabase.get();
    public final String board = "g" + System.nanoTime();
    private final Fired<CheckpointSigned> told = new Fired<>();
    public final List<Verdict> kept = new ArrayList<>();
    public Instant now = START;

    @TempDir
    public Path folder;

    public Keys keys;

    @BeforeEach
    protected void signTwice() throws IOException {
        keys = TestKeys.in(folder.resolve("keys"));
        forgetKeys();
        database.run(board, entities -> entities.persist(new AuditKey(SignedKey.first(keys.checking(), keys.pair().getPrivate(), START), "-")));
        for (int day = 0; day < 2; day++) {
            act(5);
            sign(Chains::checkpointOfToday);
            now = now.plus(Duration.ofDays(1));
        }
        assertSigned(5, 10);
    }

    @AfterEach
    protected void forgetKeys() {
        database.run(board, entities -> entities.createQuery("delete from AuditKey k where k.ofBoard = '-'").executeUpdate());
    }

    protected void sign(Consumer<Chains> signing) {
        asSystem(chains -> {
            signing.accept(chains);
            return null;
        });
    }

    protected <T> T asSystem(Function<Chains, T> work) {
        return CurrentCaller.call(Caller.system(), () -> database.call(board, entities -> work.apply(chains(entities))));
    }

    private Chains chains(EntityManager entities) {
        Audit audit = new Audit() {
            @Override
            public void examined(Verdict verdict) {
                kept.add(verdict);
            }

            @Override
            public void record(String act, String reference, String kind, Long id, Map<String, ?> before, Map<String, ?> after) {
                // what is signed is not to grow by itself
            }
        };
        return TestDatabase.wire(new Chains(), entities, clock(), keys, new CheckpointFiles(folder), audit,
                TestDatabase.wire(new KeyHistory(), entities, clock(), keys), told);
    }

    private Clock clock() {
        return Clock.fixed(now, ZoneOffset.UTC);
    }

    protected void act(int times) {
        CurrentCaller.run(Caller.system(), () -> database.run(board, entities -> {
            for (int i = 0; i < times; i++) {
                TestDatabase.wire(new Audit(), clock(), new ChainAtOnce(entities))
                        .record("case.act", null, "thing", null, null, Map.of("said", "so"));
            }
        }));
    }

    /** Changes an entry, and works out the hashes anew from there to another. */
    protected void reseal(int from, int to) {
        database.run(board, entities -> {
            for (AuditEntry entry : entries(entities).subList(from - 1, to)) {
                ChainEntry written = entry.link();
                write(entities, ChainEntry.after(board, written.seq(), hash(entities, written.seq() - 1),
                        written.seq() == from ? written.content().replace("so", "otherwise") : written.content()));
            }
            behind(entities, "update audit_entry set after_act = replace(after_act, 'so', 'otherwise') where seq = " + from);
        });
    }

    protected static List<AuditEntry> entries(EntityManager entities) {
        return entities.createQuery("select a from AuditEntry a order by a.seq", AuditEntry.class).getResultList();
    }

    protected static String hash(EntityManager entities, long seq) {
        return entities.createQuery("select a.hash from AuditEntry a where a.seq = :seq", String.class).setParameter("seq", seq).getSingleResult();
    }

    protected void write(EntityManager entities, ChainEntry link) {
        behind(entities, "update audit_entry set previous = '" + link.previous() + "', hash = '" + link.hash() + "' where seq = " + link.seq());
    }

    /** Has the chain end there. */
    protected void end(int place) {
        behind("update audit_chain set last_seq = " + place + ", last_hash = (select e.hash from audit_entry e where e.board = audit_chain.board "
                + "and e.seq = " + place + ")");
    }

    protected void behind(String... statements) {
        database.run(board, entities -> Stream.of(statements).forEach(sql -> behind(entities, sql)));
    }

    protected void behind(EntityManager entities, String sql) {
        String own = " where board = '" + board + "'";
        entities.createNativeQuery(sql.contains(" where seq") ? sql.replace(" where seq", own + " and seq") : sql + own).executeUpdate();
    }

    protected void assertSigned(long... places) throws IOException {
        assertThat(Files.readAllLines(folder.resolve(board + ".jsonl"))).extracting(line -> SignedCheckpoint.parse(line).seq())
                .containsExactly(LongStream.of(places).boxed().toArray(Long[]::new));
    }
}
