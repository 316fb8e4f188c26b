package org.probity.ear;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;

/** A real PostgreSQL, with a database whose owner is no superuser, so that row-level security binds it. */
public final class PostgresServer implements AutoCloseable {

    private static final String NAME = "probity";

    private final EmbeddedPostgres postgres;

    private PostgresServer(EmbeddedPostgres postgres) {
        this.postgres = postgres;
    }

    public static PostgresServer start() throws IOException, SQLException {
        EmbeddedPostgres postgres = EmbeddedPostgres.builder().start();
        try (Connection connection = postgres.getPostgresDatabase().getConnection(); Statement statement = connection.createStatement()) {
            statement.execute("create role " + NAME + " login password '" + NAME + "' nosuperuser nocreatedb nocreaterole nobypassrls");
            statement.execute("create database " + NAME + " owner " + NAME);
        }
        return new PostgresServer(postgres);
    }

    /** The settings that make a server use this database. */
    public Map<String, String> environment() {
        return Map.of("PROBITY_DB_DRIVER", "postgresql", "PROBITY_DB_URL", url(), "PROBITY_DB_USER", user(), "PROBITY_DB_PASSWORD", password());
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

    @Override
    public void close() throws IOException {
        postgres.close();
    }
}
