package org.probity.workflows.engine;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.apache.ibatis.datasource.pooled.PooledDataSource;
import org.camunda.bpm.engine.impl.ProcessEngineImpl;
import org.camunda.bpm.engine.impl.cmd.AcquireJobsCmd;
import org.junit.jupiter.api.Test;
import org.probity.workflows.bench.Bench;
import org.probity.workflows.bench.Walk;

/**
 * Measures what the engine's tables cost on PostgreSQL where many cases are open, and which of them are read whole, by the
 * database's own statistics: with the engine's own indexes alone, and with ours. It asserts nothing and is no part of
 * {@code verify}; it is run by name:
 *
 * <pre>./mvnw test -pl workflows -am -Dtest=EngineLoad -Dsurefire.failIfNoSpecifiedTests=false -Dcases=100000</pre>
 */
class EngineLoad {

    private static final String BOARD = "chscb";
    private static final int WARM_UP = 10;
    private static final int TURNS = Integer.getInteger("turns", 20);

    /** How far the cases have come that are copied: so many share the number of all. */
    private static final List<Consumer<Walk>> STANDING = List.of(
            Walk::start,
            walk -> walk.start().detected("INVESTIGATE"),
            walk -> walk.start().detected("INVESTIGATE").request("removalRequested", walk.id(1)),
            walk -> walk.start().detected("INVESTIGATE").request("cooperationRequested", Map.of("requestId", walk.id(2), "kind", "MEETING",
                    "needsAuthority", false)),
            walk -> referred(walk.start().detected("INVESTIGATE")));

    private static Walk referred(Walk walk) {
        return walk.answer("recordFindings").answer("reviewFindings", Map.of("review", "AGREED", "refer", true, "referralId", walk.id(9)))
                .answer("composePack").answer("approveReferral", Map.of("approval", "APPROVED"));
    }

    @Test
    void whatAnOpenedCaseCosts() throws IOException, SQLException, InterruptedException {
        int cases = Integer.getInteger("cases", 100_000);
        try (EmbeddedPostgres postgres = EmbeddedPostgres.builder().setServerConfig("shared_preload_libraries", "pg_stat_statements")
                .setServerConfig("pg_stat_statements.max", "10000").start();
                Connection owner = postgres.getPostgresDatabase().getConnection()) {
            execute(owner, "create extension pg_stat_statements");
            EngineTables.makeWhereMissing(owner);
            PooledDataSource database = new PooledDataSource("org.postgresql.Driver", postgres.getJdbcUrl("postgres", "postgres"), "postgres", "postgres");
            Bench bench = Bench.on(database);
            for (Consumer<Walk> standing : STANDING) {
                standing.accept(bench.another(BOARD));
            }
            copy(owner, cases / STANDING.size());
            List<List<String>> ours = rows(owner, "select indexname, indexdef from pg_indexes where indexname like 'probity%'");
            for (List<String> index : ours) {
                execute(owner, "drop index " + index.get(0));
            }
            measure(bench, database, owner, "with the engine's own indexes");
            for (List<String> index : ours) {
                execute(owner, index.get(1));
            }
            measure(bench, database, owner, "with ours");
        }
    }

    /** Each row that has come into being so often, its own ids and those of the rows beside it made other ones. */
    private static void copy(Connection owner, int times) throws SQLException {
        List<String> tables = new ArrayList<>();
        Set<String> ids = new TreeSet<>();
        for (List<String> table : rows(owner, "select table_name, table_name from information_schema.columns where column_name = 'id_' "
                + "and (table_name like 'act_ru%' or table_name like 'act_hi%' or table_name = 'act_ge_bytearray')")) {
            boolean deployed = table.get(0).equals("act_ru_jobdef");
            List<List<String>> found = deployed ? List.of() : rows(owner, "select id_ from " + of(table.get(0)));
            if (!found.isEmpty()) {
                tables.add(table.get(0));
                found.forEach(row -> ids.add(row.get(0)));
            }
        }
        rows(owner, "select distinct business_key_ from act_ru_execution where business_key_ is not null").forEach(row -> ids.add(row.get(0)));
        execute(owner, "set session_replication_role = replica");
        execute(owner, "create temporary table own (id text primary key)");
        execute(owner, "insert into own values ('" + String.join("'), ('", ids) + "')");
        for (String table : tables) {
            List<String> marked = new ArrayList<>();
            List<String> numbered = new ArrayList<>();
            for (List<String> column : rows(owner, "select column_name, data_type from information_schema.columns where table_name = '" + table
                    + "' order by ordinal_position")) {
                String name = column.get(0);
                boolean text = column.get(1).equals("character varying");
                marked.add(text ? "case when " + name + " in (select id from own) then right(" + name + ", 50) || '-§' else " + name + " end " + name : name);
                numbered.add(text ? "replace(" + name + ", '§', n::text)" : name);
            }
            execute(owner, "create temporary table marked as select " + String.join(", ", marked) + " from " + of(table) + " of_cases");
            execute(owner, "insert into " + table + " select " + String.join(", ", numbered) + " from marked, generate_series(1, " + times + ") n");
            execute(owner, "drop table marked");
        }
        execute(owner, "set session_replication_role = origin");
        execute(owner, "vacuum analyze");
        for (String table : tables) {
            say("%s: %s rows", table, rows(owner, "select count(*) from " + table).get(0).get(0));
        }
    }

