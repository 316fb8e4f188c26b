package org.probity.tenancy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.ServiceLoader;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.migration.JavaMigration;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.spi.BootstrapContext;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.integrator.spi.Integrator;
import org.hibernate.service.spi.SessionFactoryServiceRegistry;
import org.probity.server.Settings;

/**
 * Brings the database to the version of this release, as its owner, before Hibernate holds the entities against it. On
 * PostgreSQL the walls between boards are put on every table then.
 */
public class Migrations implements Integrator {

    /**
     * The first that is done of all, so that nothing is opened or written before the settings were looked at.
     *
     * @throws IllegalStateException where a setting makes no sense, a folder is open to others, the database cannot be reached,
     *         or the application's role may too much
     */
    @Override
    public void integrate(Metadata metadata, BootstrapContext bootstrap, SessionFactoryImplementor factory) {
        Settings.require(System.getenv());
        AtRest.require();
        try {
            CaseDatabase.alone(Migrations::migrate);
        } catch (SQLException e) {
            throw new IllegalStateException("The database cannot be reached to bring it up to date", e);
        }
    }

    private static void migrate(Connection owner) throws SQLException {
        boolean walled = CaseDatabase.isWalled(owner);
        FluentConfiguration flyway = on(CaseDatabase.asOwner(), walled);
        if (walled) {
            ApplicationRole role = ApplicationRole.of(CaseDatabase.asApplication());
            role.requireLesser(owner);
            flyway.callbacks(new RowSecurity(role.name()));
        }
        flyway.load().migrate();
    }

    /** @param walled whether that is PostgreSQL */
    static FluentConfiguration on(DataSource database, boolean walled) {
        return Flyway.configure(Migrations.class.getClassLoader()).dataSource(database)
                .locations("classpath:db/migration").javaMigrations(inJava())
                .placeholders(Map.of("bytes", walled ? "bytea" : "blob", "stored", walled ? "stored" : ""))
                // numbers belong to parts of Probity, which do not grow in the order of their numbers
                .table("schema_version").outOfOrder(true);
    }

    @Override
    public void disintegrate(SessionFactoryImplementor factory, SessionFactoryServiceRegistry registry) {
        // nothing was opened that outlives the migration
    }

    /** What SQL cannot say, as the packages above offer it. */
    private static JavaMigration[] inJava() {
        return ServiceLoader.load(JavaMigration.class, Migrations.class.getClassLoader()).stream()
                .map(ServiceLoader.Provider::get).toArray(JavaMigration[]::new);
    }
}
