package org.probity.investigation;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import org.probity.identity.Rounds;
import org.probity.kernel.Unguarded;

/**
 * Raises the walls that cases of earlier releases lack, before the first request is let in. What is done is noted on each
 * case, a hundred of them in one transaction, so that a start that was cut off goes on where it was.
 */
@Unguarded("The start of the server itself, which acts as the system through guarded services")
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
public class OlderCases {

    private static final int AT_ONCE = 100;

    @Inject
    private Rounds rounds;

    @Inject
    private NameWalls walls;

    @PostConstruct
    void check() {
        rounds.eachBoard("Comparing the names in older cases", () -> {
            while (walls.checkOlder(AT_ONCE) == AT_ONCE) {
                // each call is a transaction of its own
            }
        });
    }
}