    private static String of(String table) {
        return table.equals("act_ge_bytearray") ? "(select * from act_ge_bytearray where deployment_id_ is null)" : table;
    }

    private static void measure(Bench bench, PooledDataSource database, Connection owner, String how) throws SQLException, InterruptedException {
        turns(bench, WARM_UP);
        settle(database);
        execute(owner, "select pg_stat_reset(), pg_stat_statements_reset()");
        turns(bench, TURNS);
        settle(database);
        say("%n%s, for each case that is opened and moved on to a request, and a look for due timers:", how);
        tell(owner, TURNS);
        execute(owner, "select pg_stat_reset(), pg_stat_statements_reset()");
        Walk walk = bench.another(BOARD).start();
        walk.pause().resume(Duration.ofDays(1)).runs();
        settle(database);
        say("%n%s, for a case that is opened, paused and resumed, and its picture:", how);
        tell(owner, 1);
    }

    private static void tell(Connection owner, int times) throws SQLException {
        for (List<String> row : rows(owner, "select round(sum(total_exec_time)::numeric / " + times + ", 2), sum(calls) / " + times
                + " from pg_stat_statements where query ilike '%act\\_%'")) {
            say("%s ms in the database, %s statements", row.get(0), row.get(1));
        }
        say("tables read whole (how often, rows each time the case is opened, of all):");
        rows(owner, "select relname, seq_scan, round(seq_tup_read::numeric / " + times + "), (select reltuples from pg_class c where c.oid = relid) "
                + "from pg_stat_user_tables where relname like 'act%' and seq_tup_read > 1000 order by seq_tup_read desc").forEach(row -> say("  %s", row));
        say("statements of more than a millisecond (how often, ms each):");
        rows(owner, "select calls, round(mean_exec_time::numeric, 2), left(regexp_replace(query, '\\s+', ' ', 'g'), 300) from pg_stat_statements "
                + "where query ilike '%act\\_%' and mean_exec_time > 1 order by total_exec_time desc limit 20").forEach(row -> say("  %s", row));
    }

    /** What an officer's day asks of the engine, and the look for due timers that every server takes each few seconds. */
    private static void turns(Bench bench, int times) {
        ProcessEngineImpl engine = (ProcessEngineImpl) bench.itsEngine();
        for (int i = 0; i < times; i++) {
            Walk walk = bench.another(BOARD).start().detected("INVESTIGATE");
            walk.request("removalRequested", walk.id(1)).answer("awaitReply", Map.of("reply", "REMOVED"));
            engine.getProcessEngineConfiguration().getCommandExecutorTxRequired().execute(new AcquireJobsCmd(new ManagedJobExecutor(Runnable::run)));
        }
    }

    /** Statistics are told when a connection ends. */
    private static void settle(PooledDataSource database) throws InterruptedException {
        database.forceCloseAll();
        Thread.sleep(2_000);
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.execute();
        }
    }

    private static List<List<String>> rows(Connection connection, String sql) throws SQLException {
        List<List<String>> rows = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(sql); ResultSet row = query.executeQuery()) {
            while (row.next()) {
                List<String> values = new ArrayList<>();
                for (int place = 1; place <= row.getMetaData().getColumnCount(); place++) {
                    values.add(row.getString(place));
                }
                rows.add(values);
            }
        }
        return rows;
    }

    private static void say(String text, Object... args) {
        System.out.println(String.format(Locale.ROOT, text, args));
    }
}
