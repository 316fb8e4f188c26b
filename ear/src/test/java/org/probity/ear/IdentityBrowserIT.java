package org.probity.ear;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.RequestOptions;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.probity.ear.pages.Form;
import org.probity.ear.pages.Words;

/**
 * The ways in of local accounts: passphrases, second factors, sessions, tokens, and how each of them ends. On PostgreSQL,
 * where people's secrets stand behind walls of their own.
 */
class IdentityBrowserIT {

    private static final int PORT_OFFSET = 1200;
    private static final Pattern LINK = Pattern.compile("/link/([\\w-]+)");
    private static final String PASSPHRASE = "purple goat under the window";
    private static final String ANOTHER = "seven quiet lamps by the estuary";
    private static final Duration UNTIL_THE_WARNING = Duration.ofMinutes(28).plusSeconds(5);
    private static final Words WORDS = Words.in("en");

    /** What the API said. */
    private record Answer(int status, String body) {
    }

    private static PostgresServer postgres;
    private static Postbox postbox;
    private static Server server;
    private static Browser browser;

    @BeforeAll
    static void start() throws IOException, SQLException {
        postgres = PostgresServer.start();
        postbox = new Postbox();
        server = Server.named("identity-in-browser", PORT_OFFSET).withMovableClock().with(postgres.environment()).with(postbox.environment())
                .with(Map.of("PROBITY_SESSION_MINUTES", "30", "PROBITY_SESSION_HOURS", "2", "PROBITY_OPERATOR_LINK", "operator@example.org")).start();
        browser = Browser.at(server.address());
    }

