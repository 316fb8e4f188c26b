package org.probity.tenancy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.api.FlywayException;

/** What a server asks of PostgreSQL before it works on it. */
final class PreparedDatabase {

    private static final List<String> OF_THE_OWNER = List.of("PROBITY_DB_OWNER_USER", "PROBITY_DB_OWNER_PASSWORD");

    private PreparedDatabase() {
    }

    /**
     * @throws IllegalStateException where the owner's password is at hand, the application's role may too much, or the database
     *         was not prepared for this release and this folder of keys
     */
    static void require(DataSource database) {
        requireNoOwner(System.getenv());
        try {
            ApplicationRole role = ApplicationRole.of(database);
            role.requireLesser();
            if (Migrations.pending(database) > 0) {
                throw unprepared(null);
            }
            requireKey(database);
            requireNoMore(database, role);
        } catch (SQLException | FlywayException e) {
            throw unprepared(e);
        }
    }

    /** What could be read by whatever got into the server, it does not hold. */
    static void requireNoOwner(Map<String, String> environment) {
        OF_THE_OWNER.stream().filter(environment::containsKey).findFirst().ifPresent(name -> {
            throw new IllegalStateException(name + " is for preparing the database only. No server may hold what could change its tables; "
                    + "docs/operating.md says how they are started.");
        });
    }

    private static IllegalStateException unprepared(Exception cause) {
        return new IllegalStateException("its database was not prepared for this release. docs/operating.md says how the "
                + "owner of the tables does that.", cause);
    }

    private static void requireNoMore(DataSource database, ApplicationRole role) throws SQLException {
        try (Connection connection = database.getConnection()) {
            new RowSecurity(role.name()).requireNoMore(connection);
        }
    }

    private static void requireKey(DataSource database) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement("select proof from board_scope where scope = '" + BoardResolver.NO_BOARD + "'");
                ResultSet row = query.executeQuery()) {
            if (!row.next() || !Arrays.equals(row.getBytes(1), ScopeKey.configured().proof(BoardResolver.NO_BOARD))) {
                throw new IllegalStateException("its database was prepared with another folder of keys (PROBITY_KEYS).");
            }
        }
    }
}
