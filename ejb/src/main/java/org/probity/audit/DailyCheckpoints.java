package org.probity.audit;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.probity.identity.Caller;
import org.probity.identity.CurrentCaller;
import org.probity.kernel.Unguarded;
import org.probity.tenancy.Board;
import org.probity.tenancy.Boards;
import org.probity.tenancy.CurrentBoard;

/** Signs the chain of every board, and the installation's, each day; asked often, so that a time of standstill is made up for. */
@Unguarded("The clockwork itself, which acts as the system through guarded services")
@Singleton
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class DailyCheckpoints {

    private static final Logger LOG = Logger.getLogger(DailyCheckpoints.class.getName());

    @Inject
    private Boards boards;

    @Inject
    private Chains chains;

    /** A board in trouble does not keep the others waiting; it is tried again in a quarter of an hour. */
    @Schedule(hour = "*", minute = "*/15", persistent = false)
    public void round() {
        sign("the installation");
        for (Board board : boards.all()) {
            CurrentBoard.run(board.slug(), () -> sign(board.slug()));
        }
    }

    private void sign(String whose) {
        try {
            CurrentCaller.run(Caller.system(), chains::checkpointOfToday);
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, e, () -> "The audit of " + whose + " could not be signed");
        }
    }
}
