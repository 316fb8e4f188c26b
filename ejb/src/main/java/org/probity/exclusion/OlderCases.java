package org.probity.exclusion;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.util.Optional;
import org.probity.access.ScheduledWork;
import org.probity.kernel.Unguarded;
import org.probity.tenancy.CurrentBoard;

/**
 * Raises the walls that cases of earlier releases lack, before the first request is let in. Each case is a transaction of its
 * own, and what is done is noted on it, so that a start that was cut off goes on where it was. One that fails keeps no other
 * waiting: the log tells of it, and it is tried again each hour.
 */
@Unguarded("The start of the server itself, which acts as the system through guarded services")
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
public class OlderCases {

    private static final String WORK = "Comparing the names in older cases";

    @Inject
    private ScheduledWork scheduledWork;

    @Inject
    private NameWalls walls;

    @Schedule(hour = "*", minute = "41", persistent = false)
    public void again() {
        check();
    }

    @PostConstruct
    void check() {
        scheduledWork.eachBoard(WORK, () -> {
            Optional<Long> next = walls.nextOlder(Long.MIN_VALUE);
            while (next.isPresent()) {
                Long id = next.get();
                scheduledWork.board(WORK, CurrentBoard.slug(), () -> walls.checkOlder(id));
                next = walls.nextOlder(id);
            }
        });
    }
}
