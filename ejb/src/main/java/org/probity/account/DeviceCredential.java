package org.probity.account;

import jakarta.security.enterprise.credential.UsernamePasswordCredential;

/** Name and passphrase, and what is known of the browser. */
public class DeviceCredential extends UsernamePasswordCredential {

    private final String device;
    private final String network;

    /**
     * @param device what the browser carries where {@link SignIns#mayTry} has counted it as the person's own, or null
     * @param network the widest that the browser is in
     */
    public DeviceCredential(String username, String password, String device, String network) {
        super(username, password);
        this.device = device;
        this.network = network;
    }

    String device() {
        return device;
    }

    String network() {
        return network;
    }
}
