package org.probity.ear.pages;

import com.microsoft.playwright.Page;
import java.util.List;

/** The question whether there is a conflict of interest, in the place of a case. */
public final class ConflictPage extends Form {

    public ConflictPage(Page page) {
        super(page);
    }

    /** Asks for a tab of the case. */
    public ConflictPage insteadOf(String board, String reference, String tab) {
        new CasePage(page()).of(board, reference, tab);
        return this;
    }

    /** With whom something is shared, and what. */
    public List<String> grounds() {
        return page().locator("#grounds li").allInnerTexts();
    }

    /** @param answer NONE or ASIDE */
    public void answer(String answer, String reasons) {
        choose("answer", answer);
        type("reasons", reasons);
        press("save");
    }
}
