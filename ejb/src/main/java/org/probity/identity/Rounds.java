package org.probity.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.probity.kernel.Unguarded;
import org.probity.tenancy.Board;
import org.probity.tenancy.Boards;
import org.probity.tenancy.CurrentBoard;

/**
 * What the clockwork does of itself, as the system: for the installation, or for one board after the other. A board in trouble
 * does not keep the others waiting; the log tells of it, and the next round tries again.
 */
@Unguarded("The clockwork itself, which acts as the system through guarded services")
@ApplicationScoped
public class Rounds {

    private static final Logger LOG = Logger.getLogger(Rounds.class.getName());

    @Inject
    private Boards boards;

    /** @param what is done, for the log, such as {@code Sending mail} */
    public void eachBoard(String what, Runnable work) {
        for (Board board : boards.all()) {
            CurrentBoard.run(board.slug(), () -> attempt(what + " at " + board.slug(), work));
        }
    }

    /** At no board. @param what is done, for the log */
    public void installation(String what, Runnable work) {
        attempt(what + " of the installation", work);
    }

    private static void attempt(String what, Runnable work) {
        try {
            CurrentCaller.run(Caller.system(), work);
        } catch (RuntimeException e) {
            LOG.log(Level.SEVERE, e, () -> what + " failed");
        }
    }
}
