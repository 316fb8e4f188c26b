package org.probity.tenancy;

import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.probity.kernel.Unguarded;

/** On the embedded database: no statement runs on for nobody. Whoever asked for it is told that it took too long. */
@Unguarded("The clockwork itself, which looks at nothing of a case")
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
public class LongStatements {

    /** As long as PostgreSQL is told by the data source. */
    private static final Duration LONGEST = Duration.ofSeconds(Long.parseLong(System.getenv().getOrDefault("PROBITY_QUERY_SECONDS", "20")));

    private volatile boolean walled;

    @Schedule(hour = "*", minute = "*", second = "*/3", persistent = false)
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public void end() throws SQLException {
        if (!walled) {
            try (Connection connection = CaseDatabase.asApplication().getConnection()) {
                walled = CaseDatabase.isWalled(connection);
                if (!walled) {
                    CaseDatabase.endLong(connection, LONGEST);
                }
            }
        }
    }
}
