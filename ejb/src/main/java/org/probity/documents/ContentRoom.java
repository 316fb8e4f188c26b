package org.probity.documents;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.probity.kernel.HeapBudget;
import org.probity.kernel.Refusal;
import org.probity.kernel.TryAgainLater;
import org.probity.kernel.Turns;

/**
 * The memory for contents on their way out, and for prints apart from it: whoever takes files, however slowly, stops no board's packs.
 * What is large waits for its reader in a {@link ContentSpool}.
 */
@ApplicationScoped
class ContentRoom {

    private static final long MEGABYTE = 1024 * 1024;

    /** What some of it is for. */
    enum Use {
        /** From the database until it lies in the spool. */
        SENT,

        PRINT
    }

    /** As much as for what comes in; enough for the largest pack in any heap. */
    private static final int SHARE_OF_HEAP = 6;
    private static final long LEAST = 80 * MEGABYTE;

    /** Enough for the largest file, and some small ones beside it. */
    private static final int SHARE_SENT = 16;
    private static final long LEAST_SENT = 32 * MEGABYTE;

    /** Of the threads the server has on two processors a quarter waits, at most; with how many there are, {@code SlowReaders} deals. */
    private static final int WAITING = 8;
    private static final Duration TO_WAIT = Duration.ofSeconds(5);
    private static final Duration COME_BACK = Duration.ofSeconds(10);

    /** While the database hands a row over, it is in memory up to three times more. */
    static final long LARGE = MEGABYTE;

    private final Map<Use, HeapBudget> budgets;
    private final ContentSpool spool = new ContentSpool();
    private final Duration toWait;
    private final Turns reading = new Turns(1, Integer.MAX_VALUE);
    private final Set<Long> printing = ConcurrentHashMap.newKeySet();

    ContentRoom() {
        this(Math.max(LEAST_SENT, Runtime.getRuntime().maxMemory() / SHARE_SENT), Math.max(LEAST, Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP), TO_WAIT);
    }

    /** @param sent bytes for all together. @param prints likewise. @param toWait how long a request waits for its turn */
    ContentRoom(long sent, long prints, Duration toWait) {
        this.toWait = toWait;
        this.budgets = Map.of(Use.SENT, budget(sent), Use.PRINT, budget(prints));
    }

    private HeapBudget budget(long room) {
        return new HeapBudget(new HeapBudget.Limits(room, Integer.MAX_VALUE, Integer.MAX_VALUE, WAITING, true, toWait));
    }

    /** Bytes for all together. */
    long size(Use use) {
        return budgets.get(use).room();
    }

    ContentSpool spool() {
        return spool;
    }

    /** One print at a time of one person; clocks print as many as they have to. @throws TryAgainLater where this person has one under way */
    void beginPrint(Long person) {
        if (person != null && !printing.add(person)) {
            throw yours();
        }
    }

    void endPrint(Long person) {
        if (person != null) {
            printing.remove(person);
        }
    }

    /** @param person the account, or the board where nobody acts. @throws TryAgainLater where too much is under way, of this person or of others */
    void take(Use use, Object person, long bytes) {
        HeapBudget.Answer answer = budgets.get(use).take(person, bytes);
        if (answer == HeapBudget.Answer.YOURS) {
            throw yours();
        } else if (answer == HeapBudget.Answer.OTHERS) {
            throw others();
        }
    }

    /** @param kept bytes that stay taken of those that were taken at once */
    void giveBack(Use use, Object person, long bytes, long kept) {
        budgets.get(use).shrink(person, bytes, kept);
    }

    /** Reads a row of that many bytes, one large one at a time. @throws TryAgainLater where too many wait to */
    <T> T reading(long bytes, Supplier<T> row) {
        if (bytes < LARGE) {
            return row.get();
        }
        if (!reading.begin(toWait)) {
            throw others();
        }
        try {
            return row.get();
        } finally {
            reading.end();
        }
    }

    private static TryAgainLater yours() {
        return new TryAgainLater(Refusal.Kind.TOO_MANY, COME_BACK, "documents.refused.yoursUnderWay");
    }

    private static TryAgainLater others() {
        return new TryAgainLater(Refusal.Kind.UNAVAILABLE, COME_BACK, "documents.refused.othersUnderWay");
    }
}