    @AfterAll
    static void stop() throws IOException {
        browser.close();
        server.close();
        postbox.close();
        postgres.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "cy"})
    void whoIsInvitedChoosesAPassphraseAndFromThenOnShowsASecondFactorToo(String language) {
        String email = "newcomer-" + language + "@example.org";
        invite("chscb", "Newcomer Nia", email, language);
        String link = mailed(email, 1);
        Visitor newcomer = new Visitor(browser, language, Visitor.PHONE);
        Words words = newcomer.words();
        Form form = newcomer.at(link);
        refuses(form, "too short", "too short", words.of("identity.refused.passphraseShort", 12));
        refuses(form, "password12345", "password12345", words.of("identity.refused.passphraseCommon"));
        refuses(form, "my name is newcomer nia", "my name is newcomer nia", words.of("identity.refused.passphraseTelling"));
        refuses(form, PASSPHRASE, ANOTHER, words.of("identity.refused.again"));
        choose(form, PASSPHRASE, PASSPHRASE);
        assertThat(form.success()).isEqualTo(words.of("identity.link.done"));
        assertThat(newcomer.at(link).part("void")).isEqualTo(words.of("identity.link.void"));
        signIn(newcomer, email, PASSPHRASE);
        assertThat(newcomer.page().url()).endsWith("/chscb/worklist");

        form = newcomer.at("/account/second-factor");
        String secret = form.part("secret");
        Authenticator app = new Authenticator(secret);
        form.type("code", app.at(server.now().minusSeconds(600)));
        form.press("confirm");
        assertThat(form.problems()).singleElement().asString().contains(words.of("identity.refused.code"));
        String code = app.at(server.now());
        form.type("code", code);
        form.press("confirm");
        List<String> papers = newcomer.page().locator("#codes code").allInnerTexts();
        assertThat(papers).hasSize(10).doesNotHaveDuplicates();
        nothingAtRest(secret.replace(" ", ""), link.substring("/link/".length()), papers);
        signOut(newcomer);

        signIn(newcomer, email, PASSPHRASE);
        newcomer.page().navigate("/chscb/worklist");
        assertThat(newcomer.page().url()).contains("/signin/code?next=");
        form = new Form(newcomer.page());
        show(form, code);
        assertThat(form.problems()).as("a code again").singleElement().asString().contains(words.of("identity.refused.code"));
        server.advance(Duration.ofSeconds(60));
        show(form, app.at(server.now()));
        assertThat(newcomer.page().url()).endsWith("/chscb/worklist");
        signOut(newcomer);

        signIn(newcomer, email, PASSPHRASE);
        show(form, papers.get(3));
        assertThat(newcomer.page().url()).endsWith("/chscb/worklist");
        signOut(newcomer);
        signIn(newcomer, email, PASSPHRASE);
        show(form, papers.get(3));
        assertThat(form.problems()).as("a recovery code again").singleElement().asString().contains(words.of("identity.refused.code"));
        assertThat(newcomer.complaints()).isEmpty();
        newcomer.page().context().close();
    }

    /** Neither what was mailed nor what was shown can be read out of the database. */
    private static void nothingAtRest(String secret, String token, List<String> papers) {
        assertThat(rows("sealed_secret from second_factor")).isNotEmpty().noneMatch(row -> row.contains(secret));
        assertThat(rows("code_print from recovery_code")).hasSizeGreaterThanOrEqualTo(10).doesNotContainAnyElementsOf(papers);
        assertThat(rows("token_hash from one_time_link")).isNotEmpty().doesNotContain(token);
        assertThat(rows("body from mail")).isNotEmpty().noneMatch(row -> row.contains(token));
        assertThat(rows("id from mail where sealed_secret is not null and status = 'SENT'")).isEmpty();
    }

    @Test
    void beforeASessionEndsThePersonIsAskedAndWhatTheyTypedIsKept() {
        Visitor person = new Visitor(browser, "cy", Visitor.DESK);
        person.page().clock().install();
        person.signIn("lscb-admin");
        Form form = person.at("/lscb/members/new");
        form.type("name", "Half Typed");
        pass(person, UNTIL_THE_WARNING);
        Locator warning = person.page().locator("#idle[open]");
        warning.waitFor();
        assertThat(form.part("idle-soon")).isEqualTo(person.words().of("frame.idle.soon"));
        form.look();
        person.page().locator("#idle-stay").click();
        warning.waitFor(new Locator.WaitForOptions().setState(com.microsoft.playwright.options.WaitForSelectorState.DETACHED));
        assertThat(form.typed("name")).isEqualTo("Half Typed");

        pass(person, UNTIL_THE_WARNING);
        warning.waitFor();
        pass(person, Duration.ofMinutes(4));
        person.page().locator("#idle-over").waitFor();
        assertThat(form.part("idle-over")).isEqualTo(person.words().of("frame.idle.over"));
        form.look();
        person.page().locator("#idle-close").click();
        assertThat(form.typed("name")).isEqualTo("Half Typed");
        person.page().waitForNavigation(() -> person.page().locator("main input[type=submit]").last().click());
        assertThat(person.page().url()).contains("/signin?next=");
        signInHere(person, "lscb-admin@example.org", "probity-demo");
        assertThat(person.page().url()).endsWith("/lscb/members/new");
        assertThat(form.typed("name")).isEqualTo("Half Typed");
        assertThat(person.page().locator("main").innerText()).contains(person.words().of("frame.typedAgain"));
        assertThat(person.complaints()).isEmpty();
        person.page().context().close();
    }

    private static void pass(Visitor person, Duration time) {
        server.advance(time);
        person.page().clock().fastForward(time.toMillis());
    }

    @Test
    void aSessionEndsWhenItsTimeIsUpHoweverBusyThePersonIs() {
        Page page = new Visitor(browser, "en", Visitor.DESK).signIn("lscb-auditor").page();
        for (int i = 1; i <= 4; i++) {
            server.advance(Duration.ofMinutes(29));
            page.navigate("/lscb/audit");
            assertThat(page.url()).as("after %d minutes", i * 29).endsWith("/lscb/audit");
        }
        server.advance(Duration.ofMinutes(5));
        page.navigate("/lscb/audit");
        assertThat(page.url()).contains("/signin?next=");
        page.context().close();
    }

    @Test
    void aPersonSeesWhereTheyAreSignedInAndEndsItThereAndEverywhere() {
        Visitor here = new Visitor(browser, "cy", Visitor.DESK).signIn("chscb-lead");
        Visitor there = new Visitor(browser, "cy", Visitor.PHONE).signIn("chscb-lead");
        Form form = here.at("/account");
        Locator ends = here.page().locator("#sessions li input[type=submit]");
        assertThat(ends.count()).isEqualTo(1);
        here.page().waitForNavigation(ends::click);
        form.look();
        assertThat(form.success()).isEqualTo(here.words().of("identity.account.ended"));
        isOut(there, "/chscb/approvals");
        there.signIn("chscb-lead");
        here.at("/account");
        form.press("everywhere");
        isOut(there, "/chscb/approvals");
        isOut(here, "/chscb/approvals");
        here.page().context().close();
        there.page().context().close();
    }

    @Test
    void aTokenDoesWhatItWasMadeForUntilItEndsOrSomebodyRevokesIt() {
        Visitor officer = new Visitor(browser, "cy", Visitor.DESK).signIn("cwmtaf-officer");
        String mine = token(officer, "First program", 30);
        assertThat(asked("cwmtaf", mine, "GET").status()).isEqualTo(200);
        Answer refused = asked("cwmtaf", mine, "POST");
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.body()).contains(WORDS.of("identity.refused.scope", "REPORT"));
        assertThat(rows("last_used_at from api_token where name = 'First program'")).doesNotContain("null");
        assertThat(asked("chscb", mine, "GET").status()).as("at another board").isEqualTo(401);
        officer.at("/cwmtaf/tokens");
        officer.page().waitForNavigation(() -> officer.page().locator("#tokens input[type=submit]").first().click());
        new Form(officer.page()).look();
        assertThat(asked("cwmtaf", mine, "GET").status()).as("revoked").isEqualTo(401);

        String second = token(officer, "Second program", 30);
        assertThat(asked("cwmtaf", second, "GET").status()).isEqualTo(200);
        Visitor admin = new Visitor(browser, "cy", Visitor.DESK).signIn("cwmtaf-admin");
        admin.at("/cwmtaf/members/tokens");
        Locator row = admin.page().locator("#tokens tr", new Page.LocatorOptions().setHasText("Second program"));
        admin.page().waitForNavigation(() -> row.locator("input[type=submit]").click());
        assertThat(asked("cwmtaf", second, "GET").status()).as("revoked by the administrator").isEqualTo(401);

        String third = token(officer, "Third program", 1);
        assertThat(asked("cwmtaf", third, "GET").status()).isEqualTo(200);
        server.advance(Duration.ofDays(2));
        assertThat(asked("cwmtaf", third, "GET").status()).as("expired").isEqualTo(401);
        assertThat(rows("token_hash from api_token")).doesNotContain(mine, second, third);
        officer.page().context().close();
        admin.page().context().close();
    }

    @Test
    void aRoleOrMembershipWithdrawnIsGoneAtTheNextRequest() {
        Visitor lead = new Visitor(browser, "en", Visitor.DESK).signIn("cwmtaf-lead");
        String token = "demo-cwmtaf-lead";
        assertThat(lead.page().navigate("/cwmtaf/approvals").status()).isEqualTo(200);
        assertThat(asked("cwmtaf", token, "GET").status()).isEqualTo(200);
        Visitor admin = new Visitor(browser, "en", Visitor.DESK).signIn("cwmtaf-admin");
        Form form = member(admin, "cwmtaf-lead");
        admin.page().locator("input[name='roles'][value='LEAD']").uncheck();
        form.choose("roles", "AUDITOR");
        form.type("reason", "Moved to another desk");
        form.press("changeRoles");
        assertThat(lead.page().navigate("/cwmtaf/approvals").status()).isEqualTo(403);
        assertThat(lead.page().navigate("/cwmtaf/audit").status()).isEqualTo(200);
        assertThat(asked("cwmtaf", token, "GET").status()).isEqualTo(403);
        form = member(admin, "cwmtaf-lead");
        form.type("endReason", "Has left");
        form.press("end");
        assertThat(lead.page().navigate("/cwmtaf/audit").status()).isEqualTo(404);
        assertThat(asked("cwmtaf", token, "GET").status()).isEqualTo(401);
        form = member(admin, "cwmtaf-admin");
        form.type("endReason", "Nobody would be left");
        form.press("end");
        assertThat(form.problems()).singleElement().asString().contains(WORDS.of("identity.refused.lastAdministrator"));
        lead.page().context().close();
        admin.page().context().close();
    }

    @Test
    void aBoardThatAsksARoleForASecondFactorOpensNothingWithoutIt() {
        Visitor auditor = new Visitor(browser, "en", Visitor.DESK).signIn("nscb-auditor");
        assertThat(auditor.at("/nscb/audit").page().url()).endsWith("/nscb/audit");
        Visitor admin = new Visitor(browser, "cy", Visitor.DESK).signIn("nscb-admin");
        Form rules = admin.at("/nscb/members/second-factor");
        rules.choose("roles", "AUDITOR");
        rules.press("ask");
        for (String path : List.of("/nscb/tokens", "/nscb/policy", "/nscb/audit")) {
            auditor.page().navigate(path);
            assertThat(auditor.page().url()).as(path).contains("/account/second-factor?next=");
        }
        Form form = new Form(auditor.page());
        form.look();
        form.type("code", new Authenticator(form.part("secret")).at(server.now()));
        form.press("confirm");
        form.follow("#onwards");
        assertThat(auditor.page().url()).endsWith("/nscb/audit");
        auditor.at("/account");
        assertThat(auditor.page().locator("#turnOff").count()).as("no way round it").isZero();
        auditor.page().context().close();
        admin.page().context().close();
    }

    @Test
    void noAnswerTellsWhetherThereIsAnAccount() {
        Visitor stranger = new Visitor(browser, "en", Visitor.PHONE);
        List<String> unknown = wrong(stranger, "nobody-of-that-name@example.org", "whatever it may be");
        for (int tries = 0; tries < 6; tries++) {
            assertThat(wrong(stranger, "lscb-hr@example.org", "whatever it may be")).as("try %d", tries).isEqualTo(unknown);
        }
        assertThat(wrong(stranger, "lscb-hr@example.org", "probity-demo")).as("locked, with the right password").isEqualTo(unknown);
        server.advance(Duration.ofMinutes(16));
        signIn(stranger, "lscb-hr@example.org", "probity-demo");
        assertThat(stranger.page().url()).doesNotContain("/signin");
        signOut(stranger);
        assertThat(forgotten(stranger, "lscb-hr2@example.org")).isEqualTo(forgotten(stranger, "nobody-of-that-name@example.org"));

        Visitor admin = new Visitor(browser, "en", Visitor.DESK).signIn("lscb-admin");
        assertThat(invited(admin, "chscb-manager@example.org")).isEqualTo(invited(admin, "nowhere-yet@example.org"));
        stranger.page().context().close();
        admin.page().context().close();
    }

    @Test
    void aForgottenPassphraseIsReplacedByALinkThatWorksOnceAndNotForLong() {
        Visitor person = new Visitor(browser, "en", Visitor.DESK).signIn("lscb-lead");
        Visitor stranger = new Visitor(browser, "en", Visitor.PHONE);
        forgotten(stranger, "lscb-lead@example.org");
        String first = mailed("lscb-lead@example.org", 1);
        server.advance(Duration.ofMinutes(6));
        forgotten(stranger, "lscb-lead@example.org");
        String second = mailed("lscb-lead@example.org", 2);
        assertThat(stranger.at(first).part("void")).as("a later one was sent").isEqualTo(WORDS.of("identity.link.void"));
        assertThat(person.at("/lscb/approvals").page().url()).endsWith("/lscb/approvals");
        choose(stranger.at(second), ANOTHER, ANOTHER);
        isOut(person, "/lscb/approvals");
        assertThat(wrong(stranger, "lscb-lead@example.org", "probity-demo")).hasSize(1);
        signIn(stranger, "lscb-lead@example.org", ANOTHER);
        assertThat(stranger.page().url()).endsWith("/lscb/approvals");
        signOut(stranger);
        server.advance(Duration.ofMinutes(6));
        forgotten(stranger, "lscb-lead@example.org");
        String third = mailed("lscb-lead@example.org", 3);
        server.advance(Duration.ofMinutes(61));
        assertThat(stranger.at(third).part("void")).as("too old").isEqualTo(WORDS.of("identity.link.void"));
        person.page().context().close();
        stranger.page().context().close();
    }

    @Test
    void anOperatorWhoLostTheirPassphraseFindsALinkInTheLog() {
        Matcher link = LINK.matcher(server.log());
        assertThat(link.find()).isTrue();
        Visitor operator = new Visitor(browser, "en", Visitor.DESK);
        choose(operator.at(link.group()), ANOTHER, ANOTHER);
        assertThat(wrong(operator, "operator@example.org", "probity-demo")).hasSize(1);
        signIn(operator, "operator@example.org", ANOTHER);
        assertThat(operator.page().url()).endsWith("/operator");
        operator.page().context().close();
    }

    private static void invite(String board, String name, String email, String language) {
        Visitor admin = new Visitor(browser, "en", Visitor.DESK).signIn(board + "-admin");
        Form form = admin.at("/" + board + "/members/new");
        form.type("name", name);
        form.type("email", email);
        form.choose("roles", "OFFICER");
        form.choose("language", language.toUpperCase());
        admin.page().waitForNavigation(() -> admin.page().locator("main input[type=submit]").last().click());
        form.look();
        assertThat(form.success()).isEqualTo(WORDS.of("administration.member.done", name));
        admin.page().context().close();
    }

    /** What an administrator sees after they added somebody of that address: the answer, the list, the member's page. */
    private static List<String> invited(Visitor admin, String email) {
        Form form = admin.at("/lscb/members/new");
        form.type("name", "As Typed Here");
        form.type("email", email);
        form.choose("roles", "OFFICER");
        form.choose("language", "EN");
        admin.page().waitForNavigation(() -> admin.page().locator("main input[type=submit]").last().click());
        String success = form.success();
        String line = admin.page().locator("#members tr, tr", new Page.LocatorOptions().setHasText(email)).innerText();
        member(admin, email.replace("@example.org", ""));
        return List.of(success, line.replace(email, "…"), form.part("main").replace(email, "…"));
    }

    private static Form member(Visitor admin, String account) {
        String board = admin.page().url().replaceAll("https?://[^/]+/([a-z]+).*", "$1");
        admin.at("/" + board + "/members");
        Locator row = admin.page().locator("main tr", new Page.LocatorOptions().setHasText(account + "@example.org"));
        admin.page().waitForNavigation(() -> row.locator("a").first().click());
        Form form = new Form(admin.page());
        form.look();
        return form;
    }

    /** The path of the link in the newest of so many letters to that address. */
    private static String mailed(String email, int letters) {
        Api.await("letter " + letters + " to " + email, () -> lettersTo(email).size() >= letters);
        Matcher link = LINK.matcher(lettersTo(email).get(letters - 1).body());
        assertThat(link.find()).isTrue();
        return link.group();
    }

    private static List<Postbox.Letter> lettersTo(String email) {
        return postbox.letters().stream().filter(letter -> letter.to().contains(email) && letter.body().contains("/link/")).toList();
    }

    private static void refuses(Form form, String passphrase, String again, String why) {
        choose(form, passphrase, again);
        assertThat(form.problems()).as(passphrase).singleElement().asString().contains(why);
    }

    private static void choose(Form form, String passphrase, String again) {
        form.type("passphrase", passphrase);
        form.type("again", again);
        form.press("choose");
    }

    private static void show(Form form, String code) {
        form.type("code", code);
        form.press("show");
    }

    private static void signIn(Visitor visitor, String username, String password) {
        visitor.at("/signin");
        signInHere(visitor, username, password);
    }

    private static void signInHere(Visitor visitor, String username, String password) {
        Form form = new Form(visitor.page());
        form.type("username", username);
        form.type("password", password);
        visitor.page().waitForNavigation(() -> visitor.page().locator("main input[type=submit]").click());
        form.look();
    }

    private static List<String> wrong(Visitor visitor, String username, String password) {
        signIn(visitor, username, password);
        return new Form(visitor.page()).problems();
    }

    private static String forgotten(Visitor visitor, String username) {
        Form form = visitor.at("/forgotten");
        form.type("username", username);
        form.press("ask");
        return form.part("main");
    }

    private static void signOut(Visitor visitor) {
        visitor.page().waitForNavigation(() -> visitor.page().locator("form[action$='/signout'] button").first().click());
    }

    private static void isOut(Visitor visitor, String path) {
        visitor.page().navigate(path);
        assertThat(visitor.page().url()).contains("/signin?next=");
    }

    private static String token(Visitor member, String name, int days) {
        Form form = member.at("/cwmtaf/tokens");
        form.type("name", name);
        form.type("until", LocalDate.ofInstant(server.now(), ZoneId.of("Europe/London")).plusDays(days).toString());
        form.press("make");
        return form.part("token");
    }

    /** The first column of what a select finds, walls or not. */
    private static List<String> rows(String select) {
        try (Connection superuser = postgres.asSuperuser(); Statement statement = superuser.createStatement();
                ResultSet found = statement.executeQuery("select " + select)) {
            List<String> rows = new ArrayList<>();
            while (found.next()) {
                rows.add(String.valueOf(found.getString(1)));
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A list for GET, a new concern for POST, by the API. */
    private static Answer asked(String board, String token, String method) {
        Page page = browser.window();
        APIResponse answer = page.request().fetch("/api/boards/" + board + (method.equals("GET") ? "/investigations" : "/concerns"),
                RequestOptions.create().setMethod(method).setHeader("Authorization", "Bearer " + token)
                        .setHeader("Content-Type", "application/json").setData(method.equals("GET") ? "" : "{}"));
        Answer said = new Answer(answer.status(), answer.text());
        page.context().close();
        return said;
    }
}
