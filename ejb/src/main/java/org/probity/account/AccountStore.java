package org.probity.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.credential.Credential;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStore;
import java.util.Set;
import org.probity.access.TooMany;
import org.probity.kernel.Refusal;
import org.probity.kernel.Unguarded;
import org.probity.tenancy.CurrentBoard;

/**
 * Lets Jakarta Security check local accounts. Roles come per board and request, not from here; and accounts belong to the
 * installation, whichever board's sign-in page was used.
 */
@Unguarded("The server asks it who signs in, before there is anybody to ask about")
@ApplicationScoped
public class AccountStore implements IdentityStore {

    @Inject
    private SignIns signIns;

    @Override
    public CredentialValidationResult validate(Credential credential) {
        if (!(credential instanceof UsernamePasswordCredential given)) {
            return CredentialValidationResult.NOT_VALIDATED_RESULT;
        }
        return CurrentBoard.outside(() -> check(given));
    }

    private CredentialValidationResult check(UsernamePasswordCredential given) {
        return tries(given) == SignIns.Result.WELCOME
                ? new CredentialValidationResult(signIns.find(given.getCaller()).orElseThrow().username(), Set.of("member"))
                : CredentialValidationResult.INVALID_RESULT;
    }

    /** Whoever is to come back since too many others try has not tried. */
    private SignIns.Result tries(UsernamePasswordCredential given) {
        DeviceCredential browser = given instanceof DeviceCredential known ? known : new DeviceCredential(given.getCaller(), null, null, null);
        boolean own = browser.device() != null;
        try {
            return signIns.check(given.getCaller(), given.getPasswordAsString(), own, browser.network());
        } catch (RuntimeException e) {
            if (own && Refusal.in(e) instanceof TooMany) {
                signIns.notTried(given.getCaller(), browser.device());
            }
            throw e;
        }
    }
}
