package org.probity.documents;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.probity.kernel.HeapBudget;
import org.probity.kernel.Refusal;
import org.probity.kernel.TryAgainLater;

/** The memory for contents on their way out: to a reader, who may be slow, or into a print. */
@ApplicationScoped
class ContentRoom {

    private static final long MEGABYTE = 1024 * 1024;

    /** As much as for what comes in; enough for the largest pack in any heap. */
    private static final int SHARE_OF_HEAP = 6;
    private static final long LEAST = 80 * MEGABYTE;

    /** Of the threads the server has on two processors a quarter waits, at most; with how many there are, {@code SlowReaders} deals. */
    private static final int WAITING = 8;
    private static final Duration TO_WAIT = Duration.ofSeconds(5);
    private static final Duration COME_BACK = Duration.ofSeconds(10);

    /** While the database hands a row over, it is in memory up to three times more. */
    private static final long LARGE = MEGABYTE;

    private final HeapBudget budget;
    private final Duration toWait;
    private final Semaphore reading = new Semaphore(1, true);

    ContentRoom() {
        this(Math.max(LEAST, Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP), TO_WAIT);
    }

    /** @param room bytes for all together. @param toWait how long a request waits for its turn */
    ContentRoom(long room, Duration toWait) {
        this.toWait = toWait;
        budget = new HeapBudget(new HeapBudget.Limits(room, Integer.MAX_VALUE, Integer.MAX_VALUE, WAITING, true, toWait));
    }

    /** Bytes for all together. */
    long size() {
        return budget.room();
    }

    /** @param person the account, or null. @throws TryAgainLater where too much is under way, of this person or of others */
    void take(Long person, long bytes) {
        HeapBudget.Answer answer = budget.take(person, bytes);
        if (answer == HeapBudget.Answer.YOURS) {
            throw new TryAgainLater(Refusal.Kind.TOO_MANY, COME_BACK, "documents.refused.yoursUnderWay");
        } else if (answer == HeapBudget.Answer.OTHERS) {
            throw others();
        }
    }

    /** @param kept bytes that stay taken of those that were taken at once */
    void giveBack(Long person, long bytes, long kept) {
        budget.shrink(person, bytes, kept);
    }

    /** Reads a row of that many bytes, one large one at a time. @throws TryAgainLater where too many wait to */
    <T> T reading(long bytes, Supplier<T> row) {
        if (bytes < LARGE) {
            return row.get();
        }
        try {
            if (!reading.tryAcquire(toWait.toNanos(), TimeUnit.NANOSECONDS)) {
                throw others();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw others();
        }
        try {
            return row.get();
        } finally {
            reading.release();
        }
    }

    private static TryAgainLater others() {
        return new TryAgainLater(Refusal.Kind.UNAVAILABLE, COME_BACK, "documents.refused.othersUnderWay");
    }
}
