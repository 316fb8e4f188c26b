package org.probity.ear.pages;

import com.microsoft.playwright.Page;

/** The provider's own sign-in page. It is not ours to judge. */
public final class KeycloakPage {

    /** Of everybody there. */
    public static final String PASSWORD = "keycloak-demo";

    private final Page page;

    public KeycloakPage(Page page) {
        this.page = page;
    }

    /** Signs in there and waits until the browser is back at Probity. */
    public void as(String username) {
        page.locator("#username").fill(username);
        page.locator("#password").fill(PASSWORD);
        page.locator("#kc-login").click();
        page.waitForURL(java.util.regex.Pattern.compile("http://127\\.0\\.0\\.1:.*"));
    }

    public boolean isShown() {
        return page.locator("#kc-login").count() > 0;
    }
}
