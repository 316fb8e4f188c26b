package org.probity.ear;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.probity.ear.pages.Form;
import org.probity.ear.pages.KeycloakPage;
import org.probity.ear.pages.ProviderPage;
import org.probity.ear.pages.Words;

/** Single sign-on through a real Keycloak: two boards, each with a realm of its own. On PostgreSQL, where the walls stand twice. */
class SingleSignOnBrowserIT {

    private static final int PORT_OFFSET = 1300;
    private static final int KEYCLOAK_PORT = 9390;
    private static final String HERE = "http://127.0.0.1:9380";
    private static final Words WORDS = Words.in("en");

    private static Keycloak keycloak;
    private static PostgresServer database;
    private static Server server;
    private static Browser browser;
    private static SignOnWays ways;

    @BeforeAll
    static void start() throws IOException, SQLException {
        keycloak = Keycloak.start(KEYCLOAK_PORT);
        database = PostgresServer.start();
        server = Server.named("single-sign-on", PORT_OFFSET).with(Map.of("PROBITY_URL", HERE)).with(database.environment()).start();
        keycloak.await();
        browser = Browser.at(server.address());
        ways = new SignOnWays(browser);
        ways.set("chscb", keycloak.issuer("chscb"));
        ways.set("nscb", keycloak.issuer("nscb"));
        ways.set("lscb", "http://127.0.0.2:9/realms/gone");
    }

    @AfterAll
    static void stop() throws IOException {
        try {
            browser.close();
            server.close();
            database.close();
        } finally {
            keycloak.close();
        }
    }

    /** The first time the provider's word alone does not do, whoever is signed in or signs in as whom. */
    @Test
    void nobodyIsLinkedByWhatAProviderSaysAlone() {
        Page page = browser.window();
        ways.signIn(page, "chscb", "auditor", "/chscb/policy");
        assertThat(page.locator("#why").innerText()).isEqualTo(WORDS.of("signon.refused.first"));
        new Form(page).look();
        page.navigate("/chscb/policy");
        assertThat(page.url()).contains("/signin?next=");
        page.navigate("/signin?next=/account/sign-on");
        SignOnWays.ownPassphrase(page, "chscb-officer2");
        Form asked = new Form(page);
        asked.look();
        assertThat(asked.part("main")).contains(keycloak.issuer("chscb"));
        asked.press("link");
        assertThat(asked.problems()).singleElement().asString().contains(WORDS.of("signon.refused.otherAccount"));
        asked.press("decline");
        new Form(page).open("/account/sign-on");
        assertThat(page.locator("main").innerText()).contains(WORDS.of("signon.introduction.empty"));
    }

    @Test
    void somebodySignsInThroughTheBoardsProviderAndIsWhereTheyWantedToGo() {
        Page page = ways.through("chscb", "employee", "/chscb/requests");
        assertThat(page.url()).isEqualTo(HERE + "/chscb/requests");
        new Form(page).look();
        assertThat(page.locator(".person").innerText()).isEqualTo("Chscb Employee");
    }

    @Test
    void afterwardsTheProvidersOwnNumberCountsAndNotTheAddress() {
        assertThat(ways.through("chscb", "hr", "/chscb/policy").url()).isEqualTo(HERE + "/chscb/policy");
        keycloak.changeEmail("chscb", "hr", "married@example.org");
        Page page = ways.through("chscb", "hr", "/chscb/policy");
        assertThat(page.url()).isEqualTo(HERE + "/chscb/policy");
        assertThat(page.locator(".person").innerText()).containsIgnoringCase("hr");
    }

    @ParameterizedTest
    @CsvSource({"lead, unverified", "stranger, unknown", "other, unknown"})
    void whoIsNoMemberOrNotVerifiedIsTurnedAwayInPlainWords(String username, String why) {
        Page page = ways.through("chscb", username, "/chscb/worklist");
        assertThat(page.locator("#why").innerText()).isEqualTo(WORDS.of("signon.refused." + why));
        new Form(page).look();
        page.navigate("/chscb/worklist");
        assertThat(page.url()).contains("/signin?next=");
    }

    @Test
    void whatOneBoardsProviderSaysOpensNoOtherBoard() {
        Page page = ways.through("chscb", "manager", "/chscb/policy");
        assertThat(page.url()).isEqualTo(HERE + "/chscb/policy");
        for (String path : List.of("/nscb/worklist", "/nscb/members", "/lscb/policy", "/cwmtaf/policy")) {
            page.navigate(path);
            assertThat(page.url()).as(path).startsWith(HERE + "/signin?next=");
        }
        page.navigate("/operator");
        assertThat(page.locator("h1").innerText()).isEqualTo(WORDS.of("frame.forbidden.title"));
        assertThat(page.navigate("/boards").text()).contains("/chscb/").doesNotContain("/nscb/");
    }

