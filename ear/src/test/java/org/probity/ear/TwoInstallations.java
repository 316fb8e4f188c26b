package org.probity.ear;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Stream;
import org.probity.crypto.OwnerOnly;
import org.probity.ear.pages.ArchivesPage;
import org.probity.ear.pages.SignInPage;
import org.probity.token.ApiToken;

/**
 * Two installations of Probity that know nothing of each other: one on PostgreSQL with the demonstration boards, and an
 * empty one on H2. Both take archives from the same folder, as if somebody had carried them.
 */
final class TwoInstallations implements AutoCloseable {

    private static final List<String> ROLES = List.of("officer", "officer2", "lead", "hr", "employee", "manager", "admin", "auditor");

    private final Path folder = Path.of(System.getProperty("probity.servers"), "archives");
    private final PostgresServer database = PostgresServer.start();
    private final Postbox post = new Postbox();
    private final Postbox postElsewhere = new Postbox();
    private final Server server;
    private final Server elsewhere;

    TwoInstallations() throws IOException, SQLException {
        empty(folder);
        Map<String, String> archives = Map.of("PROBITY_ARCHIVES", folder.toString());
        server = Server.named("archive", 1500).withMovableClock().with(database.environment()).with(post.environment()).with(archives);
        elsewhere = Server.named("archive-empty", 1510).withMovableClock().with(postElsewhere.environment()).with(archives)
                .with(Map.of("PROBITY_DEMO", "false"));
        CompletableFuture.allOf(CompletableFuture.runAsync(server::start), CompletableFuture.runAsync(elsewhere::start)).join();
    }

    /** The one on PostgreSQL, with four boards. */
    Server server() {
        return server;
    }

    /** The one on H2, empty at first. */
    Server elsewhere() {
        return elsewhere;
    }

    /** The API of a board there: a real installation takes no well-known token, so that the members get others. */
    Api apiThere(String board) {
        elsewhere.change("delete from api_token where board = '" + board + "'");
        ROLES.forEach(role -> elsewhere.change(token("next value for probity_id", elsewhere.tokens(), board, role)));
        return new Api(elsewhere, board);
    }

    /** No token travels in an archive: the members here get those of the demonstration again. */
    void giveTokens(String board) throws SQLException {
        try (Connection superuser = database.asSuperuser(); Statement statement = superuser.createStatement()) {
            for (String role : ROLES) {
                statement.execute(token("nextval('probity_id')", server.tokens(), board, role));
            }
        }
    }

    private static String token(String id, String prefix, String board, String role) {
        return "insert into api_token (id, board, version, token_hash, account_id, member_id, roles, name, created_at) select " + id + ", "
                + "m.board, 0, '" + ApiToken.hash(prefix + board + "-" + role) + "', m.account_id, m.id, m.roles, 'test', current_timestamp from member m "
                + "join account a on a.id = m.account_id where m.board = '" + board + "' and a.username = '" + board + "-" + role + "@example.org'";
    }

    Postbox post() {
        return post;
    }

    Postbox postElsewhere() {
        return postElsewhere;
    }

    /** One administrator makes a key of the board, and the operator confirms it. @return the secret one */
    String key(Browser browser, String board) {
        ArchivesPage page = new ArchivesPage(browser.window());
        new SignInPage(page.page()).as(board + "-admin@example.org");
        String key = page.makeKey(board);
        assertThat(rows("recipient from archive_key where board = '" + board + "'")).as("what one has set alone").isEmpty();
        page.page().context().close();
        secondOperator(browser).confirmKey(board);
        return key;
    }

    /** Who carries out, where the boards are invented, what the first operator has asked for. */
    static ArchivesPage secondOperator(Browser browser) {
        return new ArchivesPage(browser.window()).operator("operator2@example.org", "probity-demo");
    }

    /** The installation's own audit says what was done with the board, and who did it. */
    static void auditKeeps(String board, Function<String, List<String>> select, String... acts) {
        assertThat(select.apply("distinct act from audit_entry where board = '-' and actor_name like '%Operator' and after_act like '%"
                + board + "%'")).contains(acts);
    }

