package org.probity.ear.pages;

import com.microsoft.playwright.Page;

/** A referral as the employer sees it. */
public final class ReceivedReferralPage extends Form {

    public ReceivedReferralPage(Page page) {
        super(page);
    }

    public void accept() {
        choose("answer", "ACCEPTED");
        press("acknowledge");
    }

    public void ask(String words) {
        say("QUESTION", words);
    }

    public void decline(String words) {
        say("DECLINED", words);
    }

    public void progress(String words) {
        type("words", words);
        press("progress");
    }

    /** The pack as a PDF. */
    public byte[] pack() {
        return page().request().get(page().locator("#downloadPack").getAttribute("href")).body();
    }

    /** The decision, in its own form. */
    public OutcomePage outcome() {
        press("outcomeForm");
        return new OutcomePage(page());
    }

    /** How an appeal ended, in the same form. */
    public OutcomePage appeal() {
        press("appealForm");
        return new OutcomePage(page());
    }

    private void say(String answer, String words) {
        choose("answer", answer);
        type("words", words);
        press("acknowledge");
    }
}
