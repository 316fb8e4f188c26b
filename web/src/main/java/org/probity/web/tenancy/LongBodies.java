package org.probity.web.tenancy;

import io.undertow.server.RequestTooBigException;
import io.undertow.servlet.handlers.ServletRequestContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.util.Collection;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Bodies longer than anybody may send: for people who have shown who they are, as many at once as there is memory for. Files
 * go to disk as they come in, and into memory when they are kept.
 */
@ApplicationScoped
public class LongBodies {

    /** The largest file a case takes (25 MiB), and room for the fields beside it. */
    public static final long ONE_FILE = 26L * 1024 * 1024;

    /** Several files in one form. The server itself takes no more ({@code max-post-size}). */
    static final long FILES = 120L * 1024 * 1024;

    /** Everything that can be typed into the longest form, each sign of it written in nine. */
    static final long TYPED = 2L * 1024 * 1024;

    /** Seconds after which somebody may try again, for {@code Retry-After}. */
    public static final String COME_BACK = "10";

    private static final long MEGABYTE = 1024 * 1024;

    /** Heap is for other work too; what a form brings is there more than once while it is kept. */
    private static final int SHARE_OF_HEAP = 6;
    private static final int AT_ONCE = 8;
    private static final int WAITING = 4;
    private static final int SECONDS_TO_WAIT = 5;

    private final int room = (int) Math.max(ONE_FILE / MEGABYTE, Runtime.getRuntime().maxMemory() / MEGABYTE / SHARE_OF_HEAP);
    private final Semaphore free = new Semaphore(room, true);

    /** What came of a request that brings much. */
    public enum Answer { WELCOME, TOO_LARGE, BUSY }

    /** A turn that was given, to be given back. */
    public record Turn(Answer answer, int taken) {
    }

    /**
     * Asked by a filter once it knows who sends this, before anything is read.
     *
     * @param known whether the sender has shown who they are
     * @param files what one form with files may bring, in bytes
     */
    public Turn enter(HttpServletRequest request, boolean known, long files) {
        BodyMeter meter = meter();
        if (meter == null || !meter.isLong()) {
            return new Turn(Answer.WELCOME, 0);
        }
        long most = !known ? BodyMeter.SMALL : hasParts(request) ? files : TYPED;
        if (request.getContentLengthLong() > most || !known) {
            return new Turn(Answer.TOO_LARGE, 0);
        }
        meter.allow(most);
        return await((int) Math.min(room, meter.length() / MEGABYTE + 1));
    }

    private static BodyMeter meter() {
        return BodyMeter.of(ServletRequestContext.requireCurrent().getExchange());
    }

    private Turn await(int megabytes) {
        try {
            return free.tryAcquire(megabytes, SECONDS_TO_WAIT, TimeUnit.SECONDS) ? new Turn(Answer.WELCOME, megabytes) : new Turn(Answer.BUSY, 0);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Turn(Answer.BUSY, 0);
        }
    }

    /** Whether this brings more than anybody may send. */
    static boolean isLong() {
        BodyMeter meter = meter();
        return meter != null && meter.isLong();
    }

    /** The request is over. */
    public void leave(Turn turn) {
        free.release(turn.taken());
    }

    /**
     * What stands in the fields of a form with files becomes text, in memory; only files may be large.
     *
     * @throws IllegalStateException of the kind of {@link #isTooLarge}
     */
    static void requireSmallFields(Collection<Part> parts) {
        if (parts.stream().filter(part -> part.getSubmittedFileName() == null).mapToLong(Part::getSize).sum() > TYPED) {
            throw new IllegalStateException(new RequestTooBigException());
        }
    }

    /** Whether that was thrown because more came than was allowed. */
    public static boolean isTooLarge(Throwable thrown) {
        for (Throwable t = thrown; t != null; t = t.getCause()) {
            if (t instanceof RequestTooBigException) {
                return true;
            }
        }
        return false;
    }

    static boolean hasParts(HttpServletRequest request) {
        String type = request.getContentType();
        return type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/form-data");
    }
}
