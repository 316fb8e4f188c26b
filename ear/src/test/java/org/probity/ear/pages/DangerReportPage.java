package org.probity.ear.pages;

import com.microsoft.playwright.Page;

/** Where the report of a danger is recorded. */
public final class DangerReportPage extends Form {

    public DangerReportPage(Page page) {
        super(page);
    }

    public DangerReportPage of(String board, String reference) {
        open("/" + board + "/investigations/" + reference + "/gates/danger-report");
        return this;
    }

    /** @param route POLICE_999, POLICE, CEOP or IWF */
    public void report(String route, String externalReference) {
        choose("route", route);
        type("externalReference", externalReference);
        press("report");
    }
}
