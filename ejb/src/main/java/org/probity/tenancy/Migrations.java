package org.probity.tenancy;

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
 * Brings the database to the version of this release before Hibernate holds the entities against it. PostgreSQL has been
 * brought there already, by a {@link DatabaseOwner} in another process; here it is only seen to be so.
 */
public class Migrations implements Integrator {

    /**
     * The first that is done of all, so that nothing is opened or written before the settings were looked at.
     *
     * @throws IllegalStateException where a setting makes no sense, a folder is open to others, the database cannot be reached or was
     *         not prepared, or the application's role may too much
     */
    @Override
    public void integrate(Metadata metadata, BootstrapContext bootstrap, SessionFactoryImplementor factory) {
        Settings.require(System.getenv());
        AtRest.require();
        DataSource database = CaseDatabase.asApplication();
        if (CaseDatabase.isWalled()) {
            PreparedDatabase.require(database);
        } else {
            on(database, false).load().migrate();
        }
        BoardAdmission.watch(factory);
    }

    /** As the owner of the tables. */
    static void migrate(DataSource asOwner, RowSecurity walls) {
        on(asOwner, true).callbacks(walls).load().migrate();
    }

    /** How many migrations of this release a database has not seen yet. */
    static int pending(DataSource database) {
        return on(database, true).load().info().pending().length;
    }

    /** @param walled whether that is PostgreSQL */
    static FluentConfiguration on(DataSource database, boolean walled) {
        return Flyway.configure(Migrations.class.getClassLoader()).dataSource(database)
                .locations("classpath:db/migration").javaMigrations(inJava())
                .placeholders(Map.of("bytes", walled ? "bytea" : "blob", "stored", walled ? "stored" : "",
                        "bytewise", walled ? "collate \"C\"" : ""))
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
