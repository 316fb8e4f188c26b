package org.probity.ear.pages;

import com.microsoft.playwright.Page;

/** Where the receipt code is shown, once. */
public final class ReceiptPage extends Form {

    public ReceiptPage(Page page) {
        super(page);
    }

    public String code() {
        return page().locator("#code").innerText().strip();
    }

    /** Reference of the case, for somebody who may see it. */
    public String reference() {
        return page().locator("#reference").innerText().strip();
    }
}
