package org.probity.demo;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import org.probity.access.Caller;
import org.probity.access.CurrentCaller;
import org.probity.account.Account;
import org.probity.account.OneTimeLink;
import org.probity.account.OneTimeLinks;
import org.probity.account.SecondFactors;
import org.probity.account.SignIns;
import org.probity.crypto.Folders;
import org.probity.crypto.OwnerOnly;
import org.probity.kernel.Unguarded;
import org.probity.notification.Links;
import org.probity.powers.FactorResets;

/**
 * The way back in for an operator who has lost theirs, whose link no board could hand over. Whoever starts the
 * server with {@code PROBITY_OPERATOR_LINK=<user name>} finds a one-time link in a file of the data folder. The second factor is
 * set aside once another operator confirms it or a day after the mail has left that tells its owner; at once only where no other
 * operator could be asked.
 */
@Unguarded("The start of the server itself, which acts as the system through guarded services")
@Singleton
@Startup
@DependsOn("DemoData")
@TransactionManagement(TransactionManagementType.BEAN)
public class OperatorLink {

    private static final String FILE = "operator-link.txt";
    private static final Logger LOG = System.getLogger(OperatorLink.class.getName());

    @Inject
    private SignIns signIns;

    @Inject
    private OneTimeLinks links;

    @Inject
    private SecondFactors secondFactors;

    @Inject
    private FactorResets resets;

    /** @throws IllegalStateException where the setting names nobody who is an operator */
    @PostConstruct
    void print() {
        String username = System.getenv("PROBITY_OPERATOR_LINK");
        if (username != null && !username.isBlank()) {
            CurrentCaller.run(Caller.system(), () -> print(signIns.find(username).filter(Account::operator)
                    .orElseThrow(() -> new IllegalStateException("PROBITY_OPERATOR_LINK names nobody who is an operator"))));
        }
    }

    private void print(Account operator) {
        setAside(operator);
        OneTimeLinks.Made link = links.make(operator.id(), OneTimeLink.Kind.RESET);
        LOG.log(Level.WARNING, "PROBITY_OPERATOR_LINK: a new passphrase for {0} can be chosen once, within the hour, by the link in {1}",
                operator.username(), leave(FILE, Links.toRoot("link/" + link.token())));
    }

    private void setAside(Account operator) {
        if (!operator.hasSecondFactor()) {
            return;
        }
        if (secondFactors.operators() > 1) {
            resets.askForOperator(operator);
        } else {
            secondFactors.reset(operator.id());
        }
    }

    /** Not in the log, which stays and which more people read. */
    static Path leave(String file, String link) {
        try {
            return OwnerOnly.write(OwnerOnly.folder(Folders.data()).resolve(file), link + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException("The link for an operator cannot be left in " + Folders.data(), e);
        }
    }
}
