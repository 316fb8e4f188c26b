package org.probity.identity;

import jakarta.security.enterprise.credential.UsernamePasswordCredential;

/** Name and passphrase, and what the browser carries since an earlier sign-in; null where it carries nothing. */
public class DeviceCredential extends UsernamePasswordCredential {

    private final String device;

    public DeviceCredential(String username, String password, String device) {
        super(username, password);
        this.device = device;
    }

    String device() {
        return device;
    }
}
