package org.probity.ear.rows;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Raw SQL on one connection, without a transaction unless it is begun. */
final class Database implements AutoCloseable {

    /** What PostgreSQL says when a wall or a missing right stands in the way. */
    static final String REFUSED = "42501";

    private final Connection connection;

    Database(Connection connection) {
        this.connection = connection;
    }

    /** Begins a transaction in that scope, as the application says it; null for none. */
    Database in(String scope) throws SQLException {
        return in(scope, null);
    }

    /** The same, with a power beside it; null for none. */
    Database in(String scope, String power) throws SQLException {
        connection.setAutoCommit(false);
        if (scope != null) {
            saying("board", Capability.of(scope));
            saying("power", power == null ? "" : Capability.of(power));
        }
        return this;
    }

    /** What SQL alone can say. @param setting {@code board} or {@code power} */
    Database saying(String setting, String said) throws SQLException {
        rows("select set_config(?, ?, true)", "probity." + setting, said);
        return this;
    }

    List<List<Object>> rows(String sql, Object... parameters) throws SQLException {
        try (PreparedStatement query = prepared(sql, parameters); ResultSet row = query.executeQuery()) {
            List<List<Object>> rows = new ArrayList<>();
            while (row.next()) {
                List<Object> values = new ArrayList<>();
                for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
                    values.add(row.getObject(column));
                }
                rows.add(values);
            }
            return rows;
        }
    }

    List<String> texts(String sql, Object... parameters) throws SQLException {
        return rows(sql, parameters).stream().map(row -> String.valueOf(row.get(0))).toList();
    }

    long number(String sql, Object... parameters) throws SQLException {
        return ((Number) rows(sql, parameters).get(0).get(0)).longValue();
    }

    int write(String sql, Object... parameters) throws SQLException {
        try (PreparedStatement statement = prepared(sql, parameters)) {
            return statement.executeUpdate();
        }
    }

    private PreparedStatement prepared(String sql, Object... parameters) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i]);
        }
        return statement;
    }

    void rollBack() throws SQLException {
        connection.rollback();
    }

    @Override
    public void close() throws SQLException {
        if (!connection.getAutoCommit()) {
            connection.rollback();
        }
        connection.close();
    }
}
