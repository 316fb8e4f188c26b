package org.probity.ear.pages;

import com.microsoft.playwright.Page;

/** Where it is recorded that the designated officer was told. */
public final class DesignatedOfficerPage extends Form {

    public DesignatedOfficerPage(Page page) {
        super(page);
    }

    public DesignatedOfficerPage of(String board, String reference) {
        open("/" + board + "/investigations/" + reference + "/gates/designated-officer");
        return this;
    }

    /** @param toldAt London time, as {@code 2026-11-21T09:30} */
    public void told(String name, String toldAt, String advice, boolean mayContactSubject) {
        type("name", name);
        type("toldAt", toldAt);
        type("advice", advice);
        choose("mayContactSubject", mayContactSubject);
        press("tell");
    }
}
