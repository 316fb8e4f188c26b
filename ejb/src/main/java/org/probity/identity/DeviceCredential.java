package org.probity.identity;

import jakarta.security.enterprise.credential.UsernamePasswordCredential;

/** Name and passphrase, and whether the browser is known to be the person's own. */
public class DeviceCredential extends UsernamePasswordCredential {

    private final boolean ownBrowser;

    public DeviceCredential(String username, String password, boolean ownBrowser) {
        super(username, password);
        this.ownBrowser = ownBrowser;
    }

    boolean ownBrowser() {
        return ownBrowser;
    }
}
