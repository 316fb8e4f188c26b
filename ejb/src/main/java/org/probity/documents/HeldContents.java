package org.probity.documents;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.probity.identity.CurrentCaller;

/**
 * What one request has taken of {@link ContentRoom}. It gives it back when it is over: its answer is written then, or was cut. Outside
 * of requests the container makes one of each call of a service.
 */
@RequestScoped
class HeldContents {

    private record Held(Long person, long bytes) {
    }

    @Inject
    private ContentRoom room;

    private final List<Held> held = new ArrayList<>();
    private long paid;

    /**
     * Takes that much before it is read; from what was taken for a print, if anything was.
     *
     * @throws org.probity.kernel.TryAgainLater where too much is under way
     */
    <T> T read(long bytes, Supplier<T> row) {
        if (bytes <= paid) {
            paid -= bytes;
        } else {
            take(bytes);
        }
        return room.reading(bytes, row);
    }

    /** Takes that much for a print and what is read for it; all there is, where it is more. @throws org.probity.kernel.TryAgainLater as above */
    void prepare(long bytes) {
        long most = Math.min(bytes, room.size());
        if (most > 0) {
            take(most);
            paid += most;
        }
    }

    /** All that is left of what was taken is what was printed. */
    void printed(long bytes) {
        paid = 0;
        List<Held> before = List.copyOf(held);
        held.clear();
        long left = bytes;
        for (Held one : before) {
            long kept = Math.min(one.bytes(), left);
            room.giveBack(one.person(), one.bytes(), kept);
            left -= kept;
            if (kept > 0) {
                held.add(new Held(one.person(), kept));
            }
        }
    }

    /** The request is over. */
    @PreDestroy
    void giveBack() {
        printed(0);
    }

    private void take(long bytes) {
        Long person = CurrentCaller.get().accountId();
        room.take(person, bytes);
        held.add(new Held(person, bytes));
    }
}
