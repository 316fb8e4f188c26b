package org.probity.server;

import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientConnectionException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Two faults that are nobody's mistake here and pass by themselves, recognised in whatever wraps them: the database cannot be
 * reached, and whoever asked has hung up. The server's log asks this class too, so that it needs nothing but the JDK.
 */
public final class Faults {

    /** Of PostgreSQL: shut down by an administrator, after a crash, starting up, database gone, too many connections. */
    private static final Set<String> STATES = Set.of("57P01", "57P02", "57P03", "57P04", "53300");

    /** Of H2: connection broken, database closed, closed after an error of its file. */
    private static final Set<Integer> CODES = Set.of(90_067, 90_098, 90_121);

    /** Of the server's pool of connections, which wraps what the database said, or says that none is free. */
    private static final String OF_THE_POOL = "jakarta.resource.";

    /** The class of SQL states about connections (ISO 9075). */
    private static final String CONNECTION = "08";

    private static final int DEEPEST = 40;

    private Faults() {
    }

    /** Whether the database could not be reached, or was lost on the way. */
    public static boolean isOutage(Throwable thrown) {
        return anywhere(thrown, Faults::isLost);
    }

    /** Whether a client hung up before everything was read or answered. */
    public static boolean isHangUp(Throwable thrown) {
        return !isOutage(thrown) && anywhere(thrown, Faults::isCut);
    }

    private static boolean isLost(Throwable t) {
        if (t instanceof SQLException sql) {
            String state = String.valueOf(sql.getSQLState());
            return sql instanceof SQLTransientConnectionException || sql instanceof SQLNonTransientConnectionException
                    || state.startsWith(CONNECTION) || STATES.contains(state) || CODES.contains(sql.getErrorCode());
        }
        return t.getClass().getName().startsWith(OF_THE_POOL);
    }

    /** As the JDK says it, and the server (UT000128: the rest of a body never came). */
    private static boolean isCut(Throwable t) {
        String said = String.valueOf(t.getMessage());
        return t instanceof ClosedChannelException || t instanceof IOException
                && (said.contains("Broken pipe") || said.contains("Connection reset") || said.contains("UT000128"));
    }

    private static boolean anywhere(Throwable thrown, Predicate<Throwable> wanted) {
        Deque<Throwable> open = new ArrayDeque<>();
        Throwable next = thrown;
        for (int seen = 0; next != null && seen < DEEPEST; seen++) {
            if (wanted.test(next)) {
                return true;
            }
            if (next.getCause() != null) {
                open.add(next.getCause());
            }
            open.addAll(Arrays.asList(next.getSuppressed()));
            next = open.poll();
        }
        return false;
    }
}