    @Test
    void aForgedReturnIsRefused() {
        Page page = browser.window();
        page.navigate("/chscb/signin/return?state=forged&code=forged");
        assertThat(page.locator("#why").innerText()).isEqualTo(WORDS.of("signon.refused.late"));
    }

    @Test
    void aReturnIsGoodOnceAndAtItsOwnBrowserOnly() {
        List<String> returns = new ArrayList<>();
        Page page = browser.window();
        page.onRequest(request -> {
            if (request.url().contains("/signin/return?")) {
                returns.add(request.url());
            }
        });
        ways.signIn(page, "chscb", "officer", "/chscb/policy");
        assertThat(returns).hasSize(1);
        for (Page again : List.of(page, browser.window())) {
            again.navigate(returns.get(0));
            assertThat(again.locator("#why").innerText()).isEqualTo(WORDS.of("signon.refused.late"));
        }
    }

    @Test
    void anAnswerToAnotherQuestionIsRefused() {
        Page page = browser.window();
        String asked = SignOnWays.departure(page);
        page.navigate(asked.replaceAll("nonce=[^&]+", "nonce=somebody-elses"));
        new KeycloakPage(page).as("officer");
        assertThat(page.locator("#why").innerText()).isEqualTo(WORDS.of("signon.refused.answer"));
    }

    @Test
    void aCodeThatSomebodyElseWasGivenIsRefused() {
        List<String> returns = new ArrayList<>();
        Page thief = browser.window();
        thief.onRequest(request -> {
            if (request.url().contains("/signin/return?")) {
                returns.add(request.url());
            }
        });
        thief.navigate(SignOnWays.departure(thief).replaceAll("state=[^&]+", "state=unknown-so-that-the-code-stays-good"));
        new KeycloakPage(thief).as("officer");
        Page page = browser.window();
        String state = SignOnWays.departure(page).replaceAll(".*[?&]state=([^&]+).*", "$1");
        page.navigate(returns.get(0).replaceAll("state=[^&]+", "state=" + state));
        assertThat(page.locator("#why").innerText()).isEqualTo(WORDS.of("signon.refused.code"));
    }

    @Test
    void aProviderThatIsGoneIsSaidAndThePassphraseStillOpens() {
        Page page = browser.window();
        page.navigate("/signin?next=/lscb/policy");
        page.locator("#provider").click();
        assertThat(page.locator("#why").innerText()).isEqualTo(WORDS.of("signon.refused.unreachable"));
        new Form(page).look();
        try (Visitors visitors = new Visitors(browser, "en")) {
            assertThat(visitors.desk("lscb-officer").page().url()).isEqualTo(HERE + "/lscb/worklist");
        }
    }

    @Test
    void signingOutEndsTheProvidersSessionToo() {
        Page page = ways.through("chscb", "officer", "/chscb/policy");
        page.navigate("/signin?next=/chscb/policy");
        page.locator("#provider").click();
        page.waitForURL(HERE + "/chscb/policy");
        page.locator("form[action$='/signout'] button").click();
        page.waitForURL(url -> url.startsWith(HERE + "/chscb/signin"));
        page.navigate("/signin?next=/chscb/policy");
        page.locator("#provider").click();
        page.waitForSelector("#kc-login");
        assertThat(new KeycloakPage(page).isShown()).isTrue();
    }

    @Test
    void aBoardThatWantsItsProviderTakesNoPassphrase() {
        Page admin = ways.through("nscb", "admin", "/nscb/members");
        try (Visitors visitors = new Visitors(browser, "en")) {
            Page local = visitors.desk("nscb-officer").page();
            assertThat(local.navigate("/nscb/worklist").url()).as("while passphrases are let in").isEqualTo(HERE + "/nscb/worklist");
            ProviderPage early = new ProviderPage(visitors.desk("chscb-admin").page()).of("chscb").on(true, false);
            early.press("save");
            assertThat(early.problems()).singleElement().asString().contains(WORDS.of("signon.refused.proveFirst"));
            new ProviderPage(admin).of("nscb").on(true, false).save();
            assertThat(local.navigate("/nscb/worklist").url()).as("by one administrator alone").isEqualTo(HERE + "/nscb/worklist");
            ways.confirm("nscb", WORDS.of("signon.settings.passphrasesAllowed") + ": " + WORDS.of("kernel.no"));
            local.navigate("/nscb/worklist");
            assertThat(local.url()).startsWith(HERE + "/signin?next=");
            assertThat(local.locator("main").innerText()).contains(WORDS.of("signon.only"));
            new Form(local).look();
            assertThat(ways.through("nscb", "officer", "/nscb/worklist").url()).isEqualTo(HERE + "/nscb/worklist");
            letPasswordsIn(visitors.desk("operator").page());
            local.navigate("/nscb/worklist");
            assertThat(local.url()).as("once the operator has let passphrases in").isEqualTo(HERE + "/nscb/worklist");
        }
    }

