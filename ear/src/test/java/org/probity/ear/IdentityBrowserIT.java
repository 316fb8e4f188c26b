package org.probity.ear;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
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
    private static final String PASSPHRASE = "purple goat under the window";
    private static final String ANOTHER = "seven quiet lamps by the estuary";
    private static final Duration UNTIL_THE_WARNING = Duration.ofMinutes(28).plusSeconds(5);
    private static final Words WORDS = Words.in("en");

    private static WaysIn ways;
    private static Server server;

    @BeforeAll
    static void start() throws IOException, SQLException {
        ways = WaysIn.start("identity-in-browser", PORT_OFFSET,
                Map.of("PROBITY_SESSION_MINUTES", "30", "PROBITY_SESSION_HOURS", "2", "PROBITY_OPERATOR_LINK", "operator@example.org"));
        server = ways.server();
        // At once: the clock of this server is moved on, and the link is good for an hour.
        WaysIn.choose(ways.visitor("en", Visitor.DESK).at(ways.linkLeft()), ANOTHER, ANOTHER);
        ways.leave();
    }

    @AfterAll
    static void stop() throws IOException {
        ways.close();
    }

    @AfterEach
    void leave() {
        ways.leave();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "cy"})
    void whoIsInvitedChoosesAPassphraseAndFromThenOnShowsASecondFactorToo(String language) {
        String email = "newcomer-" + language + "@example.org";
        ways.invite("chscb", "Newcomer Nia", email, language);
        String link = ways.mailed(email, 1);
        Visitor newcomer = ways.visitor(language, Visitor.PHONE);
        Words words = newcomer.words();
        Form form = newcomer.at(link);
        WaysIn.refuses(form, "too short", "too short", words.of("identity.refused.passphraseShort", 12));
        WaysIn.refuses(form, "password12345", "password12345", words.of("identity.refused.passphraseCommon"));
        WaysIn.refuses(form, "my name is newcomer nia", "my name is newcomer nia", words.of("identity.refused.passphraseTelling"));
        WaysIn.refuses(form, PASSPHRASE, ANOTHER, words.of("identity.refused.again"));
        WaysIn.choose(form, PASSPHRASE, PASSPHRASE);
        assertThat(form.success()).isEqualTo(words.of("identity.invitation.accepted"));
        assertThat(newcomer.at(link).part("void")).isEqualTo(words.of("identity.invitation.void"));
        ways.signIn(newcomer, email, PASSPHRASE);
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
        ways.nothingAtRest(secret.replace(" ", ""), link.replaceFirst(".*/", ""), papers);
        ways.signOut(newcomer);

        ways.signIn(newcomer, email, PASSPHRASE);
        newcomer.page().navigate("/chscb/worklist");
        assertThat(newcomer.page().url()).contains("/signin/code?next=");
        form = new Form(newcomer.page());
        WaysIn.show(form, code);
        assertThat(form.problems()).as("a code again").singleElement().asString().contains(words.of("identity.refused.code"));
        server.advance(Duration.ofSeconds(60));
        WaysIn.show(form, app.at(server.now()));
        assertThat(newcomer.page().url()).endsWith("/chscb/worklist");
        ways.signOut(newcomer);

        ways.signIn(newcomer, email, PASSPHRASE);
        WaysIn.show(form, papers.get(3));
        assertThat(newcomer.page().url()).endsWith("/chscb/worklist");
        ways.signOut(newcomer);
        ways.signIn(newcomer, email, PASSPHRASE);
        WaysIn.show(form, papers.get(3));
        assertThat(form.problems()).as("a recovery code again").singleElement().asString().contains(words.of("identity.refused.code"));
        assertThat(newcomer.complaints()).isEmpty();
    }

    @Test
    void beforeASessionEndsThePersonIsAskedAndWhatTheyTypedIsKept() {
        Visitor person = ways.visitor("cy", Visitor.DESK);
        person.page().clock().install();
        person.signIn("lscb-admin");
        Form form = person.at("/lscb/members/new");
        form.type("name", "Half Typed");
        ways.pass(person, UNTIL_THE_WARNING);
        Locator warning = person.page().locator("#idle[open]");
        warning.waitFor();
        assertThat(form.part("idle-soon")).isEqualTo(person.words().of("frame.idle.soon"));
        form.look();
        person.page().locator("#idle-stay").click();
        warning.waitFor(new Locator.WaitForOptions().setState(com.microsoft.playwright.options.WaitForSelectorState.DETACHED));
        assertThat(form.typed("name")).isEqualTo("Half Typed");

        ways.pass(person, UNTIL_THE_WARNING);
        warning.waitFor();
        ways.pass(person, Duration.ofMinutes(4));
        person.page().locator("#idle-over").waitFor();
        assertThat(form.part("idle-over")).isEqualTo(person.words().of("frame.idle.over"));
        form.look();
        person.page().locator("#idle-close").click();
        assertThat(form.typed("name")).isEqualTo("Half Typed");
        Form.navigate(person.page(), () -> person.page().locator("main input[type=submit]").last().click());
        assertThat(person.page().url()).contains("/signin?next=");
        ways.signInHere(person, "lscb-admin@example.org", "probity-demo");
        assertThat(person.page().url()).endsWith("/lscb/members/new");
        assertThat(form.typed("name")).isEqualTo("Half Typed");
        assertThat(person.page().locator("main").innerText()).contains(person.words().of("frame.typedAgain"));
        assertThat(person.complaints()).isEmpty();
    }

    @Test
    void aSessionEndsWhenItsTimeIsUpHoweverBusyThePersonIs() {
        Page page = ways.visitor("en", Visitor.DESK).signIn("lscb-auditor").page();
        for (int i = 1; i <= 4; i++) {
            server.advance(Duration.ofMinutes(29));
            page.navigate("/lscb/audit");
            assertThat(page.url()).as("after %d minutes", i * 29).endsWith("/lscb/audit");
        }
        server.advance(Duration.ofMinutes(5));
        page.navigate("/lscb/audit");
        assertThat(page.url()).contains("/signin?next=");
    }

    @Test
    void aPersonSeesWhereTheyAreSignedInAndEndsItThereAndEverywhere() {
        Visitor here = ways.visitor("cy", Visitor.DESK).signIn("chscb-lead");
        Visitor there = ways.visitor("cy", Visitor.PHONE).signIn("chscb-lead");
        Form form = here.at("/account");
        Locator ends = here.page().locator("#sessions li input[type=submit]");
        assertThat(ends.count()).isEqualTo(1);
        Form.navigate(here.page(), ends::click);
        form.look();
        assertThat(form.success()).isEqualTo(here.words().of("identity.account.ended"));
        ways.isOut(there, "/chscb/approvals");
        there.signIn("chscb-lead");
        here.at("/account");
        form.press("everywhere");
        ways.isOut(there, "/chscb/approvals");
        ways.isOut(here, "/chscb/approvals");
    }

    @Test
    void aTokenDoesWhatItWasMadeForUntilItEndsOrSomebodyRevokesIt() {
        Visitor officer = ways.visitor("cy", Visitor.DESK).signIn("cwmtaf-officer");
        String mine = ways.token(officer, "cwmtaf", "First program", 30);
        assertThat(ways.asked("cwmtaf", mine, "GET").status()).isEqualTo(200);
        WaysIn.Answer refused = ways.asked("cwmtaf", mine, "POST");
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.body()).contains(WORDS.of("identity.refused.scope", "REPORT"));
        assertThat(ways.rows("last_used_at from api_token where name = 'First program'")).doesNotContain("null");
        assertThat(ways.asked("chscb", mine, "GET").status()).as("at another board").isEqualTo(401);
        officer.at("/cwmtaf/tokens");
        Form.navigate(officer.page(), () -> officer.page().locator("#tokens input[type=submit]").first().click());
        new Form(officer.page()).look();
        assertThat(ways.asked("cwmtaf", mine, "GET").status()).as("revoked").isEqualTo(401);
        String second = ways.token(officer, "cwmtaf", "Second program", 30);
        assertThat(ways.asked("cwmtaf", second, "GET").status()).isEqualTo(200);
        Visitor admin = ways.visitor("cy", Visitor.DESK).signIn("cwmtaf-admin");
        admin.at("/cwmtaf/members/tokens");
        Locator row = admin.page().locator("#tokens tr", new Page.LocatorOptions().setHasText("Second program"));
        Form.navigate(admin.page(), () -> row.locator("input[type=submit]").click());
        assertThat(ways.asked("cwmtaf", second, "GET").status()).as("revoked by the administrator").isEqualTo(401);
        String third = ways.token(officer, "cwmtaf", "Third program", 1);
        assertThat(ways.asked("cwmtaf", third, "GET").status()).isEqualTo(200);
        server.advance(Duration.ofDays(2));
        assertThat(ways.asked("cwmtaf", third, "GET").status()).as("expired").isEqualTo(401);
        assertThat(ways.rows("token_hash from api_token")).doesNotContain(mine, second, third);
    }

    @Test
    void aFormThatIsOnItsWayWhenThePassphraseIsChangedElsewhereMakesNoToken() {
        Visitor thief = ways.visitor("en", Visitor.DESK).signIn("cwmtaf-lead");
        try (LateForm late = ways.lateToken(thief, "cwmtaf", "Late program", 30)) {
            ways.changePassphrase("cwmtaf-lead", ANOTHER);
            assertThat(late.end()).startsWith("HTTP/1.1 302 ").containsPattern("(?i)location: \\S*/cwmtaf/tokens\r\n");
        }
        ways.isOut(thief, "/cwmtaf/tokens");
        assertThat(ways.rows("id from api_token where name = 'Late program'")).isEmpty();
    }

    @Test
    void theLastAdministratorOfABoardStays() {
        Visitor admin = ways.visitor("en", Visitor.DESK).signIn("cwmtaf-admin");
        Form form = ways.member(admin, "cwmtaf-admin");
        form.type("endReason", "Nobody would be left");
        form.press("end");
        assertThat(form.problems()).singleElement().asString().contains(WORDS.of("identity.refused.lastAdministrator"));
    }

    @Test
    void aBoardThatAsksARoleForASecondFactorOpensNothingWithoutIt() {
        Visitor auditor = ways.visitor("en", Visitor.DESK).signIn("nscb-auditor");
        assertThat(auditor.at("/nscb/audit").page().url()).endsWith("/nscb/audit");
        String token = ways.token(auditor, "nscb", "Made without it", 30);
        assertThat(ways.asked("nscb", token, "GET").status()).as("an auditor finds no case").isEqualTo(403);
        Visitor admin = ways.visitor("cy", Visitor.DESK).signIn("nscb-admin");
        Form rules = admin.at("/nscb/members/second-factor");
        rules.choose("roles", "AUDITOR");
        rules.press("ask");
        for (String path : List.of("/nscb/tokens", "/nscb/policy", "/nscb/audit")) {
            auditor.page().navigate(path);
            assertThat(auditor.page().url()).as(path).contains("/account/second-factor?next=");
        }
        assertThat(ways.asked("nscb", token, "GET").status()).as("asked of them").isEqualTo(401);
        assertThat(ways.asked("nscb", "demo-nscb-auditor", "GET").status()).as("a well-known one").isEqualTo(403);
        Form form = new Form(auditor.page());
        form.look();
        form.type("code", new Authenticator(form.part("secret")).at(server.now()));
        form.press("confirm");
        form.follow("#onwards");
        assertThat(auditor.page().url()).endsWith("/nscb/audit");
        assertThat(ways.asked("nscb", token, "GET").status()).as("made before they had one").isEqualTo(401);
        String later = ways.token(auditor, "nscb", "Made with it", 30);
        assertThat(ways.asked("nscb", later, "GET").status()).isEqualTo(403);
        auditor.at("/account");
        assertThat(auditor.page().locator("#turnOff").count()).as("no way round it").isZero();
    }

    @Test
    void noAnswerTellsWhetherThereIsAnAccount() {
        Visitor stranger = ways.visitor("en", Visitor.PHONE);
        List<String> unknown = ways.wrong(stranger, "nobody-of-that-name@example.org", "whatever it may be");
        for (int tries = 0; tries < 6; tries++) {
            assertThat(ways.wrong(stranger, "lscb-hr@example.org", "whatever it may be")).as("try %d", tries).isEqualTo(unknown);
        }
        // whoever tries wrong ones keeps nobody out
        ways.signIn(stranger, "lscb-hr@example.org", "probity-demo");
        assertThat(stranger.page().url()).doesNotContain("/signin");
        ways.signOut(stranger);
        assertThat(ways.forgotten(stranger, "lscb-hr2@example.org")).isEqualTo(ways.forgotten(stranger, "nobody-of-that-name@example.org"));

        Visitor admin = ways.visitor("en", Visitor.DESK).signIn("lscb-admin");
        assertThat(ways.invited(admin, "chscb-manager@example.org")).isEqualTo(ways.invited(admin, "nowhere-yet@example.org"));
    }

    @Test
    void aForgottenPassphraseIsReplacedByALinkThatWorksOnceAndNotForLong() {
        Visitor person = ways.visitor("en", Visitor.DESK).signIn("lscb-lead");
        Visitor stranger = ways.visitor("en", Visitor.PHONE);
        ways.forgotten(stranger, "lscb-lead@example.org");
        String first = ways.mailed("lscb-lead@example.org", 1);
        server.advance(Duration.ofMinutes(6));
        ways.forgotten(stranger, "lscb-lead@example.org");
        String second = ways.mailed("lscb-lead@example.org", 2);
        assertThat(stranger.at(first).part("void")).as("a later one was sent").isEqualTo(WORDS.of("identity.link.void"));
        assertThat(person.at("/lscb/approvals").page().url()).endsWith("/lscb/approvals");
        WaysIn.choose(stranger.at(second), ANOTHER, ANOTHER);
        ways.isOut(person, "/lscb/approvals");
        assertThat(ways.wrong(stranger, "lscb-lead@example.org", "probity-demo")).hasSize(1);
        ways.signIn(stranger, "/lscb/signin", "lscb-lead@example.org", ANOTHER);
        assertThat(stranger.page().url()).as("at the board's own page").endsWith("/lscb/approvals");
        ways.signOut(stranger);
        server.advance(Duration.ofMinutes(6));
        ways.forgotten(stranger, "lscb-lead@example.org");
        String third = ways.mailed("lscb-lead@example.org", 3);
        server.advance(Duration.ofMinutes(61));
        assertThat(stranger.at(third).part("void")).as("too old").isEqualTo(WORDS.of("identity.link.void"));
    }

    @Test
    void anOperatorWhoLostTheirPassphraseFindsALinkInTheLog() {
        Visitor operator = ways.visitor("en", Visitor.DESK);
        assertThat(operator.at(ways.linkLeft()).part("void")).isEqualTo(WORDS.of("identity.link.void"));
        assertThat(ways.wrong(operator, "operator@example.org", "probity-demo")).hasSize(1);
        ways.signIn(operator, "operator@example.org", ANOTHER);
        assertThat(operator.page().url()).endsWith("/operator");
    }
}
