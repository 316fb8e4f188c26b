package org.probity.ear.pages;

import com.microsoft.playwright.Page;

/** Where people sign in. */
public final class SignInPage extends Form {

    public SignInPage(Page page) {
        super(page);
    }

    /** With the password of every demonstration account. */
    public void as(String username) {
        open("/signin");
        type("username", username);
        type("password", "probity-demo");
        Form.navigate(page(), () -> page().locator("main input[type=submit]").click());
    }
}
