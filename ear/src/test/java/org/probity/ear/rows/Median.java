package org.probity.ear.rows;

import java.sql.SQLException;
import java.util.Arrays;
import org.probity.ear.PostgresServer;

/** How many milliseconds something takes that is done often. */
final class Median {

    private Median() {
    }

    static double of(int times, Runnable work) {
        double[] millis = new double[times];
        for (int i = 0; i < times; i++) {
            long start = System.nanoTime();
            work.run();
            millis[i] = (System.nanoTime() - start) / 1e6;
        }
        Arrays.sort(millis);
        return millis[times / 2];
    }

    /** Transactions that read one row in that scope; null for none. */
    static double ofTransactions(int times, PostgresServer postgres, String scope) throws SQLException {
        try (Database application = new Database(postgres.asApplication()).in(null)) {
            return of(times, () -> {
                try {
                    application.in(scope).rows("select count(*) from member where id = 1");
                    application.rollBack();
                } catch (SQLException e) {
                    throw new IllegalStateException(e);
                }
            });
        }
    }
}
