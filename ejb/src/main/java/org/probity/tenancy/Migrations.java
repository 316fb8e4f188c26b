package org.probity.tenancy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.spi.BootstrapContext;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.integrator.spi.Integrator;
import org.hibernate.service.spi.SessionFactoryServiceRegistry;

/** Brings the database to the version of this release, before Hibernate holds the entities against it. */
public class Migrations implements Integrator {

    private static final String DATA_SOURCE = "java:jboss/datasources/ProbityDS";

    @Override
    public void integrate(Metadata metadata, BootstrapContext bootstrap, SessionFactoryImplementor factory) {
        try {
            DataSource dataSource = (DataSource) new InitialContext().lookup(DATA_SOURCE);
            Flyway.configure(Migrations.class.getClassLoader()).dataSource(dataSource)
                    .locations("classpath:db/migration").placeholders(Map.of("bytes", bytes(dataSource)))
                    .table("schema_version").load().migrate();
        } catch (NamingException | SQLException e) {
            throw new IllegalStateException("The database cannot be reached to bring it up to date", e);
        }
    }

    @Override
    public void disintegrate(SessionFactoryImplementor factory, SessionFactoryServiceRegistry registry) {
        // nothing was opened that outlives the migration
    }

    private static String bytes(DataSource dataSource) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            return connection.getMetaData().getDatabaseProductName().equals("PostgreSQL") ? "bytea" : "blob";
        }
    }
}