    /** What has changed of all other boards, but for what is signed of them when a day is over. */
    static List<String> ofOthers(String board, Rows now, Rows before) {
        Set<String> signed = Set.of("audit_checkpoint");
        return now.without(board).except(signed).differences(before.without(board).except(signed));
    }

    Path file(String name) {
        return folder.resolve(name);
    }

    /** The password of an empty installation's first operator lies in a file. */
    String firstPassword() {
        return elsewhere.left("first-operator.txt").lines().filter(line -> line.startsWith("password")).findFirst().orElseThrow()
                .replaceAll("password\\s+", "").strip();
    }

    /** The first column of what a select finds on PostgreSQL, as somebody whom no wall binds. */
    List<String> rows(String select) {
        try (Connection connection = database.asSuperuser(); Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select " + select)) {
            List<String> found = new ArrayList<>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException(select, e);
        }
    }

    /**
     * Takes the chain of every board away, which signs it, and has that count as the signature of today: so the clockwork has
     * no reason to sign in the middle of a test.
     */
    ExportedAudit signedForToday(String last) throws IOException, SQLException {
        for (String board : List.of("chscb", "cwmtaf", "lscb", "nscb")) {
            ExportedAudit.of(server, board);
        }
        ExportedAudit audit = ExportedAudit.of(server, last);
        try (Connection connection = database.asSuperuser(); Statement statement = connection.createStatement()) {
            statement.executeUpdate("update audit_checkpoint c set for_day = '" + LocalDate.now(ZoneId.of("Europe/London")) + "' where board <> '-' "
                    + "and for_day is null and id = (select max(m.id) from audit_checkpoint m where m.board = c.board) and not exists "
                    + "(select 1 from audit_checkpoint d where d.board = c.board and d.for_day is not null)");
        }
        return audit;
    }

    /** Waits until what the acts of a test have set going has come to rest. */
    static void quiet(Function<String, List<String>> select) {
        Api.await("all mail is gone", () -> select.apply("id from mail where status in ('QUEUED', 'SENDING')").isEmpty());
        List<Rows> seen = new ArrayList<>(List.of(Rows.of(select)));
        Api.await("nothing changes any more", () -> {
            seen.add(Rows.of(select));
            return seen.get(seen.size() - 1).differences(seen.get(seen.size() - 2)).isEmpty();
        });
    }

    /** Changes rows on PostgreSQL, as somebody whom no wall binds. */
    void change(String sql) {
        try (Connection connection = database.asSuperuser(); Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /**
     * Begins work, waits until it stands in front of a lock, ends the server on PostgreSQL with {@code kill -9}, and starts it
     * again.
     *
     * @return how many tables the work had changed by then, without having committed
     */
    int killedInTheMiddle(String lock, Runnable begin) throws SQLException {
        int changed;
        try (Connection holder = database.asSuperuser(); Statement statement = holder.createStatement()) {
            holder.setAutoCommit(false);
            statement.execute(lock);
            begin.run();
            Api.await("the work waits in the middle", () -> changed() > 0);
            changed = changed();
            server.kill();
            holder.rollback();
        }
        Api.await("the database has noticed", () -> rows("pid from pg_stat_activity where usename like 'probity%'").isEmpty());
        server.start();
        return changed;
    }

    /** Tables that a transaction has written to which now waits for a lock. */
    private int changed() {
        return Integer.parseInt(rows("count(distinct l.relation) from pg_locks l join pg_stat_activity a on a.pid = l.pid join pg_class c on "
                + "c.oid = l.relation where a.wait_event_type = 'Lock' and a.usename like 'probity%' and l.mode = 'RowExclusiveLock' and l.granted "
                + "and c.relkind = 'r'").get(0));
    }

    private static void empty(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
        OwnerOnly.folder(folder);
    }

    @Override
    public void close() throws IOException {
        server.close();
        elsewhere.close();
        post.close();
        postElsewhere.close();
        database.close();
    }
}
