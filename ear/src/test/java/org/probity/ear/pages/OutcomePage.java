package org.probity.ear.pages;

import com.microsoft.playwright.Page;

/** Where an employer tells its decision, and how an appeal ended. */
public final class OutcomePage extends Form {

    public OutcomePage(Page page) {
        super(page);
    }

    /**
     * @param result NO_ACTION, ADVICE, TRAINING, WARNING, FINAL_WARNING, DISMISSAL, RESIGNED or OTHER
     * @param day as {@code 2026-11-20}
     * @param appeal NONE or LODGED
     */
    public void tell(String result, String day, String appeal) {
        choose("result", result);
        type("decidedOn", day);
        choose("appeal", appeal);
        press("record");
    }

    public void appealEnded(String day, String words) {
        type("decidedOn", day);
        choose("appeal", "DECIDED");
        type("appealWords", words);
        press("record");
    }
}
