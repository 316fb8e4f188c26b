package org.probity.ear.pages;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;

/** Names somebody in a case. */
public final class PartyPage extends Form {

    public PartyPage(Page page) {
        super(page);
    }

    /** Somebody who is not in the directory. @param kind such as WITNESS */
    public void somebodyNew(String board, String reference, String name, String kind) {
        open("/" + board + "/investigations/" + reference + "/parties");
        int last = page().locator("#subjectId option").count() - 1;
        page().locator("#subjectId").selectOption(new SelectOption().setIndex(last));
        type("name", name);
        choose("kind", kind);
        press("add");
    }
}
