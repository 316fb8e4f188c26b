package org.probity.ear.pages;

import com.microsoft.playwright.Page;

/** Where somebody who did not investigate reviews what was found. */
public final class FindingsReviewPage extends Form {

    public FindingsReviewPage(Page page) {
        super(page);
    }

    public FindingsReviewPage of(String board, String reference) {
        open("/" + board + "/investigations/" + reference + "/findings/review");
        return this;
    }

    public void agree(String reasons) {
        review(true, reasons);
    }

    public void giveBack(String reasons) {
        review(false, reasons);
    }

    /** Whether the reader is told that they may not review what they investigated. */
    public boolean barred() {
        return page().locator("#own").count() == 1;
    }

    private void review(boolean agree, String reasons) {
        choose("agree", agree);
        type("reasons", reasons);
        press("review");
    }
}
