package org.probity.ear.pages;

import com.microsoft.playwright.Page;

/** One request for help on the desk of an officer or a lead. */
public final class CooperationDeskPage extends Form {

    public CooperationDeskPage(Page page) {
        super(page);
    }

    public CooperationDeskPage of(String board, String reference, long id) {
        open("/" + board + "/investigations/" + reference + "/cooperation/" + id);
        return this;
    }

    /** Loads it again, such as after the clockwork has moved it on. */
    public CooperationDeskPage again() {
        page().reload();
        return this;
    }

    public long id() {
        return Long.parseLong(page().url().replaceFirst("[?#].*", "").replaceFirst(".*/cooperation/", ""));
    }

    public String status() {
        return page().locator(".caption .tag").first().innerText();
    }

    /** What the box at the top says. */
    public String next() {
        return page().locator("#next > p").first().innerText().strip();
    }

    /** As a lead who did not investigate. @param result GRANTED or REFUSED */
    public void authorise(String result, String reasons) {
        choose("authority", result);
        type("reasons", reasons);
        press("decide");
    }

    /** @param heldAt such as {@code 2026-11-30T10:00} */
    public void holdMeeting(String heldAt, String present, String minutes) {
        type("heldAt", heldAt);
        type("present", present);
        type("minutes", minutes);
        press("record");
    }

    /** The person has changed the password since. @param endedAt such as {@code 2026-11-30T10:00} */
    public void endAccess(String endedAt) {
        type("endedAt", endedAt);
        tick("passwordChanged");
        press("record");
    }

    /** @param result ENOUGH or ASK_AGAIN */
    public void consider(String result, String reasons) {
        choose("result", result);
        type("reasons", reasons);
        press("decide");
    }

    /** @param result PROCEED or ASK_AGAIN */
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
