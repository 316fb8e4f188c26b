package org.probity.ear.pages;

import com.microsoft.playwright.Page;

/** Coming back with the receipt code. */
public final class FollowPage extends Form {

    public FollowPage(Page page) {
        super(page);
    }

    public FollowPage of(String board, String code) {
        open("/" + board + "/report/follow");
        type("code", code);
        press("look");
        return this;
    }

    public String progress() {
        return page().locator("#progress").innerText().strip();
    }

    public FollowPage add(String words) {
        type("words", words);
        press("add");
        return this;
    }
}
