package org.probity.kernel;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** What only so many do at once, in the order in which they came. Few wait for their turn, and not for long: each keeps a thread. */
public final class Turns {

    private final Semaphore free;
    private final int mostWaiting;

    public Turns(int atOnce, int mostWaiting) {
        this.free = new Semaphore(atOnce, true);
        this.mostWaiting = mostWaiting;
    }

    /** @return whether the turn came, which is then to be given back with {@link #end}; not where too many wait already */
    public boolean begin(Duration toWait) {
        try {
            return free.getQueueLength() < mostWaiting && free.tryAcquire(toWait.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Gives a turn back. */
    public void end() {
        free.release();
    }
}
