package org.probity.checkpoint;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;
import org.probity.access.Caller;
import org.probity.access.CurrentCaller;
import org.probity.crypto.Keys;
import org.probity.kernel.Unguarded;
import org.probity.tenancy.Board;
import org.probity.tenancy.Boards;
import org.probity.tenancy.CaseDatabase;
import org.probity.tenancy.CurrentBoard;

/** Stops the start where checkpoints of the audit are there and the key that signed them is not. */
@Unguarded("The start itself, which acts as the system through guarded services")
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
public class KeyCheck {

    @Inject
    private KeyHistory history;

    @Inject
    private CheckpointFiles files;

    @Inject
    private Boards boards;

    /** @throws IllegalStateException where nobody knows the key, or the database cannot be reached */
    @PostConstruct
    void check() {
        try {
            CaseDatabase.alone(owner -> CurrentCaller.run(Caller.system(), () -> history.settle(used(), Keys.declared())));
        } catch (SQLException e) {
            throw new IllegalStateException("The keys of the audit cannot be checked", e);
        }
    }

    private Set<String> used() {
        Set<String> used = new HashSet<>(history.used());
        used.addAll(files.keys());
        for (Board board : boards.all()) {
            used.addAll(CurrentBoard.call(board.slug(), history::used));
            used.removeAll(CurrentBoard.call(board.slug(), history::foreign));
        }
        return used;
    }
}
