package org.probity.kernel;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Memory for what is large and under way: so much for all, of which one person never has all while others want some. Whoever finds
 * none waits a little, and few wait at once, since each keeps a thread.
 */
public final class HeapBudget {

    /** What came of asking for some. */
    public enum Answer {
        GRANTED,

        /** This person has others under way. */
        YOURS,

        /** Others do. */
        OTHERS
    }

    /**
     * How much there is.
     *
     * @param room bytes for all together; half of it for one person, or all of it for one single thing
     * @param atOnce how many are under way together
     * @param atOnceOfOne how many are so of one person
     * @param waiting how many wait for a turn, half of them for one person
     * @param forOneself whether anybody waits for what is their own, too
     * @param toWait how long
     */
    public record Limits(long room, int atOnce, int atOnceOfOne, int waiting, boolean forOneself, Duration toWait) {
    }

    private final Limits limits;
    private final Map<Object, List<Long>> underWay = new HashMap<>();
    private final List<Object> waiting = new ArrayList<>();
    private final Lock lock = new ReentrantLock(true);
    private final Condition left = lock.newCondition();

    public HeapBudget(Limits limits) {
        this.limits = limits;
    }

    /** Bytes for all together. */
    public long room() {
        return limits.room();
    }

    /**
     * Takes some, to be given back.
     *
     * @param person the account, or what else stands for somebody; null for everybody who is not known
     */
    public Answer take(Object person, long bytes) {
        lock.lock();
        try {
            Answer answer = awaitRoom(person, bytes);
            if (answer == Answer.GRANTED) {
                underWay.computeIfAbsent(person, any -> new ArrayList<>()).add(bytes);
            }
            return answer;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Answer.OTHERS;
        } finally {
            lock.unlock();
        }
    }

    /** Gives back as much as was taken at once. */
    public void giveBack(Object person, long bytes) {
        shrink(person, bytes, 0);
    }

    /** Gives back some of what was taken at once. @param kept bytes that stay taken */
    public void shrink(Object person, long bytes, long kept) {
        lock.lock();
        try {
            List<Long> own = underWay.get(person);
            own.remove(Long.valueOf(bytes));
            if (kept > 0) {
                own.add(kept);
            }
            underWay.values().removeIf(List::isEmpty);
            left.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private Answer awaitRoom(Object person, long bytes) throws InterruptedException {
        Answer answer = room(person, bytes);
        if (answer == Answer.GRANTED || !mayWait(person, answer)) {
            return answer;
        }
        waiting.add(person);
        try {
            for (long nanos = limits.toWait().toNanos(); nanos > 0 && answer != Answer.GRANTED;) {
                nanos = left.awaitNanos(nanos);
                answer = room(person, bytes);
            }
            return answer;
        } finally {
            waiting.remove(person);
        }
    }

    private boolean mayWait(Object person, Answer answer) {
        return (answer == Answer.OTHERS || limits.forOneself()) && waiting.size() < limits.waiting()
                && Collections.frequency(waiting, person) < limits.waiting() / 2;
    }

    private Answer room(Object person, long bytes) {
        List<Long> own = underWay.getOrDefault(person, List.of());
        if (own.size() >= limits.atOnceOfOne() || !own.isEmpty() && sum(own) + bytes > limits.room() / 2) {
            return Answer.YOURS;
        }
        List<Long> all = underWay.values().stream().flatMap(List::stream).toList();
        return all.size() < limits.atOnce() && sum(all) + bytes <= limits.room() ? Answer.GRANTED : Answer.OTHERS;
    }

    private static long sum(List<Long> bytes) {
        return bytes.stream().mapToLong(Long::longValue).sum();
    }
}
