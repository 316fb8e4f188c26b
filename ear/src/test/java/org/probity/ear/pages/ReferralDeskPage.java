package org.probity.ear.pages;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

/** The officer's desk for a referral: composes the pack, answers, decides where it goes, checks duties. */
public final class ReferralDeskPage extends Form {

    public ReferralDeskPage(Page page) {
        super(page);
    }

    public ReferralDeskPage of(String board, String reference) {
        open("/" + board + "/investigations/" + reference + "/referral");
        return this;
    }

    /** Takes those words out of that item, counted from 0. */
    public void shorten(int item, String words, String why) {
        String row = "items:" + item + ":";
        choose(row + "included", "REDACTED");
        type(row + "redactionNote", why);
        type(row + "redactedText", typed(row + "redactedText").replace(words, ""));
    }

    /** Takes what is suggested and gives one reason for all that stays out. */
    public void composeAsSuggested(String summary, String whyOut) {
        type("summary", summary);
        Locator out = page().locator("input[name^='items:'][value='OUT']:checked");
        for (int i = 0; i < out.count(); i++) {
            type(out.nth(i).getAttribute("name").replace(":included", ":omissionReason"), whyOut);
        }
        press("compose");
    }

    public void answer(String words) {
        type("words", words);
        press("answer");
    }

    public void sendTo(String organisation, String reasons) {
        choose("redirect", "OTHER_ORGANISATION");
        select("organisationId", organisation);
        type("reasons", reasons);
        press("decideRedirect");
    }

    public void stop(String reasons) {
        choose("redirect", "STOP");
        type("reasons", reasons);
        press("decideRedirect");
    }

    /** The duties were looked at, and nobody was told. */
    public void nothingDue(String note) {
        tick("dbsConsidered");
        choose("dbsReferred", false);
        type("dbsWhyNot", note);
        if (page().locator("#regulatorWhyNot").count() > 0) {
            type("regulatorWhyNot", note);
        }
        type("note", note);
        press("checkDuties");
    }
}
