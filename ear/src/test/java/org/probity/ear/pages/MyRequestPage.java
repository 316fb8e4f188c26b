package org.probity.ear.pages;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;

/** One request, of either kind, as the person who was asked reads it. */
public final class MyRequestPage extends Form {

    public MyRequestPage(Page page) {
        super(page);
    }

    public MyRequestPage removal(String board, long id) {
        open("/" + board + "/requests/removal/" + id);
        return this;
    }

    public MyRequestPage cooperation(String board, long id) {
        open("/" + board + "/requests/cooperation/" + id);
        return this;
    }

    /** Everything it says. */
    public String text() {
        return page().locator("main").innerText();
    }

    public boolean answerable() {
        return page().locator("#reply").count() > 0;
    }

    /** The newest letter. */
    public Download letter() {
        return page().waitForDownload(() -> page().locator("#letters a").first().click());
    }

    /** Says, on the page of its own, that what was written down of the meeting is what was said. */
    public void confirmMinutes() {
        press("dispute");
        choose("right", true);
        press("say");
    }

    /** On to the first question. */
    public ReplyPage reply() {
        press("reply");
        return new ReplyPage(page());
    }
}
