package org.probity.ear;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/**
 * Measures what a search takes on PostgreSQL at a board of many cases, as whoever calls the API waits for it, with row security; asserts
 * nothing. It is no part of {@code verify}; it is run by name:
 *
 * <pre>./mvnw verify -Dtest=None -Dsurefire.failIfNoSpecifiedTests=false -Dit.test=SearchLoad -Dcases=100000</pre>
 */
class SearchLoad {

    private static final String BOARD = "chscb";
    private static final int READS = 30;

    @Test
    void whatASearchTakes() throws IOException, SQLException {
        try (PostgresServer database = PostgresServer.start(); Server server = Server.named("search-load", 1900).with(database.environment()).start()) {
            fill(database, Integer.getInteger("cases", 100_000));
            Api api = new Api(server, BOARD);
            for (String text : List.of("family", "fam", "fiftieth", "hundredth", "family%20hundredth", "l-77777", "nowhere")) {
                double[] millis = new double[READS];
                for (int i = 0; i < READS; i++) {
                    long start = System.nanoTime();
                    api.get("officer", "investigations?size=50&q=" + text);
                    millis[i] = (System.nanoTime() - start) / 1e6;
                }
                double first = millis[0];
                Arrays.sort(millis);
                System.out.printf(Locale.ROOT, "%s: first %.1f ms, median %.1f ms, slowest %.1f ms%n", text, first, millis[READS / 2], millis[READS - 1]);
            }
        }
    }

    private static void fill(PostgresServer database, int cases) throws SQLException {
        try (Connection connection = database.asSuperuser(); Statement statement = connection.createStatement()) {
            statement.execute("insert into investigation (id, board, version, reference, title, stage, opened_at, hard_stop, contact_allowed) "
                    + "select nextval('probity_id'), '" + BOARD + "', 0, 'L-' || x, 'A case', 'DETECTION', now() - x * interval '1 minute', false, true "
                    + "from generate_series(1, " + cases + ") x");
            for (String word : List.of("family 1", "fiftieth 40", "hundredth 100", "school 1", "photograph 1", "work 1")) {
                statement.execute(words("'" + word.split(" ")[0] + "'", "'REPORT'") + " and substring(i.reference from 3)::int % " + word.split(" ")[1] + " = 0");
            }
            statement.execute(words("lower(i.reference)", "'REFERENCE'"));
            statement.execute("analyze");
        }
    }

    private static String words(String word, String source) {
        return "insert into case_word (id, board, version, investigation_id, word, source) select nextval('probity_id'), '" + BOARD + "', 0, i.id, "
                + word + ", " + source + " from investigation i where i.board = '" + BOARD + "' and i.reference like 'L-%'";
    }
}
