package org.probity.kernel;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/** What keeps the server busy for long: each person does it once at a time, and all of them only so often. Nobody waits. */
public final class PersonalTurns {

    private final Set<Long> under = ConcurrentHashMap.newKeySet();
    private final Semaphore free;

    public PersonalTurns(int atOnce) {
        free = new Semaphore(atOnce);
    }

    /**
     * Does the work, if its turn has come.
     *
     * @param person account of whoever asks
     * @param refused key of what is said otherwise
     * @throws Refusal TOO_MANY where that person has it done just now, or enough others
     */
    public <T> T take(Long person, String refused, Supplier<T> work) {
        if (!under.add(person)) {
            throw Refusal.tooMany(refused);
        }
        try {
            return inTurn(refused, work);
        } finally {
            under.remove(person);
        }
    }

    private <T> T inTurn(String refused, Supplier<T> work) {
        if (!free.tryAcquire()) {
            throw Refusal.tooMany(refused);
        }
        try {
            return work.get();
        } finally {
            free.release();
        }
    }
}
