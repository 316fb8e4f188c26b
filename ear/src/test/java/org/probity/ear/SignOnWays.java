package org.probity.ear;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.RequestOptions;
import java.util.Locale;
import org.probity.ear.pages.Form;
import org.probity.ear.pages.KeycloakPage;
import org.probity.ear.pages.ProviderPage;

/** How a board gets a provider, and people in through it. */
final class SignOnWays {

    private final Browser browser;

    SignOnWays(Browser browser) {
        this.browser = browser;
    }

    /** One administrator asks for it; the operator confirms it, since there is no other. */
    void set(String board, String issuer) {
        try (Visitors visitors = new Visitors(browser, "en")) {
            new ProviderPage(visitors.desk(board + "-admin").page()).of(board)
                    .provider(issuer, "probity-at-" + board, board.toUpperCase(Locale.ROOT) + " staff").on(true, true).save();
            Page stranger = browser.window();
            stranger.navigate("/signin?next=/" + board + "/policy");
            assertThat(stranger.locator("#provider").count()).as("what one administrator has set alone").isZero();
            stranger.context().close();
        }
        confirm(board, issuer);
    }

    /** The operator, where the board has nobody else. @param shown what they confirm */
    void confirm(String board, String shown) {
        try (Visitors visitors = new Visitors(browser, "en")) {
            Form desk = new Form(visitors.desk("operator").page());
            desk.open("/operator/boards/" + board + "/powers");
            assertThat(desk.part("powers")).contains(shown);
            Form.navigate(desk.page(), () -> desk.page().locator("#powers input[type=submit]").first().click());
        }
    }

    /** Who comes for the first time says so, signed in by themself, leaves, and comes again. */
    Page through(String board, String username, String next) {
        Page page = browser.window();
        signIn(page, board, username, next);
        if (!page.url().contains("why=first")) {
            return page;
        }
        ownPassphrase(page, board + "-" + username);
        Form asked = new Form(page);
        asked.look();
        asked.press("link");
        page.navigate("/account");
        Form.navigate(page, () -> page.locator("form[action$='/signout'] button").first().click());
        page.context().close();
        Page linked = browser.window();
        signIn(linked, board, username, next);
        return linked;
    }

    void signIn(Page page, String board, String username, String next) {
        page.navigate("/signin?next=" + next);
        assertThat(page.locator("#provider").getAttribute("href")).startsWith("/" + board + "/signin/start");
        page.locator("#provider").click();
        page.waitForSelector("#kc-login");
        new KeycloakPage(page).as(username);
    }

    /** On the page that asks for it. */
    static void ownPassphrase(Page page, String account) {
        Form own = new Form(page);
        own.type("username", account + "@example.org");
        own.type("password", "probity-demo");
        Form.navigate(page, () -> page.locator("main input[type=submit]").first().click());
    }

    /** Where the button would send the browser. */
    static String departure(Page page) {
        return page.request().get("/chscb/signin/start", RequestOptions.create().setMaxRedirects(0)).headers().get("location");
    }
}
