package org.probity.ear.pages;

import com.microsoft.playwright.Page;

/** Where contact with the subject is allowed or forbidden later. */
public final class ContactPage extends Form {

    public ContactPage(Page page) {
        super(page);
    }

    public ContactPage of(String board, String reference) {
        open("/" + board + "/investigations/" + reference + "/gates/contact");
        return this;
    }

    public void decide(boolean allowed, String reasons) {
        choose("allowed", allowed);
        type("reasons", reasons);
        press("decide");
    }
}
