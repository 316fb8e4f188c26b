package org.probity.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.probity.kernel.Unguarded;
import org.probity.server.Faults;
import org.probity.tenancy.Board;
import org.probity.tenancy.Boards;
import org.probity.tenancy.CurrentBoard;

/**
 * What the clockwork does of itself, as the system: for the installation, or for one board after the other. A board in trouble
 * does not keep the others waiting; the log tells of it, and the next round tries again.
 */
@Unguarded("The clockwork itself, which acts as the system through guarded services")
@ApplicationScoped
public class ScheduledWork {

    private static final Logger LOG = Logger.getLogger(ScheduledWork.class.getName());

    @Inject
    private Boards boards;

    private final AtomicBoolean outage = new AtomicBoolean();

    /** @param what is done, for the log, such as {@code Sending mail} */
    public void eachBoard(String what, Runnable work) {
        all(what).forEach(board -> board(what, board.slug(), work));
    }

    /** At one board. @param what is done, for the log */
    public void board(String what, String slug, Runnable work) {
        CurrentBoard.run(slug, () -> attempt(what + " at " + slug, work));
    }

    /** None where the database is away; the log tells when it is back. */
    private List<Board> all(String what) {
        try {
            List<Board> all = boards.all();
            if (outage.compareAndSet(true, false)) {
                LOG.info("The database answers again");
            }
            return all;
        } catch (RuntimeException e) {
            tell(what, e);
            return List.of();
        }
    }

    /** At no board. @param what is done, for the log */
    public void installation(String what, Runnable work) {
        attempt(what + " of the installation", work);
    }

    private void attempt(String what, Runnable work) {
        try {
            CurrentCaller.run(Caller.system(), work);
        } catch (RuntimeException e) {
            tell(what, e);
        }
    }

    private void tell(String what, RuntimeException e) {
        if (Faults.isOutage(e)) {
            outage.set(true);
        }
        LOG.log(Level.SEVERE, e, () -> what + " failed");
    }
}
