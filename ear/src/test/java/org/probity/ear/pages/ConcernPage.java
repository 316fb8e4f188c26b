package org.probity.ear.pages;

import com.microsoft.playwright.Page;

/** The public form of a concern: filled in, read once more, sent. */
public final class ConcernPage extends Form {

    public ConcernPage(Page page) {
        super(page);
    }

    /** Begins at the start page of a board. */
    public ConcernPage start(String board) {
        open("/" + board + "/report");
        press("start");
        return this;
    }

    public ConcernPage what(String words) {
        type("what", words);
        return this;
    }

    public ConcernPage about(String name) {
        type("subjectName", name);
        return this;
    }

    public ConcernPage at(String address) {
        type("address", address);
        return this;
    }

    /** @param day as {@code 2026-11-18} */
    public ConcernPage postedOn(String day) {
        type("postedOn", day);
        return this;
    }

    public ConcernPage anonymously() {
        choose("named", false);
        return this;
    }

    public ConcernPage as(String name, String contact) {
        choose("named", true);
        type("reporterName", name);
        type("reporterContact", contact);
        return this;
    }

    /** Reads it once more and sends it. */
    public ReceiptPage send() {
        press("check");
        press("send");
        return new ReceiptPage(page());
    }
}
