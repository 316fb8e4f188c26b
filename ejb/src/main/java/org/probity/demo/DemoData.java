package org.probity.demo;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.probity.identity.Account;
import org.probity.identity.Caller;
import org.probity.identity.CurrentCaller;
import org.probity.identity.Passwords;
import org.probity.kernel.Unguarded;
import org.probity.notification.Links;
import org.probity.tenancy.CaseDatabase;
import org.probity.tenancy.CurrentBoard;

/**
 * Fills an empty Probity when it starts: with the demonstration boards, or, where {@code PROBITY_DEMO=false}, with one
 * operator whose password is printed once. Whatever is there already is left as it is.
 */
@Unguarded("The first start itself, which acts as the system through guarded services")
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
public class DemoData {

    /** Of every demonstration account. Public on purpose: these accounts hold nothing but fiction. */
    static final String PASSWORD = "probity-demo";

    static final String DEMO_OPERATOR = "operator@example.org";

    static final List<String> SLUGS = List.of("chscb", "nscb", "lscb", "cwmtaf");

    private static final String OPERATOR = "operator";
    private static final Logger LOG = System.getLogger(DemoData.class.getName());

    @Inject
    private DemoLoader loader;

    @Inject
    private Passwords passwords;

    /** @throws IllegalStateException where the database cannot be reached */
    @PostConstruct
    void load() {
        try {
            CaseDatabase.alone(owner -> CurrentCaller.run(Caller.system(), wanted() ? this::loadBoards : this::addFirstOperator));
        } catch (SQLException e) {
            throw new IllegalStateException("The first data cannot be put into the database", e);
        }
    }

    private static boolean wanted() {
        return !"false".equalsIgnoreCase(System.getenv("PROBITY_DEMO"));
    }

    /**
     * All demonstration accounts share one password hash, salt included: it is slow to work out, there are about forty
     * of them, and the password is printed anyway. Real accounts each have their own.
     */
    private void loadBoards() {
        List<String> missing = SLUGS.stream().filter(slug -> CurrentBoard.call(slug, loader::isEmpty)).toList();
        if (!missing.isEmpty()) {
            String hash = passwords.hash(PASSWORD);
            loader.addOperator(DEMO_OPERATOR, DEMO_OPERATOR, hash, false);
            missing.forEach(slug -> add(DemoBoard.read(slug), hash));
        }
        LOG.log(Level.INFO, """
                Demonstration boards at %s (PROBITY_DEMO=false starts without them)
                  boards       %s
                  sign in as   <board>-<role>@example.org, as in chscb-officer@example.org
                  roles        officer, officer2, lead, hr, employee, manager, admin, auditor
                  two boards   hospital-hr@example.org (HR), roles@example.org (another role at each)
                  operator     %s
                  password     %s (the same for all)
                  API tokens   demo-<board>-<role>, as in demo-chscb-officer"""
                .formatted(Links.toRoot("signin"), String.join(", ", SLUGS), DEMO_OPERATOR, PASSWORD));
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
        loader.addOperator(OPERATOR, "operator@localhost", passwords.hash(password), true);
        LOG.log(Level.INFO, """
                Probity is empty. Its first operator, shown this once:
                  sign in at   %s
                  as           %s
                  password     %s""".formatted(Links.toRoot("signin"), OPERATOR, password));
    }

    private static String randomPassword() {
        byte[] bytes = new byte[15];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
