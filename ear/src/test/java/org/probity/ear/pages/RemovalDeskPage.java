package org.probity.ear.pages;

import com.microsoft.playwright.Page;

/** One removal request on the desk of an officer or a lead. */
public final class RemovalDeskPage extends Form {

    public RemovalDeskPage(Page page) {
        super(page);
    }

    public RemovalDeskPage of(String board, String reference, long id) {
        open("/" + board + "/investigations/" + reference + "/removal/" + id);
        return this;
    }

    /** Loads it again, such as after the clockwork has moved it on. */
    public RemovalDeskPage again() {
        page().reload();
        return this;
    }

    public long id() {
        return Long.parseLong(page().url().replaceFirst("[?#].*", "").replaceFirst(".*/removal/", ""));
    }

    public String status() {
        return page().locator(".caption .tag").first().innerText();
    }

    /** What the box at the top says. */
    public String next() {
        return page().locator("#next > p").first().innerText().strip();
    }

    /** Whether anything can be decided here by this reader. */
    public boolean decidable() {
        return page().locator("#next form").count() > 0;
    }

    /** What was seen of an open item. @param row of the open items, from 0; @param what GONE, STILL_THERE or CHANGED */
    public RemovalDeskPage seen(int row, String what, String note) {
        choose("checks:" + row + ":seen", what);
        type("checks:" + row + ":note", note);
        return this;
    }

    /** The same of every open item. */
    public RemovalDeskPage lookedAtAll(String what) {
        int items = page().locator("#next fieldset.group").count();
        for (int row = 0; row < items; row++) {
            choose("checks:" + row + ":seen", what);
        }
        return this;
    }

    /** As a lead who did not investigate. @param result THEIRS or NOT_THEIRS */
    public void decideIdentity(String result, String reasons) {
        choose("result", result);
        type("reasons", reasons);
        press("decide");
    }

    /** @param next COMPLIED, ASK_AGAIN or PLATFORM */
    public void check(String next) {
        choose("next", next);
        press("check");
    }

    /** As a lead who did not investigate. @param result UPHELD or REJECTED */
    public void decideChallenge(String result, String reasons) {
        choose("result", result);
        type("reasons", reasons);
        press("decide");
    }

    /** @param granted GRANTED or REFUSED; @param newDeadline such as {@code 2026-12-04}, or empty */
    public void decideExtension(String granted, String reasons, String newDeadline) {
        choose("granted", granted);
        type("reasons", reasons);
        type("newDeadline", newDeadline);
        press("decide");
    }

    /** @param result FURTHER_ACTION, ASK_AGAIN, PLATFORM or NO_ACTION */
    public void decideOnSilence(String result, String reasons) {
        choose("result", result);
        type("reasons", reasons);
        press("decide");
    }

    /** Writes down an answer that came another way. @param channel LETTER, EMAIL, TELEPHONE or IN_PERSON */
    public void record(String channel, String answer, String words) {
        press("recordReply");
        choose("channel", channel);
        choose("answer", answer);
        type("words", words);
        press("record");
    }
}
