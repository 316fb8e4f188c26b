package org.probity.ear.pages;

import com.microsoft.playwright.Page;

/** The urgent gate. */
public final class UrgentGatePage extends Form {

    public UrgentGatePage(Page page) {
        super(page);
    }

    public UrgentGatePage of(String board, String reference) {
        open("/" + board + "/investigations/" + reference + "/gates/urgent");
        return this;
    }

    public void answer(boolean danger, boolean indecentImage, boolean grooming, String reasons) {
        choose("danger", danger);
        choose("indecentImage", indecentImage);
        choose("grooming", grooming);
        type("reasons", reasons);
        press("answer");
    }
}