    private static void letPasswordsIn(Page operator) {
        Form desk = new Form(operator);
        desk.open("/operator");
        desk.follow("a[href='/operator/boards/nscb/sign-in']");
        desk.press("allow");
        assertThat(desk.success()).isEqualTo(WORDS.of("operator.wayIn.done"));
        assertThat(operator.locator("input[type=submit][id$=allow]").count()).isZero();
    }

    /** The address alone does not hand over an account: it may have gone to somebody new. */
    @Test
    void whoHasANewAccountAtTheProviderGetsInOnceTheOldOneIsUnlinked() {
        Page earlier = ways.through("nscb", "officer", "/nscb/policy");
        assertThat(earlier.url()).isEqualTo(HERE + "/nscb/policy");
        keycloak.replace("nscb", "officer", "nscb-officer@example.org");
        assertThat(ways.through("nscb", "officer", "/nscb/policy").locator("#why").innerText()).isEqualTo(WORDS.of("signon.refused.somebodyElse"));
        try (Visitors visitors = new Visitors(browser, "en")) {
            earlier.navigate("/nscb/tokens");
            assertThat(earlier.url()).isEqualTo(HERE + "/nscb/tokens");
            unlink(visitors.desk("nscb-admin").page(), "Nscb Compliance Officer");
            earlier.navigate("/nscb/tokens");
            assertThat(earlier.url()).as("what stood through the old account").contains("/signin");
        }
        Page anew = browser.window();
        ways.signIn(anew, "nscb", "officer", "/nscb/policy");
        assertThat(anew.locator("#why").innerText()).as("the administrator's word links nobody either").isEqualTo(WORDS.of("signon.refused.first"));
        assertThat(ways.through("nscb", "officer", "/nscb/policy").url()).isEqualTo(HERE + "/nscb/policy");
    }

    /** A board's administrator runs its provider and could come as anybody. */
    @Test
    void whoComesThroughAProviderLearnsAndChangesNothingOfTheAccountElsewhere() {
        try (Visitors visitors = new Visitors(browser, "en")) {
            Page own = visitors.desk("chscb-manager").page();
            Page page = ways.through("chscb", "manager", "/chscb/policy");
            for (String path : List.of("/chscb/tokens", "/account/passphrase", "/account/second-factor", "/account")) {
                new Form(page).open(path);
                assertThat(page.locator("main").innerText()).contains(WORDS.of(path.endsWith("tokens") ? "identity.tokens.provider" : "identity.account.provider"));
                assertThat(page.locator("main :is(img, a[href*='/account/'], input:not([type=hidden], [type=submit]))").count()).as(path).isZero();
            }
            new Form(own).open("/account");
            assertThat(signIns(page)).as("all but the one with the passphrase").isPositive().isEqualTo(signIns(own) - 1);
            page.locator("input[id$=everywhere]").click();
            page.waitForURL(url -> url.contains("/signin"));
            own.navigate("/account");
            assertThat(own.url()).isEqualTo(HERE + "/account");
            assertThat(signIns(own)).isOne();
        }
    }

    private static int signIns(Page account) {
        return account.locator("form[id$=sessions] li").count();
    }

    private static void unlink(Page admin, String name) {
        Form known = new Form(admin);
        known.open("/nscb/single-sign-on");
        known.follow("a[href='/nscb/single-sign-on/members']");
        Form.navigate(admin, () -> admin.locator("input[type=submit][title='" + name + "']").click());
        known.look();
        assertThat(known.success()).isEqualTo(WORDS.of("signon.members.unlinked", name));
        assertThat(admin.locator("input[type=submit][title='" + name + "']").count()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"en, 1280", "cy, 1280", "en, 390", "cy, 390"})
    void theSettingsAreTriedOutAndNeverShowTheSecret(String language, int width) {
        Visitor admin = new Visitor(browser, language, width).signIn("chscb-admin");
        ProviderPage page = new ProviderPage(admin.page()).of("chscb");
        assertThat(admin.page().content()).doesNotContain("probity-at-chscb").contains(HERE + "/chscb/signin/return");
        page.tryOut();
        assertThat(page.success()).isEqualTo(admin.words().of("signon.tried"));
        page.type("issuer", keycloak.issuer("chscb") + "/");
        page.tryOut();
        assertThat(page.problems()).singleElement().asString()
                .contains(admin.words().of("signon.refused.otherIssuer", keycloak.issuer("chscb")));
        page.type("issuer", "http://169.254.169.254/latest");
        page.tryOut();
        assertThat(page.problems()).singleElement().asString().contains(admin.words().of("signon.refused.address"));
        assertThat(admin.complaints()).isEmpty();
    }
}
