package org.probity.ear.pages;

import com.microsoft.playwright.Page;
import java.util.List;

/** The page of a case, with its tabs. */
public final class CasePage extends Form {

    public CasePage(Page page) {
        super(page);
    }

    /** @param tab summary, people, allegations, evidence, requests, findings, referral, decisions, notes, letters, process or timeline */
    public CasePage of(String board, String reference, String tab) {
        open("/" + board + "/investigations/" + reference + "?tab=" + tab);
        return this;
    }

    /** What this person has to do next. */
    public List<String> next() {
        return page().locator("ul.next a.button").allInnerTexts();
    }

    /** Headings of the processes drawn. */
    public List<String> processes() {
        return page().locator("main section.panel:has(svg) h2").allInnerTexts();
    }

    /** What was done, the latest first. */
    public List<String> timeline() {
        return page().locator("ol.timeline > li > p:first-child").allInnerTexts();
    }

    /** What stands about each decision, in the order of the page. */
    public List<String> decisions() {
        return page().locator("main article.note").allInnerTexts();
    }

    /** Addresses of the letters. */
    public List<String> letters() {
        return page().locator("main a[href*='/documents/']").all().stream().map(link -> link.getAttribute("href")).toList();
    }
}
