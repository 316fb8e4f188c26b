package org.probity.server;

import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/**
 * Ends a server that has started without what it is for. WildFly says at the end of its start whether anything failed, and then
 * waits for better times, answering 404; whoever watches the process would take it for a good one. However the server was
 * started, this holds: it hangs on that line of the log.
 */
public final class FailedStart extends Handler {

    /** «started (with errors)». */
    private static final String WITH_ERRORS = "WFLYSRV0026";

    /** Who says so; others repeat in their lines what strangers sent. */
    private static final String SERVER = "org.jboss.as";
    private static final String FAILED_SERVICE = "org.jboss.msc";
    private static final int FAILURE = 1;
    private static final long SECONDS_TO_STOP = 30;

    private final AtomicReference<String> why = new AtomicReference<>();
    private final Map<String, String> environment;
    private final Runnable end;

    /** As the server makes it. */
    public FailedStart() {
        this(System.getenv(), FailedStart::end);
    }

    FailedStart(Map<String, String> environment, Runnable end) {
        this.environment = environment;
        this.end = end;
    }

    @Override
    public void publish(LogRecord line) {
        if (line.getThrown() != null && String.valueOf(line.getLoggerName()).startsWith(FAILED_SERVICE)) {
            why.compareAndSet(null, root(line.getThrown()));
        } else if (isTheEndOfABadStart(line)) {
            Logger.getLogger("org.probity").severe("Probity does not start: " + reason());
            end.run();
        }
    }

    /** A setting that makes no sense may have kept parts of the server from starting that say no more than that. */
    private String reason() {
        List<String> problems = Settings.problems(environment);
        if (!problems.isEmpty()) {
            return String.join("; ", problems);
        }
        return why.get() == null ? "see above" : why.get();
    }

    /** The line is given whole, or as what stands in the place of %s. */
    private static boolean isTheEndOfABadStart(LogRecord line) {
        Object[] parts = line.getParameters();
        return SERVER.equals(line.getLoggerName()) && (String.valueOf(line.getMessage()).startsWith(WITH_ERRORS)
                || parts != null && parts.length > 0 && String.valueOf(parts[0]).startsWith(WITH_ERRORS));
    }

    private static String root(Throwable thrown) {
        Throwable root = thrown;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.getMessage() == null ? root.getClass().getName() : root.getMessage().lines().findFirst().orElse("");
    }

    /** In threads of their own: the one that writes the log is needed for an end in good order. */
    private static void end() {
        Thread last = new Thread(() -> {
            try {
                TimeUnit.SECONDS.sleep(SECONDS_TO_STOP);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            Runtime.getRuntime().halt(FAILURE);
        }, "failed-start-last");
        last.setDaemon(true);
        last.start();
        new Thread(() -> System.exit(FAILURE), "failed-start").start();
    }

    @Override
    public void flush() {
        // nothing is kept back
    }

    @Override
    public void close() {
        // nothing is held open
    }
}
