package org.probity.migration;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.probity.audit.ChainEntry;
import org.probity.audit.Salt;
import org.probity.audit.Verdict;
import org.probity.audit.Verdict.Kind;
import org.probity.checkpoint.ChainAnchor;
import org.probity.checkpoint.ChainCheck;

/** What an older Probity kept in its audit is sealed, board by board, when the database is brought up to date. */
class SealedHistoryTest {

    private static final String BEFORE_CHAINS = "060";
    private static final int ENTRIES = 1_234;

    private final JdbcDataSource database = new JdbcDataSource();

    @Test
    void whatWasKeptBeforeThereWereChainsBecomesAChainOfEachBoard() throws SQLException {
        database.setURL("jdbc:h2:mem:history" + System.nanoTime() + ";DB_CLOSE_DELAY=-1");
        migrations().target(BEFORE_CHAINS).load().migrate();
        try (Connection connection = database.getConnection(); Statement statement = connection.createStatement()) {
            for (String board : List.of("chscb", "cwmtaf", "-")) {
                statement.execute("insert into audit_entry select (select coalesce(max(id), 0) from audit_entry) + x, '" + board
                        + "', 0, timestamp with time zone '2026-03-29 00:59:59.999999+00' + x * interval '1' minute, x, 'Ŵyn \"O\" \\', "
                        + "'OFFICER', 'case.act', null, 'thing', null, null, '{\"text\":\"line\nline\"}', null, '' from system_range(1, " + ENTRIES + ")");
            }
        }
        migrations().load().migrate();

        for (String board : List.of("chscb", "cwmtaf", "-")) {
            assertThat(check(board)).isEqualTo(new Verdict(Kind.WHOLE, 0, 0, ENTRIES));
        }
    }

    private FluentConfiguration migrations() {
        return Flyway.configure().dataSource(database).locations("classpath:db/migration").javaMigrations(new SealedHistory(), new SaltedHistory())
                .placeholders(Map.of("bytes", "blob", "stored", "", "bytewise", "")).outOfOrder(true);
    }

    private Verdict check(String board) throws SQLException {
        try (Connection connection = database.getConnection(); Statement statement = connection.createStatement()) {
            ResultSet head = statement.executeQuery("select last_seq, last_hash from audit_chain where board = '" + board + "'");
            assertThat(head.next()).isTrue();
            ChainAnchor end = new ChainAnchor(head.getLong(1), head.getString(2));
            List<ChainEntry> links = new ArrayList<>();
            ResultSet row = statement.executeQuery("select * from audit_entry where board = '" + board + "' order by seq");
            while (row.next()) {
                links.add(new ChainEntry(board, row.getLong("seq"), row.getString("previous"), stored(row), row.getString("hash")));
            }
            return new ChainCheck(board, List.of(end)).check(links.iterator());
        }
    }

    static String stored(ResultSet row) throws SQLException {
        return Salt.prefix(row.getString("salt"), row.getString("earlier_proof")) + SealedHistory.content(row);
    }
}
