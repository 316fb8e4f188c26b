package org.probity.ear.pages;

import com.microsoft.playwright.Page;

/** Closes a case. */
public final class ClosurePage extends Form {

    public ClosurePage(Page page) {
        super(page);
    }

    public ClosurePage of(String board, String reference) {
        open("/" + board + "/investigations/" + reference + "/closure");
        return this;
    }

    /** @param tellSubject asked only where the subject may be contacted; null where it is not asked */
    public void close(String outcome, String learning, Boolean tellSubject) {
        type("summary", outcome);
        type("learning", learning);
        if (tellSubject != null) {
            choose("tellSubject", tellSubject);
        }
        press("close");
    }
}
