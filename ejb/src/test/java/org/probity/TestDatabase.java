package org.probity;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.lang.reflect.Field;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Properties;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.naming.InitialContext;
import javax.naming.NameNotFoundException;
import javax.naming.NamingException;
import javax.naming.spi.NamingManager;
import org.h2.jdbcx.JdbcDataSource;
import org.hibernate.cfg.Configuration;
import org.probity.tenancy.Board;
import org.probity.tenancy.BoardConnections;
import org.probity.tenancy.BoardResolver;
import org.probity.tenancy.CurrentBoard;
import org.probity.tenancy.Deadlines;

/**
 * A database in memory with the real migrations and every entity of the house held against them. Two boards are there:
 * {@code chscb} and {@code cwmtaf}. Started once for all tests that
 * ask for it; {@link CleanDatabase} takes out what a class of them put in.
 */
public final class TestDatabase {

    /** In quotes and with commas, as SQL lists them. */
    static final String BOARDS = "'chscb', 'cwmtaf'";

    private static final TestDatabase ONE = new TestDatabase();

    private final EntityManagerFactory factory;

    private TestDatabase() {
        JdbcDataSource dataSource = new JdbcDataSource();
        dataSource.setURL("jdbc:h2:mem:probity;DB_CLOSE_DELAY=-1");
        lendByName(dataSource);
        Properties settings = new Properties();
        settings.put("jakarta.persistence.nonJtaDataSource", dataSource);
        settings.put("hibernate.tenant_identifier_resolver", BoardResolver.class.getName());
        settings.put("hibernate.multi_tenant_connection_provider", BoardConnections.class.getName());
        settings.put("hibernate.hbm2ddl.auto", "validate");
        settings.put("hibernate.jdbc.time_zone", "UTC");
        Configuration configuration = new Configuration().addProperties(settings);
        new ClassFileImporter().withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("org.probity")
                .stream().filter(type -> type.isAnnotatedWith(Entity.class))
                .forEach(type -> configuration.addAnnotatedClass(type.reflect()));
        factory = configuration.buildSessionFactory();
        cleanedAfterEachClass(dataSource);
        run("chscb", entities -> entities.persist(board("chscb", "City Safeguarding Board", null, Board.Country.ENGLAND)));
        run("cwmtaf", entities -> entities.persist(board("cwmtaf", "Cwm Taf Safeguarding Board", "Bwrdd Diogelu Cwm Taf",
                Board.Country.WALES)));
    }

    public static TestDatabase get() {
        return ONE;
    }

    /** Runs the work for that board in a transaction of its own. */
    public void run(String board, Consumer<EntityManager> work) {
        call(board, entities -> {
            work.accept(entities);
            return null;
        });
    }

    /** Runs the work for that board in a transaction of its own and returns its answer. */
    public <T> T call(String board, Function<EntityManager, T> work) {
        return CurrentBoard.call(board, () -> {
            try (EntityManager entities = factory.createEntityManager()) {
                return inTransaction(entities, work);
            }
        });
    }

    private static <T> T inTransaction(EntityManager entities, Function<EntityManager, T> work) {
        entities.getTransaction().begin();
        try {
            T answer = work.apply(entities);
            entities.getTransaction().commit();
            return answer;
        } finally {
            if (entities.getTransaction().isActive()) {
                entities.getTransaction().rollback();
            }
        }
    }

    /** Gives a service what it is otherwise injected with, by type; what is not given stays null. */
    public static <T> T wire(T service, Object... parts) {
        for (Field field : service.getClass().getDeclaredFields()) {
            Arrays.stream(parts).filter(field.getType()::isInstance).findFirst().ifPresent(part -> set(service, field, part));
        }
        return service;
    }

    private static void set(Object service, Field field, Object part) {
        try {
            field.setAccessible(true);
            field.set(service, part);
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }

    private static void cleanedAfterEachClass(JdbcDataSource dataSource) {
        try {
            CleanDatabase.startFrom(dataSource);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    /** The migrations look their data source up by name, as on the server. */
    private static void lendByName(JdbcDataSource dataSource) {
        try {
            NamingManager.setInitialContextFactoryBuilder(environment -> settings -> new InitialContext(true) {
                @Override
                public Object lookup(String name) throws NamingException {
                    if (name.equals("java:jboss/datasources/ProbityDS")) {
                        return dataSource;
                    }
                    throw new NameNotFoundException(name);
                }
            });
        } catch (NamingException e) {
            throw new AssertionError(e);
        }
    }

    private static Board board(String slug, String name, String nameCy, Board.Country country) {
        return new Board(slug, name, nameCy, slug.toUpperCase(Locale.ROOT), country, "#1d5b8f", nameCy != null,
                "conduct@" + slug + ".example.org", Deadlines.usual());
    }
}
