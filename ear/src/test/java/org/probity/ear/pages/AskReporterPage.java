package org.probity.ear.pages;

import com.microsoft.playwright.Page;

/** Asks the reporter of a case, and takes a question back. */
public final class AskReporterPage extends Form {

    public AskReporterPage(Page page) {
        super(page);
    }

    public AskReporterPage of(String board, String reference) {
        open("/" + board + "/investigations/" + reference + "/reporter-questions");
        return this;
    }

    public AskReporterPage ask(String words) {
        type("words", words);
        press("ask");
        return this;
    }

    public AskReporterPage withdraw(String words) {
        select("questionId", words);
        press("withdraw");
        return this;
    }

    /** Questions with their answers, as the notes of the case show them. */
    public String notes() {
        return page().locator("main").innerText();
    }
}
