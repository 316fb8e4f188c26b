package org.probity.ear.pages;

import com.microsoft.playwright.Page;
import java.util.List;

/** The list of cases. */
public final class SearchPage extends Form {

    public SearchPage(Page page) {
        super(page);
    }

    public SearchPage of(String board, String text) {
        open("/" + board + "/investigations");
        type("q", text);
        Form.navigate(page(), () -> page().locator("main form button").click());
        return this;
    }

    public List<String> references() {
        return page().locator("table.desk tbody a").allInnerTexts();
    }
}
