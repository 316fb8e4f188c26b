package org.probity.ear;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;

/** A real PostgreSQL, with a database as an installer makes it: an owner, and a lesser role for the application. */
public final class PostgresServer implements AutoCloseable {

    private static final String NAME = "probity";
    private static final String OWNER = "probity_owner";

    /** Unlike any other word, to be looked for. */
    public static final String OWNERS_PASSWORD = "only-the-owner-knows";

    private final EmbeddedPostgres postgres;

    private PostgresServer(EmbeddedPostgres postgres) {
        this.postgres = postgres;
    }

    public static PostgresServer start() throws IOException, SQLException {
        EmbeddedPostgres postgres = EmbeddedPostgres.builder().start();
        try (Connection connection = postgres.getPostgresDatabase().getConnection(); Statement statement = connection.createStatement()) {
            statement.execute("create role " + OWNER + " login password '" + OWNERS_PASSWORD + "'");
            statement.execute("create role " + NAME + " login password '" + NAME + "'");
            statement.execute("create database " + NAME + " owner " + OWNER);
        }
        return new PostgresServer(postgres);
    }

    /** The settings that make a server use this database. */
    public Map<String, String> environment() {
        return Map.of("PROBITY_DB_DRIVER", "postgresql", "PROBITY_DB_URL", url(), "PROBITY_DB_USER", user(), "PROBITY_DB_PASSWORD",
                password(), "PROBITY_DB_OWNER_USER", OWNER, "PROBITY_DB_OWNER_PASSWORD", OWNERS_PASSWORD);
    }

    public String url() {
        return "jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/" + NAME;
    }

    public String user() {
        return NAME;
    }

    public String password() {
        return NAME;
    }

    /** As the application's role. */
    public Connection asApplication() throws SQLException {
        return DriverManager.getConnection(url(), NAME, NAME);
    }

    /** As the role that owns the tables. */
    public Connection asOwner() throws SQLException {
        return DriverManager.getConnection(url(), OWNER, OWNERS_PASSWORD);
    }

    /** As the superuser, whom no wall binds. */
    public Connection asSuperuser() throws SQLException {
        return postgres.getDatabase("postgres", NAME).getConnection();
    }

    @Override
    public void close() throws IOException {
        postgres.close();
    }
}
