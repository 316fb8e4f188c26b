package org.probity.signon;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.security.enterprise.credential.Credential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStore;
import java.util.Set;
import org.probity.kernel.Unguarded;

/** Lets Jakarta Security take somebody a provider vouched for, beside the store of local accounts. */
@Unguarded("The server asks it who signs in, before there is anybody to ask about")
@ApplicationScoped
public class ProviderIdentityStore implements IdentityStore {

    @Override
    public CredentialValidationResult validate(Credential credential) {
        return credential instanceof ProviderCredential vouched
                ? new CredentialValidationResult(vouched.username(), Set.of("member"))
                : CredentialValidationResult.NOT_VALIDATED_RESULT;
    }
}
