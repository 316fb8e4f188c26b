package org.probity.ear.pages;

import com.microsoft.playwright.Page;
import java.util.List;

/** The HR partner's referrals from every board. */
public final class InboxPage extends Form {

    public InboxPage(Page page) {
        super(page);
    }

    public InboxPage open() {
        open("/referrals");
        return this;
    }

    public List<String> references() {
        return page().locator("#inbox tbody a").allInnerTexts();
    }

    /** Opens the referral about that case. */
    public ReceivedReferralPage about(String reference) {
        open(page().locator("#inbox tbody a", new Page.LocatorOptions().setHasText(reference)).first().getAttribute("href"));
        return new ReceivedReferralPage(page());
    }
}
