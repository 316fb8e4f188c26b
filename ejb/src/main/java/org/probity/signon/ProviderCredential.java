package org.probity.signon;

import jakarta.security.enterprise.credential.Credential;

/** Somebody for whom a board's provider vouched. Only {@link SignOn} makes one, after every check. */
public final class ProviderCredential implements Credential {

    private final String username;

    ProviderCredential(String username) {
        this.username = username;
    }

    String username() {
        return username;
    }
}
