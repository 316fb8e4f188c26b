package org.probity;

import jakarta.persistence.EntityManager;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.probity.access.Caller;
import org.probity.access.CurrentCaller;
import org.probity.access.Role;
import org.probity.audit.Audit;
import org.probity.casework.InvestigationQueries;
import org.probity.kernel.Language;
import org.probity.tenancy.Board;
import org.probity.tenancy.Deadlines;

/**
 * Measures what a search takes on H2 at a board of many cases, and asserts nothing. It is no part of {@code verify}; it is run by name:
 *
 * <pre>./mvnw test -pl ejb -Dtest=SearchLoad -Dsurefire.failIfNoSpecifiedTests=false -Dcases=100000</pre>
 */
class SearchLoad {

    private static final String BOARD = "load";
    private static final int READS = 30;

    private final TestDatabase database = TestDatabase.get();

    @Test
    void whatASearchTakes() {
        int cases = Integer.getInteger("cases", 100_000);
        database.run(BOARD, entities -> {
            entities.persist(new Board(BOARD, "Board of Load", null, "LOAD", Board.Country.ENGLAND, "#1d5b8f", false, "conduct@load.example.org", Deadlines.usual()));
            entities.flush();
            insert(entities, "investigation", "reference, title, stage, opened_at, hard_stop, contact_allowed", "'L-' || x, 'A case', 'DETECTION', "
                    + "dateadd(minute, -x, now()), false, true", cases, 1);
            word(entities, "family", cases, 1);
            word(entities, "hundredth", cases, 100);
            word(entities, "fiftieth", cases, 40);
            for (int other = 0; other < 3; other++) {
                word(entities, "w" + other, cases, 1);
            }
            entities.createNativeQuery("insert into case_word (id, board, version, investigation_id, word, source) select next value for probity_id, '" + BOARD
                    + "', 0, i.id, lower(i.reference), 'REFERENCE' from investigation i where i.board = '" + BOARD + "'").executeUpdate();
            entities.createNativeQuery("analyze").executeUpdate();
        });
        Caller officer = new Caller(7L, 7L, "Officer", Set.of(Role.OFFICER), null, Language.EN);
        CurrentCaller.run(officer, () -> List.of("family", "fam", "fiftieth", "hundredth", "family hundredth", "l-77777", "nowhere").forEach(text -> {
            double[] millis = new double[READS];
            for (int i = 0; i < READS; i++) {
                long start = System.nanoTime();
                database.run(BOARD, entities -> TestDatabase.wire(new InvestigationQueries(), entities, new Silent()).search(text, null, 0, 50));
                millis[i] = (System.nanoTime() - start) / 1e6;
            }
            Arrays.sort(millis);
            System.out.printf(Locale.ROOT, "%s: median %.1f ms, slowest %.1f ms%n", text, millis[READS / 2], millis[READS - 1]);
        }));
    }

    private static void word(EntityManager entities, String word, int cases, int every) {
        entities.createNativeQuery("insert into case_word (id, board, version, investigation_id, word, source) select next value for probity_id, '" + BOARD
                + "', 0, i.id, '" + word + "', 'REPORT' from investigation i where i.board = '" + BOARD + "' and mod(i.id, " + every + ") = 0").executeUpdate();
    }

    private static void insert(EntityManager entities, String table, String columns, String values, int rows, int every) {
        entities.createNativeQuery("insert into " + table + " (id, board, version, " + columns + ") select next value for probity_id, '" + BOARD + "', 0, "
                + values + " from system_range(1, " + rows + ") where mod(x, " + every + ") = 0").executeUpdate();
    }

    private static final class Silent extends Audit {

        @Override
        public void record(String act, String reference, String subjectKind, Long subjectId, Map<String, ?> before, Map<String, ?> after) {
            // what it writes is not what is measured here
        }
    }
}
