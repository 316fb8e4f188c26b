package org.probity.ear.pages;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;

/** What the person who signed in has been asked. */
public final class MyRequestsPage extends Form {

    public MyRequestsPage(Page page) {
        super(page);
    }

    public MyRequestsPage of(String board) {
        open("/" + board + "/requests");
        return this;
    }

    /** One line each, with status and deadline. */
    public List<String> lines() {
        return page().locator("#requests li").allInnerTexts();
    }

    /** Opens the newest removal request. */
    public MyRequestPage openRemoval() {
        return follow(page().locator("#requests a[href*='/requests/removal/']").first());
    }

    /** Opens the newest request for help. */
    public MyRequestPage openCooperation() {
        return follow(page().locator("#requests a[href*='/requests/cooperation/']").first());
    }

    private MyRequestPage follow(Locator link) {
        page().waitForNavigation(link::click);
        return new MyRequestPage(page());
    }
}
