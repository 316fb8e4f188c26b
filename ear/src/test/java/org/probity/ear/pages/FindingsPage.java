package org.probity.ear.pages;

import com.microsoft.playwright.Page;

/** Where an officer records what was found. */
public final class FindingsPage extends Form {

    public FindingsPage(Page page) {
        super(page);
    }

    public FindingsPage of(String board, String reference) {
        open("/" + board + "/investigations/" + reference + "/findings");
        return this;
    }

    /** The same finding on each allegation. @param result PROVEN, PARTLY_PROVEN, NOT_PROVEN or UNFOUNDED */
    public FindingsPage all(String result, String reasons) {
        int allegations = page().locator("textarea[id$=':reasons']").count();
        for (int row = 0; row < allegations; row++) {
            finding(row, result, reasons);
        }
        return this;
    }

    /** @param row of the allegation, from 0 */
    public FindingsPage finding(int row, String result, String reasons) {
        choose("findings:" + row + ":result", result);
        type("findings:" + row + ":reasons", reasons);
        return this;
    }

    /** The organisation stays the subject's own, which is chosen already. */
    public FindingsPage refer(String reasons, String weighing) {
        choose("refer", true);
        type("reasonsForReferral", reasons);
        type("weighing", weighing);
        return this;
    }

    public FindingsPage keepAtTheBoard() {
        choose("refer", false);
        return this;
    }

    public void record() {
        press("record");
    }
}
