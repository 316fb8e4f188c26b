package org.probity.migration;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.probity.audit.AuditEntry;
import org.probity.audit.ChainEntry;
import org.probity.audit.Salt;
import org.probity.audit.Verdict;
import org.probity.audit.Verdict.Kind;
import org.probity.checkpoint.ChainAnchor;
import org.probity.checkpoint.ChainCheck;

/** A chain from before there were salts is covered without making good what was done to it, and its old checkpoints still hold. */
class SaltedHistoryTest {

    private static final String BEFORE_SALTS = "101";
    private static final String BOARD = "chscb";
    private static final Instant AT = Instant.parse("2026-03-29T00:59:59.999999Z");
    private static final int ENTRIES = 1_203;

    private final JdbcDataSource database = new JdbcDataSource();
    private List<ChainEntry> before;

    @BeforeEach
    void keepAChainWithoutSalts() throws SQLException {
        database.setURL("jdbc:h2:mem:salted" + System.nanoTime() + ";DB_CLOSE_DELAY=-1");
        migrations().target(BEFORE_SALTS).load().migrate();
        before = chain();
        try (Connection connection = database.getConnection(); PreparedStatement insert = connection.prepareStatement(
                "insert into audit_entry (id, board, version, at_time, actor_name, actor_roles, act, reference, channel, after_act, seq, "
                        + "previous, hash) values (?, ?, 0, ?, 'Olwen', 'OFFICER', 'gate.answered', 'CHSCB-2026-0001', 'page', ?, ?, ?, ?)")) {
            for (ChainEntry link : before) {
                insert.setLong(1, link.seq());
                insert.setString(2, BOARD);
                insert.setObject(3, AT.plusSeconds(link.seq()));
                insert.setString(4, after(link.seq()));
                insert.setLong(5, link.seq());
                insert.setString(6, link.previous());
                insert.setString(7, link.hash());
                insert.addBatch();
            }
            insert.executeBatch();
        }
        run("insert into audit_chain (id, board, version, last_seq, last_hash) values (1, '" + BOARD + "', 0, " + ENTRIES + ", '"
                + before.get(ENTRIES - 1).hash() + "')");
    }

    @Test
    void aChainIsWholeAfterwardsAndItsOldCheckpointsStillHold() throws SQLException {
        migrations().load().migrate();

        assertThat(check(mark(ENTRIES), mark(700), mark(1))).isEqualTo(new Verdict(Kind.WHOLE, 0, 0, ENTRIES));
    }

    /** Tried as somebody would who is told everything but one entry, of which they know all but one word. */
    @Test
    void whatAWithheldEntrySaysCannotBeTried() throws SQLException {
        migrations().load().migrate();

        List<ChainEntry> told = links();
        ChainEntry guessed = told.get(6).withheld();
        ChainEntry wrong = new ChainEntry(BOARD, 7, guessed.previous(), before.get(6).content(), before.get(6).hash());
        String tried = ChainEntry.after(BOARD, 7, before.get(5).hash(), wrong.content()).hash();
        assertThat(tried).isEqualTo(before.get(6).hash());
        assertThat(told.stream().filter(link -> link.seq() != 7).map(ChainEntry::line)).noneMatch(line -> line.contains(tried));
        assertThat(guessed.line()).doesNotContain(tried, Salt.proof("", tried));
        assertThat(told.get(7).content()).doesNotContain(Salt.proof("", told.get(7).earlierHash(tried)));
        assertThat(told.stream().map(link -> link.content().substring(0, 30)).distinct()).hasSize(ENTRIES);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "update audit_entry set after_act = '{}' where seq = 4|CHANGED|4",
        "update audit_entry set hash = previous where seq = 4|CHANGED|4",
        "update audit_entry set hash = 'forged' where seq = 1203|CHANGED|1203",
        "delete from audit_entry where seq = 4|REMOVED|4",
        "delete from audit_entry where seq > 1200|CUT|1201",
    })
    void whatWasDoneBeforeIsFoundAfterwards(String sql, Kind kind, long place) throws SQLException {
        run(sql);
        migrations().load().migrate();

        assertThat(check(mark(ENTRIES))).returns(kind, Verdict::kind).returns(place, Verdict::from);
    }

    @Test
    void aChainThatWasSealedAnewBeforehandDoesNotFitItsOldCheckpoint() throws SQLException {
        ChainAnchor signed = new ChainAnchor(700, before.get(700 - 2).hash());
        migrations().load().migrate();

        assertThat(check(signed)).returns(Kind.RESEALED, Verdict::kind).returns(700L, Verdict::to);
    }

    @Test
    void anOldCheckpointOfAnEntryThatIsWithheldProvesNothing() throws SQLException {
        migrations().load().migrate();
        List<ChainEntry> told = new ArrayList<>(links());
        told.set(699, told.get(699).withheld());

        assertThat(new ChainCheck(BOARD, List.of(mark(699), mark(700))).check(told.iterator())).returns(Kind.UNPROVEN, Verdict::kind).returns(700L, Verdict::from);
        assertThat(new ChainCheck(BOARD, List.of(mark(699), mark(701))).check(told.iterator())).returns(Kind.UNPROVEN, Verdict::kind).returns(701L, Verdict::from);
        assertThat(new ChainCheck(BOARD, List.of(mark(699))).check(told.iterator()).whole()).isTrue();
    }

    private static List<ChainEntry> chain() {
        List<ChainEntry> chain = new ArrayList<>();
        String last = "";
        for (long seq = 1; seq <= ENTRIES; seq++) {
            ChainEntry link = ChainEntry.after(BOARD, seq, last, AuditEntry.content(AT.plusSeconds(seq), null, "Olwen", "OFFICER", "gate.answered",
                    "CHSCB-2026-0001", null, null, null, "page", null, after(seq)));
            chain.add(link);
            last = link.hash();
        }
        return chain;
    }

    private static String after(long seq) {
        return "{\"danger\":" + (seq % 2 == 0) + "}";
    }

    private ChainAnchor mark(int seq) {
        return new ChainAnchor(seq, before.get(seq - 1).hash());
    }

    private void run(String sql) throws SQLException {
        try (Connection connection = database.getConnection(); Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private FluentConfiguration migrations() {
        return Flyway.configure().dataSource(database).locations("classpath:db/migration")
                .javaMigrations(new SealedHistory(), new SaltedHistory()).placeholders(Map.of("bytes", "blob", "stored", "", "bytewise", "")).outOfOrder(true);
    }

    private List<ChainEntry> links() throws SQLException {
        List<ChainEntry> links = new ArrayList<>();
        try (Connection connection = database.getConnection(); Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select * from audit_entry order by seq")) {
            while (row.next()) {
                links.add(new ChainEntry(BOARD, row.getLong("seq"), row.getString("previous"), SealedHistoryTest.stored(row), row.getString("hash")));
            }
        }
        return links;
    }

    private Verdict check(ChainAnchor... marks) throws SQLException {
        return new ChainCheck(BOARD, List.of(marks)).check(links().iterator());
    }
}
