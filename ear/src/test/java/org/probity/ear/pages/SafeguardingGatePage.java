package org.probity.ear.pages;

import com.microsoft.playwright.Page;

/** The safeguarding gate. */
public final class SafeguardingGatePage extends Form {

    public SafeguardingGatePage(Page page) {
        super(page);
    }

    public SafeguardingGatePage of(String board, String reference) {
        open("/" + board + "/investigations/" + reference + "/gates/safeguarding");
        return this;
    }

    /** @param test harmed, possibleOffence, riskToChildren or unsuitable */
    public SafeguardingGatePage met(String test) {
        tick(test);
        return this;
    }

    public void answer(boolean mustTell, boolean mayContactSubject, String reasons) {
        choose("mustTell", mustTell);
        choose("mayContactSubject", mayContactSubject);
        type("reasons", reasons);
        press("answer");
    }
}
