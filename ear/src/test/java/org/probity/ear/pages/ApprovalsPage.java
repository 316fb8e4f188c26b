package org.probity.ear.pages;

import com.microsoft.playwright.Page;
import java.util.List;

/** What waits for a lead's decision. */
public final class ApprovalsPage extends Form {

    public ApprovalsPage(Page page) {
        super(page);
    }

    public ApprovalsPage of(String board) {
        open("/" + board + "/approvals");
        return this;
    }

    public List<String> lines() {
        return page().locator("#approvals tbody tr").allInnerTexts();
    }

    /** Opens the earliest decision in that case. */
    public void openFor(String reference) {
        Form.navigate(page(), () -> page().locator("#approvals tr:has-text('" + reference + "') a").first().click());
    }
}
