package org.probity.ear.pages;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import java.util.List;

/** Where removal is weighed and asked for. */
public final class NewRemovalPage extends Form {

    private static final List<String> FACTORS = List.of("whatWasSaid", "tone", "audience", "workMentioned", "effect", "record",
            "lessIntrusive", "conclusion");

    public NewRemovalPage(Page page) {
        super(page);
    }

    public NewRemovalPage of(String board, String reference) {
        open("/" + board + "/investigations/" + reference + "/removal/new");
        return this;
    }

    /** Answers every factor with the same words. */
    public NewRemovalPage weigh(String words) {
        FACTORS.forEach(factor -> type(factor, words));
        return this;
    }

    /** Fills in a row that is there; it falls under the first clause that is alleged. @param row from 0; @param kind CONTENT or ACCOUNT */
    public NewRemovalPage item(int row, String kind, String address, String description) {
        String in = "items:" + row + ":";
        choose(in + "kind", kind);
        type(in + "address", address);
        type(in + "description", description);
        page().locator(id(in + "clause")).selectOption(new SelectOption().setIndex(1));
        return this;
    }

    /** Adds an empty row, without script. */
    public NewRemovalPage add() {
        press("add");
        return this;
    }

    /** @param day such as {@code 2026-12-04} */
    public NewRemovalPage deadline(String day) {
        type("deadline", day);
        return this;
    }

    /** @return the desk of the request; meaningless where there are {@link #problems()} */
    public RemovalDeskPage send() {
        press("send");
        return new RemovalDeskPage(page());
    }

    /** What is wrong with a field, as it stands there; empty where nothing is. */
    public String problem(String field) {
        return page().locator(id(field + "-error")).count() == 0 ? "" : page().locator(id(field + "-error")).innerText().strip();
    }

    @Override
    public String typed(String field) {
        return page().locator(id(field)).inputValue();
    }
}
