package org.probity.ear.pages;

import com.microsoft.playwright.Page;

/** Where evidence is added. */
public final class EvidencePage extends Form {

    public EvidencePage(Page page) {
        super(page);
    }

    public EvidencePage of(String board, String reference) {
        open("/" + board + "/investigations/" + reference + "/evidence/new");
        return this;
    }

    public void file(String title, String fileName, byte[] bytes) {
        choose("kind", "FILE");
        type("title", title);
        attach("file", fileName, bytes);
        press("keep");
    }

    public void address(String title, String address) {
        choose("kind", "ADDRESS");
        type("title", title);
        type("sourceAddress", address);
        press("keep");
    }

    public void nothing(String title, String why) {
        choose("kind", "NONE");
        type("title", title);
        type("how", why);
        press("keep");
    }

    /** Whether a file can be chosen at all. */
    public boolean takesFiles() {
        return page().locator("#file").count() > 0;
    }
}
