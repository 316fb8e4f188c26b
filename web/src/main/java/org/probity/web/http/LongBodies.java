package org.probity.web.http;

import io.undertow.server.HttpServerExchange;
import io.undertow.server.RequestTooBigException;
import io.undertow.servlet.handlers.ServletRequestContext;
import io.undertow.util.StatusCodes;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Collection;
import java.util.Locale;
import org.probity.kernel.HeapBudget;

/**
 * Bodies longer than anybody may send: for people who have shown who they are, as many at once as there are threads and memory
 * for, and of one person never all. Files go to disk as they come in, and into memory when they are kept.
 */
@ApplicationScoped
public class LongBodies {

    /** The largest file a case takes (25 MiB), and room for the fields beside it. */
    public static final long ONE_FILE = 26L * 1024 * 1024;

    /** Several files in one form are no more together; whoever chose a little more is told so on the page. */
    static final long FILES = 40L * 1024 * 1024;

    /** Everything that can be typed into the longest form, each sign of it written in nine. */
    static final long TYPED = 2L * 1024 * 1024;

    /** Seconds after which somebody may try again. */
    public static final int COME_BACK = 10;

    private static final long MEGABYTE = 1024 * 1024;

    /** Heap is for other work too; what a form brings is there more than once while it is kept. */
    private static final int SHARE_OF_HEAP = 6;

    /** Of the threads the server has on two processors, a quarter; so many more wait for a turn. */
    private static final int AT_ONCE = 8;
    private static final int WAITING = 4;
    private static final int AT_ONCE_OF_ONE = 2;
    private static final Duration TO_WAIT = Duration.ofSeconds(5);

    private final HeapBudget budget;

    public LongBodies() {
        this((int) Math.max(2 * FILES / MEGABYTE, Runtime.getRuntime().maxMemory() / MEGABYTE / SHARE_OF_HEAP), TO_WAIT);
    }

    /** @param room megabytes for all together. @param toWait how long a request waits for its turn */
    LongBodies(int room, Duration toWait) {
        budget = new HeapBudget(new HeapBudget.Limits(room * MEGABYTE, AT_ONCE, AT_ONCE_OF_ONE, WAITING, false, toWait));
    }

    /** What came of a request that brings much. */
    public enum Answer {
        WELCOME(StatusCodes.OK, null), TOO_LARGE(StatusCodes.REQUEST_ENTITY_TOO_LARGE, null),

        /** This person has others under way. */
        TOO_MANY(StatusCodes.TOO_MANY_REQUESTS, "frame.uploads.yours"),

        /** Others do. */
        BUSY(StatusCodes.SERVICE_UNAVAILABLE, "frame.uploads.others");

        private final int status;
        private final String text;

        Answer(int status, String text) {
            this.status = status;
            this.text = text;
        }

        public int status() {
            return status;
        }

        /** Key of what is told to whoever may send the same again later. */
        public String text() {
            return text;
        }

        /** Whether the same may be sent again later. */
        public boolean isForNow() {
            return text != null;
        }
    }

    /** A turn that was given, to be given back. */
    public record Turn(Answer answer, Long person, int taken) {

        private static Turn none(Answer answer) {
            return new Turn(answer, null, 0);
        }
    }

    /**
     * Asked by a filter once it knows who sends this, before anything is read.
     *
     * @param person the account of whoever has shown who they are, or null
     * @param files what one form with files may bring, in bytes
     */
    public Turn enter(HttpServletRequest request, Long person, long files) {
        SlowReaders.known(exchange(), person);
        BodyMeter meter = meter();
        if (meter == null || !meter.isLong()) {
            return Turn.none(Answer.WELCOME);
        }
        if (person == null) {
            return Turn.none(Answer.TOO_LARGE);
        }
        long most = hasParts(request) ? files : TYPED;
        Turn turn = request.getContentLengthLong() > most ? Turn.none(Answer.TOO_LARGE)
                : await(person, (int) (meter.lengthUpTo(most) / MEGABYTE + 1));
        if (turn.answer() == Answer.WELCOME) {
            meter.allow(most);
        } else {
            meter.drop();
        }
        return turn;
    }

    /**
     * Asked by a filter before anything takes a body apart.
     *
     * @throws UncheckedIOException of {@link OddParts} where what came in already is no form that should be
     */
    public static void requireReadable() {
        BodyMeter meter = meter();
        if (meter != null) {
            try {
                meter.requireReadable();
            } catch (OddParts odd) {
                throw new UncheckedIOException(odd);
            }
        }
    }

    private static BodyMeter meter() {
        return BodyMeter.of(exchange());
    }

    private static HttpServerExchange exchange() {
        return ServletRequestContext.requireCurrent().getExchange();
    }

    /** Half of what there is, at most, is one person's. */
    Turn await(Long person, int megabytes) {
        return switch (budget.take(person, megabytes * MEGABYTE)) {
            case GRANTED -> new Turn(Answer.WELCOME, person, megabytes);
            case YOURS -> Turn.none(Answer.TOO_MANY);
            case OTHERS -> Turn.none(Answer.BUSY);
        };
    }

    /** Whether this brings more than anybody may send. */
    public static boolean isLong() {
        BodyMeter meter = meter();
        return meter != null && meter.isLong();
    }

    /** The request is over. */
    public void leave(Turn turn) {
        if (turn.person() != null) {
            budget.giveBack(turn.person(), turn.taken() * MEGABYTE);
        }
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

    /** Whether the servlet that is to answer takes files; to one that does not the server gives no part, and fails where it is asked for them. */
    static boolean takesParts() {
        return ServletRequestContext.requireCurrent().getServletPathMatch().getServletChain().getManagedServlet().getMultipartConfig() != null;
    }

    static boolean hasParts(HttpServletRequest request) {
        String type = request.getContentType();
        return type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/form-data");
    }
}
