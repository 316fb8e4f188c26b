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

    /** The letters of that case, a line each. */
    public List<String> letters(String reference) {
        return page().locator("#myLetters li:has-text('" + reference + "')").allInnerTexts();
    }

    public String heading(String id) {
        return page().locator("h2#" + id).innerText();
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
        Form.navigate(page(), link::click);
        return new MyRequestPage(page());
    }
}
