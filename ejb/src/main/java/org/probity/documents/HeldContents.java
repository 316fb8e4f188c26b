package org.probity.documents;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.probity.access.CurrentCaller;
import org.probity.documents.ContentRoom.Use;
import org.probity.tenancy.CurrentBoard;

/**
 * What one request has taken of {@link ContentRoom}. It gives it back when it is over: its answer is written then, or was cut. Outside
 * of requests the container makes one of each call of a service.
 */
@RequestScoped
class HeldContents {

    private static final Logger LOG = Logger.getLogger(HeldContents.class.getName());

    private record Held(Use use, Object person, long bytes) {
    }

    @Inject
    private ContentRoom room;

    private final List<Held> held = new ArrayList<>();
    private final List<ContentSpool.Spooled> spooled = new ArrayList<>();
    private boolean printing;
    private Long printer;
    private long paid;

    /**
     * Takes that much before it is read; from what was taken for a print, if anything was.
     *
     * @param bytes as they are kept
     * @throws org.probity.kernel.TryAgainLater where too much is under way
     */
    <T> T read(long bytes, Supplier<T> row) {
        if (printing && bytes <= paid) {
            paid -= bytes;
        } else {
            take(printing ? Use.PRINT : Use.SENT, bytes);
        }
        return room.reading(bytes, row);
    }

    /** What was just read, to be sent or printed. Large and to be sent it leaves the memory, to wait for its reader. */
    ContentBytes ready(ContentBytes content) {
        if (printing) {
            return content;
        }
        Optional<ContentBytes> waiting = spool(content);
        waiting.ifPresent(any -> giveBack(held.remove(held.size() - 1), 0));
        return waiting.orElse(content);
    }

    /**
     * Takes that much for a print and what is read for it; all there is, where it is more. A person has one print at a time.
     *
     * @throws org.probity.kernel.TryAgainLater as above
     */
    void prepare(long bytes) {
        if (!printing) {
            Long person = CurrentCaller.get().accountId();
            room.beginPrint(person);
            printer = person;
            printing = true;
        }
        long most = Math.min(bytes, room.size(Use.PRINT));
        if (most > 0) {
            take(Use.PRINT, most);
            paid += most;
        }
    }

    /** The print is made, to be sent: what it was made from is held no more, nor is it where it can wait for its reader. */
    ContentBytes printed(byte[] print) {
        endPrint();
        Optional<ContentBytes> waiting = spool(ContentBytes.of(print));
        keep(waiting.isPresent() ? 0 : print.length);
        return waiting.orElse(ContentBytes.of(print));
    }

    /** The request is over. */
    @PreDestroy
    void giveBack() {
        endPrint();
        keep(0);
        spooled.forEach(ContentSpool.Spooled::drop);
        spooled.clear();
    }

    private void endPrint() {
        if (printing) {
            room.endPrint(printer);
            printing = false;
        }
    }

    private void keep(long bytes) {
        paid = 0;
        List<Held> before = List.copyOf(held);
        held.clear();
        long left = bytes;
        for (Held one : before) {
            long kept = Math.min(one.bytes(), left);
            giveBack(one, kept);
            left -= kept;
            if (kept > 0) {
                held.add(new Held(one.use(), one.person(), kept));
            }
        }
    }

    /** Empty for what is small, and where the disk takes nothing. */
    private Optional<ContentBytes> spool(ContentBytes content) {
        if (content.length() < ContentRoom.LARGE) {
            return Optional.empty();
        }
        try {
            ContentSpool.Spooled waiting = room.spool().keep(content);
            spooled.add(waiting);
            return Optional.of(waiting.content());
        } catch (IOException e) {
            LOG.log(Level.WARNING, "A large file stays in memory while it is sent", e);
            return Optional.empty();
        }
    }

    /** Where nobody acts, each board stands for itself. */
    private void take(Use use, long bytes) {
        Long account = CurrentCaller.get().accountId();
        Object person = account != null ? account : CurrentBoard.orNone();
        room.take(use, person, bytes);
        held.add(new Held(use, person, bytes));
    }

    private void giveBack(Held one, long kept) {
        room.giveBack(one.use(), one.person(), one.bytes(), kept);
    }
}
