package org.probity.tenancy;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.probity.crypto.KeyFolder;

/**
 * What only the owner of PostgreSQL's tables may do: make and change them, and put the walls between boards on them. It is done
 * in a process that ends before a server starts, so that no server ever holds the owner's password.
 */
public record DatabaseOwner(DataSource asOwner, DataSource asApplication) {

    /**
     * Brings the tables of this release into the database.
     *
     * @throws IllegalStateException where the application's role may too much
     */
    public void migrate(Connection owner) throws SQLException {
        ApplicationRole.of(asApplication).requireLesser(owner);
        Migrations.migrate(asOwner, walls());
    }

    /** Walls what was made outside the migrations, lets the application in to it, and gives it the scopes of the boards there are. */
    public void wall(Connection owner) throws SQLException {
        walls().raise(owner);
        owner.setAutoCommit(false);
        try {
            BoardScopes.keep(owner, ScopeKey.made(KeyFolder.configured()));
            owner.commit();
        } finally {
            owner.rollback();
            owner.setAutoCommit(true);
        }
    }

    private RowSecurity walls() throws SQLException {
        return new RowSecurity(ApplicationRole.of(asApplication).name());
    }
}
