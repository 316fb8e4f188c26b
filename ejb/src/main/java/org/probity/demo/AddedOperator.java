package org.probity.demo;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Locale;
import org.probity.access.Caller;
import org.probity.access.CurrentCaller;
import org.probity.account.Account;
import org.probity.account.OneTimeLink;
import org.probity.account.OneTimeLinks;
import org.probity.account.SignIns;
import org.probity.kernel.Unguarded;
import org.probity.notification.Links;

/**
 * Another operator, so that there are two for what takes two: nobody who is signed in can make one, only whoever starts the server,
 * with {@code PROBITY_OPERATOR_ADD=<e-mail address>}. A file of the data folder holds, once, a link to
 * choose a passphrase.
 */
@Unguarded("The start of the server itself, which acts as the system through guarded services")
@Singleton
@Startup
@DependsOn("DemoData")
@TransactionManagement(TransactionManagementType.BEAN)
public class AddedOperator {

    private static final String FILE = "added-operator-link.txt";
    private static final Logger LOG = System.getLogger(AddedOperator.class.getName());

    @Inject
    private DemoLoader loader;

    @Inject
    private SignIns signIns;

    @Inject
    private OneTimeLinks links;

    @PostConstruct
    void add() {
        String username = System.getenv("PROBITY_OPERATOR_ADD");
        if (username != null && !username.isBlank()) {
            CurrentCaller.run(Caller.system(), () -> add(username.strip().toLowerCase(Locale.ROOT)));
        }
    }

    private void add(String username) {
        if (signIns.find(username).isPresent()) {
            if (!signIns.find(username).filter(Account::operator).isPresent()) {
                LOG.log(Level.WARNING, "PROBITY_OPERATOR_ADD names somebody's own account: an operator has one for that alone");
            }
            return;
        }
        loader.addOperator(username, username, username, null, false);
        OneTimeLinks.Made link = links.make(signIns.find(username).orElseThrow().id(), OneTimeLink.Kind.RESET);
        LOG.log(Level.WARNING, "PROBITY_OPERATOR_ADD: {0} chooses a passphrase once, within the hour, by the link in {1}", username,
                OperatorLink.leave(FILE, Links.toRoot("link/" + link.token())));
    }
}
