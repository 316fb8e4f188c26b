package org.probity.ear.pages;

import com.microsoft.playwright.Page;

/** The tab of a case with what somebody was asked. */
public final class RequestsTabPage extends Form {

    public RequestsTabPage(Page page) {
        super(page);
    }

    public RequestsTabPage of(String board, String reference) {
        open("/" + board + "/investigations/" + reference + "?tab=requests");
        return this;
    }

    /** On to the form that asks for removal. */
    public NewRemovalPage newRemoval() {
        press("newRemoval");
        return new NewRemovalPage(page());
    }

    /** On to the choice of the kind of help. */
    public NewCooperationPage newCooperation() {
        press("newCooperation");
        return new NewCooperationPage(page());
    }

    public int removals() {
        return page().locator("#removals tbody tr").count();
    }

    public int cooperations() {
        return page().locator("#cooperations tbody tr").count();
    }
}
