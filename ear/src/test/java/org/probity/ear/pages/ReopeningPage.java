package org.probity.ear.pages;

import com.microsoft.playwright.Page;

/** Opens an ended case again. */
public final class ReopeningPage extends Form {

    public ReopeningPage(Page page) {
        super(page);
    }

    public void reopen(String board, String reference, String reasons) {
        open("/" + board + "/investigations/" + reference + "/reopening");
        type("reasons", reasons);
        press("reopen");
    }
}
