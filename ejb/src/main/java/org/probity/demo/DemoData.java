package org.probity.demo;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.probity.access.Caller;
import org.probity.access.CurrentCaller;
import org.probity.access.WellKnown;
import org.probity.account.Account;
import org.probity.account.Passwords;
import org.probity.crypto.Folders;
import org.probity.crypto.OwnerOnly;
import org.probity.kernel.Unguarded;
import org.probity.notification.Links;
import org.probity.tenancy.CaseDatabase;
import org.probity.tenancy.CurrentBoard;
import org.probity.tenancy.Installation;

/**
 * Fills Probity at its first start, and never again: a demonstration with its boards, a real one with one operator, whose
 * password is left in a file. A first start that was cut short is finished by the next.
 */
@Unguarded("The first start itself, which acts as the system through guarded services")
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
public class DemoData {

    static final String DEMO_OPERATOR = "operator@example.org";

    /** Confirms what the first one asks for. */
    private static final String SECOND_OPERATOR = "operator2@example.org";

    static final List<String> SLUGS = List.of("chscb", "nscb", "lscb", "cwmtaf");

    private static final String OPERATOR = "operator";
    private static final String PASSWORD_FILE = "first-operator.txt";
    private static final Logger LOG = System.getLogger(DemoData.class.getName());

    @Inject
    private DemoLoader loader;

    @Inject
    private Passwords passwords;

    @Inject
    private Installation installation;

    /** @throws IllegalStateException where the database cannot be reached, or {@code PROBITY_DEMO} contradicts what it is */
    @PostConstruct
    void load() {
        try {
            CaseDatabase.alone(owner -> {
                boolean embedded = !CaseDatabase.isWalled(owner);
                CurrentCaller.run(Caller.system(), () -> begin(embedded));
            });
        } catch (SQLException e) {
            throw new IllegalStateException("The first data cannot be put into the database", e);
        }
    }

    private void begin(boolean embedded) {
        String bound = System.getProperty("jboss.bind.address", System.getenv().getOrDefault("PROBITY_BIND", "127.0.0.1"));
        Installation.Kind kind = FirstStart.of(System.getenv(), bound, embedded).kind(loader.kind());
        loader.keep(kind);
        installation.is(kind);
        boolean demo = kind == Installation.Kind.DEMO;
        if (!loader.isFirstDataWritten()) {
            fill(demo);
            loader.keepFirstDataWritten();
        }
        if (demo) {
            tellLogIns();
        } else if (!loader.owesPassphrase(OPERATOR)) {
            dropPasswordFile();
        }
    }

    private void fill(boolean demo) {
        if (demo) {
            loadBoards();
        } else {
            addFirstOperator();
        }
    }

    /**
     * All demonstration accounts share one password hash, salt included: it is slow to work out, there are about forty
     * of them, and the password is printed anyway. Real accounts each have their own.
     */
    private void loadBoards() {
        List<String> missing = SLUGS.stream().filter(slug -> CurrentBoard.call(slug, loader::isEmpty)).toList();
        if (!missing.isEmpty()) {
            String hash = passwords.hash(WellKnown.PASSWORD);
            loader.addOperator(DEMO_OPERATOR, "Probity Operator", DEMO_OPERATOR, hash, false);
            loader.addOperator(SECOND_OPERATOR, "Second Probity Operator", SECOND_OPERATOR, hash, false);
            missing.forEach(slug -> add(DemoBoard.read(slug), hash));
        }
    }

    /** The log has one line an event. */
    private static void tellLogIns() {
        """
                Probity as a demonstration, at %s
                  chscb-officer@example.org    take up a concern, have a post removed, refer somebody to their employer
                  chscb-lead@example.org       approve or send back what the officer asks for; an officer never approves their own
                  chscb-hr@example.org         receive a referral as the employer, and say what came of it
                  chscb-employee@example.org   read what is asked of you in your own case, and answer
                  chscb-manager@example.org    report what one of your staff posted; no case opens to you
                  chscb-admin@example.org      members, policies, deadlines, and who may do what
                  chscb-auditor@example.org    who did and who saw what; export it and check it
                  operator@example.org         boards and their archives, and the mail that went out
                Password of all: %s. The same at nscb, lscb and, in Welsh too, cwmtaf. Tokens of the API (/openapi): demo-<board>-<role>
                Other log-ins: README.md. PROBITY_DEMO=false makes a new installation a real one."""
                .formatted(Links.toRoot("signin"), WellKnown.PASSWORD).lines().forEach(line -> LOG.log(Level.INFO, line));
    }

    /** What belongs to the installation, and then what belongs to the board. */
    private void add(DemoBoard demo, String hash) {
        loader.addBoard(demo.board());
        Map<String, Account> accounts = loader.addAccounts(demo, hash);
        CurrentBoard.run(demo.board().slug(), () -> loader.add(demo, accounts));
    }

    private void addFirstOperator() {
        if (loader.anybody()) {
            return;
        }
        String password = randomPassword();
        Path file = leave(password);
        loader.addOperator(OPERATOR, "Probity Operator", "operator@localhost", passwords.hash(password), true);
        LOG.log(Level.INFO, "Probity is empty. How its first operator signs in stands in {0}", file);
    }

    /** Not in the log, which stays and which more people read. */
    private static Path leave(String password) {
        try {
            return OwnerOnly.write(OwnerOnly.folder(Folders.data()).resolve(PASSWORD_FILE), """
                    sign in at   %s
                    as           %s
                    password     %s
                    """.formatted(Links.toRoot("signin"), OPERATOR, password));
        } catch (IOException e) {
            throw new UncheckedIOException("The password of the first operator cannot be left in " + Folders.data(), e);
        }
    }

    private static void dropPasswordFile() {
        try {
            Files.deleteIfExists(Folders.data().resolve(PASSWORD_FILE));
        } catch (IOException e) {
            LOG.log(Level.WARNING, "{0} is of no use any more and cannot be deleted", PASSWORD_FILE);
        }
    }

    private static String randomPassword() {
        byte[] bytes = new byte[15];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
