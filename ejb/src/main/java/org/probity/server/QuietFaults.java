package org.probity.server;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.logging.Filter;
import java.util.logging.LogRecord;

/**
 * One line for what everything on the server stumbles over at the same time. While the database is gone, each request, timer and
 * job would write a stack of its own; one line says so, and one a minute how many there were meanwhile. Somebody who hangs up is a
 * line without a stack.
 */
public final class QuietFaults implements Filter {

    private static final Duration BETWEEN_LINES = Duration.ofMinutes(1);

    /** So long after the last stumble what is told without an exception is still about it. */
    private static final Duration AFTERMATH = Duration.ofSeconds(30);

    /** Who tells of a lost connection in lines without an exception. */
    private static final Set<String> TELLERS = Set.of("org.jboss.jca", "com.arjuna", "org.hibernate", "org.camunda", "org.jboss.as.ejb3");

    /** Of the pool, about connections that it finds broken, gets none for, or throws away: whatever the exception they come with. */
    private static final List<String> OF_THE_POOL = List.of("IJ000305", "IJ000604", "IJ000610", "IJ000621", "IJ030027");

    /** Says in words what it then throws, which is told by whoever catches it. */
    private static final String TWICE = "org.hibernate.engine.jdbc.spi.SqlExceptionHelper";

    /** Each handler of the log asks about each line, on the thread that writes it: they are answered alike. */
    private static final ThreadLocal<LogRecord> ASKED = new ThreadLocal<>();
    private static final ThreadLocal<Boolean> ANSWERED = ThreadLocal.withInitial(() -> true);

    /** Of all handlers together. */
    private static final QuietFaults SHARED = new QuietFaults(Clock.systemUTC());

    private final Clock clock;
    private Instant first = Instant.MIN;
    private Instant told = Instant.MIN;
    private Instant latest = Instant.MIN;
    private long since;

    /** As the server makes it, for each handler. */
    public QuietFaults() {
        this(null);
    }

    QuietFaults(Clock clock) {
        this.clock = clock;
    }

    @Override
    public boolean isLoggable(LogRecord line) {
        if (ASKED.get() != line) {
            ANSWERED.set((clock == null ? SHARED : this).tells(line));
            ASKED.set(line);
        }
        return ANSWERED.get();
    }

    private boolean tells(LogRecord line) {
        Throwable thrown = line.getThrown();
        if (Faults.isOutage(thrown) || isOfThePool(line)) {
            return tellsOutage(line);
        }
        if (thrown == null) {
            return !isOfTheAftermath(line);
        }
        if (Faults.isHangUp(thrown)) {
            say(line, "A client hung up in the middle of a request (" + thrown.getClass().getSimpleName() + ")");
        }
        return true;
    }

    private synchronized boolean tellsOutage(LogRecord line) {
        Instant now = clock.instant();
        boolean goesOn = latest.plus(BETWEEN_LINES).isAfter(now);
        latest = now;
        if (!goesOn) {
            first = now;
            since = 0;
        }
        since++;
        if (goesOn && told.plus(BETWEEN_LINES).isAfter(now)) {
            return false;
        }
        told = now;
        say(line, goesOn ? "The database is away since " + first + ", which was stumbled over " + since + " times"
                : "The database is away: " + (line.getThrown() == null ? "a connection is lost" : root(line.getThrown())));
        return true;
    }

    private static boolean isOfThePool(LogRecord line) {
        String said = String.valueOf(line.getMessage());
        return OF_THE_POOL.stream().anyMatch(said::startsWith);
    }

    private synchronized boolean isOfTheAftermath(LogRecord line) {
        String from = String.valueOf(line.getLoggerName());
        return from.equals(TWICE) || TELLERS.stream().anyMatch(from::startsWith) && latest.plus(AFTERMATH).isAfter(clock.instant());
    }

    private static void say(LogRecord line, String words) {
        line.setLoggerName(QuietFaults.class.getName());
        line.setMessage(words);
        line.setParameters(null);
        line.setThrown(null);
    }

    private static String root(Throwable thrown) {
        Throwable root = thrown;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.getClass().getSimpleName() + " " + String.valueOf(root.getMessage()).lines().findFirst().orElse("");
    }
}
