package org.probity.ear.pages;

import com.microsoft.playwright.Page;
import java.util.List;

/** Where a lead approves a referral or gives it back. */
public final class ReferralApprovalPage extends Form {

    public ReferralApprovalPage(Page page) {
        super(page);
    }

    public ReferralApprovalPage of(String board, String reference) {
        open("/" + board + "/investigations/" + reference + "/referral/approval");
        return this;
    }

    /** Of each item that is shortened, what goes in, then what the case says. */
    public List<String> compared() {
        return page().locator("#contents details blockquote").allTextContents();
    }

    public void approve(String reasons) {
        decide(true, reasons);
    }

    public void giveBack(String reasons) {
        decide(false, reasons);
    }

    private void decide(boolean approved, String reasons) {
        choose("approved", approved);
        type("reasons", reasons);
        press("decideReferral");
    }
}
