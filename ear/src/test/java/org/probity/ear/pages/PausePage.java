package org.probity.ear.pages;

import com.microsoft.playwright.Page;

/** Stops the clocks of a case and lets them run again. */
public final class PausePage extends Form {

    public PausePage(Page page) {
        super(page);
    }

    public void pause(String board, String reference, String reasons) {
        open("/" + board + "/investigations/" + reference + "/pause");
        type("reasons", reasons);
        press("pause");
    }

    public void resume(String board, String reference) {
        open("/" + board + "/investigations/" + reference + "/pause");
        press("resume");
    }
}
