package org.probity.ear.pages;

import com.microsoft.playwright.Page;

/** Adds a note to a case. */
public final class NotePage extends Form {

    public NotePage(Page page) {
        super(page);
    }

    public void add(String board, String reference, String words) {
        open("/" + board + "/investigations/" + reference + "/notes");
        type("words", words);
        press("add");
    }
}
