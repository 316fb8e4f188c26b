package org.probity.web.signon;

import java.io.Serializable;
import org.probity.signon.ProviderSettings;

/** What the administrator types about the board's provider. */
public class ProviderForm implements Serializable {

    private static final long serialVersionUID = 1L;

    private String issuer;
    private String clientId;
    private String clientSecret;
    private String scopes;
    private String label;
    private String labelCy;
    private String secondFactor;
    private String domains;
    private boolean on;
    private boolean passphrasesAllowed;

    void shows(ProviderSettings given) {
        issuer = given.issuer();
        clientId = given.clientId();
        scopes = given.scopes();
        label = given.label();
        labelCy = given.labelCy();
        secondFactor = given.secondFactor();
        domains = given.domains();
        on = given.on();
        passphrasesAllowed = given.passphrasesAllowed();
    }

    ProviderSettings settings() {
        return new ProviderSettings(issuer, clientId, clientSecret, scopes, label, labelCy, secondFactor, domains, on, passphrasesAllowed);
    }

    public String getIssuer() {
        return issuer;
    }

    public void setIssuer(String issuer) {
        this.issuer = issuer;
    }

    public String getClientId() {
        return clientId;
    }

    public void setClientId(String clientId) {
        this.clientId = clientId;
    }

    /** Never shown again. */
    public String getClientSecret() {
        return null;
    }

    public void setClientSecret(String clientSecret) {
        this.clientSecret = clientSecret;
    }

    public String getScopes() {
        return scopes;
    }

    public void setScopes(String scopes) {
        this.scopes = scopes;
    }

    public String getLabel() {
        return label;
    }

    public void setLabel(String label) {
        this.label = label;
    }

    public String getLabelCy() {
        return labelCy;
    }

    public void setLabelCy(String labelCy) {
        this.labelCy = labelCy;
    }

    public String getSecondFactor() {
        return secondFactor;
    }

    public void setSecondFactor(String secondFactor) {
        this.secondFactor = secondFactor;
    }

    public String getDomains() {
        return domains;
    }

    public void setDomains(String domains) {
        this.domains = domains;
    }

    public boolean isOn() {
        return on;
    }

    public void setOn(boolean on) {
        this.on = on;
    }

    public boolean isPassphrasesAllowed() {
        return passphrasesAllowed;
    }

    public void setPassphrasesAllowed(boolean passphrasesAllowed) {
        this.passphrasesAllowed = passphrasesAllowed;
    }
}
