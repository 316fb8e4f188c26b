package org.probity.ear.pages;

import com.microsoft.playwright.Page;

/** Where a board's administrator sets up its provider. */
public final class ProviderPage extends Form {

    public ProviderPage(Page page) {
        super(page);
    }

    public ProviderPage of(String board) {
        open("/" + board + "/single-sign-on");
        return this;
    }

    public ProviderPage provider(String issuer, String secret, String label) {
        type("issuer", issuer);
        type("clientId", "probity");
        type("clientSecret", secret);
        type("label", label);
        return this;
    }

    public ProviderPage on(boolean on, boolean passphrases) {
        choose("on", on);
        choose("passphrasesAllowed", passphrases);
        return this;
    }

    public ProviderPage save() {
        press("save");
        return this;
    }

    public ProviderPage tryOut() {
        press("tryOut");
        return this;
    }
}
