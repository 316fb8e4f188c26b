package org.probity.ear.pages;

import com.microsoft.playwright.Page;

/** Where help is asked for. */
public final class NewCooperationPage extends Form {

    public NewCooperationPage(Page page) {
        super(page);
    }

    /** @param kind CONFIRM_ACCOUNT, STATEMENT, MEETING, OWN_EXPORT, SUPERVISED_LOOK or ACCESS */
    public NewCooperationPage of(String board, String reference, String kind) {
        open("/" + board + "/investigations/" + reference + "/cooperation/new?kind=" + kind);
        return this;
    }

    /** Chooses the kind from the list, the least intrusive first. */
    public NewCooperationPage kind(String kind) {
        Form.navigate(page(), () -> page().locator("a[href='?kind=" + kind + "']").click());
        return this;
    }

    public NewCooperationPage ask(String ask, String ground) {
        type("ask", ask);
        type("ground", ground);
        return this;
    }

    /** For SUPERVISED_LOOK and ACCESS. */
    public NewCooperationPage scope(String scope) {
        type("scope", scope);
        return this;
    }

    /** For MEETING and SUPERVISED_LOOK. @param at such as {@code 2026-11-30T10:00} */
    public NewCooperationPage meeting(String at, String place) {
        type("meetingAt", at);
        type("place", place);
        return this;
    }

    /** @return the desk of the request; meaningless where there are {@link #problems()} */
    public CooperationDeskPage send() {
        press("send");
        return new CooperationDeskPage(page());
    }
}
