package org.probity.tenancy;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.hibernate.engine.jdbc.connections.spi.AbstractDataSourceBasedMultiTenantConnectionProviderImpl;

/**
 * Tells the database itself which board a session of Hibernate is for. A session keeps its connection for the
 * transaction, so this is said once in each; outside a transaction it is forgotten at once, and nothing is found.
 */
public class BoardConnections extends AbstractDataSourceBasedMultiTenantConnectionProviderImpl<String> {

    private static final long serialVersionUID = 1L;

    /** Looked up at the first connection. */
    private transient volatile DataSource application;

    @Override
    public Connection getConnection(String board) throws SQLException {
        Connection connection = super.getConnection(board);
        try {
            if (CaseDatabase.isWalled(connection)) {
                new BoardScope(board).enterOnce(connection);
            }
            return connection;
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    @Override
    protected DataSource selectAnyDataSource() {
        if (application == null) {
            application = CaseDatabase.asApplication();
        }
        return application;
    }

    @Override
    protected DataSource selectDataSource(String board) {
        return selectAnyDataSource();
    }
}
