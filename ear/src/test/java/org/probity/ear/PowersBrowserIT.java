package org.probity.ear;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.Gson;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.net.URI;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.probity.ear.pages.Form;
import org.probity.ear.pages.Words;

/** Powers over another's account, role and board, and where each of them ends. On PostgreSQL, with the walls between boards. */
class PowersBrowserIT {

    private static final int PORT_OFFSET = 1250;
    private static final String DEMO = "probity-demo";
    private static final Words WORDS = Words.in("en");
    private static final Words CYMRAEG = Words.in("cy");

    private static WaysIn ways;
    private static Server server;

    @BeforeAll
    static void start() throws IOException, SQLException {
        ways = WaysIn.start("powers-in-browser", PORT_OFFSET, Map.of("PROBITY_SESSION_HOURS", "100", "PROBITY_SESSION_MINUTES", "6000"));
        server = ways.server();
    }

    @AfterAll
    static void stop() throws IOException {
        ways.close();
    }

    @AfterEach
    void leave() {
        ways.leave();
    }

    @Test
    void nobodyIsAMemberOfABoardThatTheyHaveNotSaidYesTo() {
        Visitor guest = ways.visitor("en", Visitor.PHONE).signIn("nscb-manager");
        ways.invite("chscb", "Asked Anna", "nscb-manager@example.org", "en");
        assertThat(ways.rows("account_id from account_board where board = 'chscb' and account_id = (" + account("nscb-manager") + ")")).isEmpty();
        assertThat(guest.page().navigate("/chscb/home").status()).isEqualTo(404);
        Visitor stranger = ways.visitor("cy", Visitor.PHONE);
        String letter = ways.mailed("nscb-manager@example.org", 1);
        assertThat(stranger.at(letter).part("known")).isEqualTo(CYMRAEG.of("identity.invitation.known"));
        assertThat(stranger.page().locator("#passphrase").count()).as("the link alone does not open the account").isZero();

        guest.at("/account");
        click(guest, "#invitations input[type=submit]");
        assertThat(guest.page().navigate("/chscb/home").status()).isEqualTo(200);
        assertThat(stranger.at(letter).part("void")).isEqualTo(CYMRAEG.of("identity.invitation.void"));
    }

    @Test
    void whoSaysNoIsAskedNoMore() {
        ways.invite("chscb", "Unwilling Una", "una@example.org", "en");
        Visitor stranger = ways.visitor("en", Visitor.PHONE);
        String link = ways.mailed("una@example.org", 1);
        stranger.at(link).press("decline");
        assertThat(stranger.at(link).part("void")).isEqualTo(WORDS.of("identity.invitation.void"));
        assertThat(ways.rows("id from account where username = 'una@example.org'")).isEmpty();
    }

    /** Everything that an administrator of one board can try with an account that is a member of another one too. */
    @Test
    void anAdministratorReachesNoOtherBoardThroughAnAccountThatIsInBoth() {
        Visitor owner = ways.visitor("en", Visitor.DESK).signIn("roles");
        factor(owner);
        String sessions = "id from account_session where ended_at is null and account_id = (" + account("roles") + ")";
        List<String> standing = ways.rows(sessions);
        Visitor admin = ways.visitor("en", Visitor.DESK).signIn("chscb-admin");
        Form form = ways.member(atMembers(admin, "chscb"), "roles");
        form.type("factorReason", "They asked me to, honestly.");
        form.press("resetFactor");
        assertThat(form.problems()).singleElement().asString().contains(WORDS.of("identity.refused.notAlone"));
        form = ways.member(atMembers(admin, "chscb"), "roles");
        form.type("endReason", "Then I take them out, and ask them back.");
        form.press("end");
        ways.invite("chscb", "Asked Back", "roles@example.org", "en");
        Visitor stranger = ways.visitor("en", Visitor.PHONE);
        stranger.at(ways.mailed("roles@example.org", 1));
        assertThat(stranger.page().locator("#passphrase").count()).as("a letter opens no account that has a passphrase").isZero();
        for (String path : List.of("/nscb/members", "/nscb/archive-key", "/operator", "/operator/second-factors")) {
            assertThat(admin.page().navigate(path).status()).as(path).isIn(403, 404);
        }
        assertThat(ways.rows(sessions)).as("their sessions stand").containsAll(standing);
        assertThat(factorsOf("roles")).as("their second factor stands").hasSize(1);
        assertThat(owner.page().navigate("/chscb/home").status()).as("and they are no member before they say yes").isEqualTo(404);
        assertThat(owner.page().navigate("/nscb/home").status()).isEqualTo(200);
    }

    @Test
    void whoBecomesALeadIsDecidedByTwoPeopleAndTheBoardsLeadsAndAuditorsAreTold() {
        Visitor admin = ways.visitor("en", Visitor.DESK).signIn("cwmtaf-admin");
        propose(admin, "cwmtaf-officer2", "LEAD");
        assertThat(admin.page().locator("#powers").innerText()).contains(WORDS.of("administration.powers.operator"));
        assertThat(admin.page().locator("#powers input[value='" + WORDS.of("administration.powers.confirm") + "']").count()).isZero();
        assertThat(holding("cwmtaf-officer2", "LEAD")).as("not before").isEmpty();
        ways.confirmAsOperator("cwmtaf", "cwmtaf-officer2@example.org");
        assertThat(holding("cwmtaf-officer2", "LEAD")).hasSize(1);
        Api.await("leads and auditors are told", () -> ways.letters("powerChanged", "cwmtaf-lead@example.org") == 1
                && ways.letters("powerChanged", "cwmtaf-auditor@example.org") == 1);
        Form seen = ways.visitor("cy", Visitor.PHONE).signIn("cwmtaf-auditor").at("/cwmtaf/members/changes");
        assertThat(seen.part("main")).contains(CYMRAEG.of("administration.powers.decision.CONFIRMED"));

        propose(admin, "cwmtaf-manager", "ADMINISTRATOR");
        ways.confirmAsOperator("cwmtaf", "cwmtaf-manager@example.org");
        propose(admin, "cwmtaf-employee2", "AUDITOR");
        assertThat(operatorsDesk("cwmtaf").page().locator("#powers").count()).as("the board has a second administrator now").isZero();
        Visitor second = ways.visitor("cy", Visitor.DESK).signIn("cwmtaf-manager");
        click(atMembers(second, "cwmtaf"), "#powers input[type=submit]");
        assertThat(holding("cwmtaf-employee2", "AUDITOR")).hasSize(1);
    }

    /** As after a board was restored elsewhere: the case is restricted, and nobody here has a place on its team. */
    @Test
    void aCaseThatNobodySeesIsOpenedToALeadByAnAdministratorAndAnAuditor() {
        String reference = new Walk(new Api(server, "chscb")).report().reference();
        ways.change("insert into restriction (id, board, version, reference, reason, since, by_name) values (-4711, 'chscb', 0, '" + reference
                + "', 'Few', now(), 'Somebody')");
        Visitor lead = ways.visitor("en", Visitor.DESK).signIn("chscb-lead");
        String there = "/chscb/investigations/" + reference;
        Visitor admin = ways.visitor("en", Visitor.PHONE).signIn("chscb-admin");
        Form form = admin.at("/chscb/members");
        form.select("reference", reference);
        form.select("memberId", "Chscb Lead");
        form.type("reasons", "She works on it from now on.");
        form.press("appointLead");
        assertThat(form.success()).isEqualTo(WORDS.of("administration.appoint.asked", reference));
        assertThat(lead.page().navigate(there).status()).as("not before").isEqualTo(404);
        assertThat(lead.at("/chscb/members/changes").page().locator("#appointments").count()).as("about herself").isZero();
        Visitor auditor = ways.visitor("cy", Visitor.PHONE).signIn("chscb-auditor");
        assertThat(auditor.at("/chscb/members/changes").part("appointments")).contains(reference, "chscb-lead@example.org");
        click(auditor, "#appointments input[type=submit]");
        assertThat(new Form(auditor.page()).success()).isEqualTo(CYMRAEG.of("administration.powers.confirmed", "Chscb Lead"));
        assertThat(lead.page().navigate(there).status()).isEqualTo(200);
        assertThat(ways.rows("id from mail where template = 'officer.onTeam' and to_address = 'chscb-lead@example.org'")).hasSize(1);
        assertThat(new Api(server, "chscb").get("admin", "unseen-cases").toString()).doesNotContain(reference);
        assertThat(new Api(server, "chscb").get("admin", "unseen-cases/one-lead").toString()).contains(reference, "Somebody").doesNotContain("Few");
        admin.at("/chscb/members");
        assertThat(admin.page().locator("main").textContent()).contains(WORDS.of("administration.restricted.title"), reference, "Somebody");
        assertThat(admin.complaints()).isEmpty();
    }

    @Test
    void nobodyChangesTheirOwnRoles() {
        Visitor admin = ways.visitor("en", Visitor.DESK).signIn("lscb-admin");
        Form form = ways.member(atMembers(admin, "lscb"), "lscb-admin");
        form.choose("roles", "LEAD");
        form.type("reason", "Why not me?");
        form.press("changeRoles");
        assertThat(form.problems()).singleElement().asString().contains(WORDS.of("identity.refused.own"));
    }

    @Test
    void beforeAPowerIsUsedThePersonShowsOnceMoreWhoTheyAreAndGoesOnWithWhatTheyTyped() {
        Visitor admin = ways.visitor("cy", Visitor.PHONE).signIn("lscb-admin");
        Form form = admin.at("/lscb/members/new");
        form.type("name", "Typed Before");
        server.advance(Duration.ofMinutes(11));
        Form.navigate(admin.page(), () -> admin.page().locator("main input[type=submit]").last().click());
        form.look();
        assertThat(form.heading()).isEqualTo(CYMRAEG.of("identity.confirm.title"));
        form.type("passphrase", "not my passphrase");
        form.press("confirm");
        assertThat(form.problems()).singleElement().asString().contains(CYMRAEG.of("identity.refused.current"));
        form.type("passphrase", DEMO);
        form.press("confirm");
        assertThat(admin.page().url()).endsWith("/lscb/members/new");
        assertThat(form.typed("name")).isEqualTo("Typed Before");
        assertThat(admin.complaints()).isEmpty();
    }

    @Test
    void aCallThatIsOnItsWayWhenItsTokenIsRevokedDoesNothing() {
        Visitor officer = ways.visitor("en", Visitor.DESK).signIn("chscb-officer");
        String token = ways.token(officer, "chscb", "Slow program", 1, "REPORT");
        String count = "id from investigation where board = 'chscb'";
        int before = ways.rows(count).size();
        URI concerns = URI.create(server.address() + "/api/boards/chscb/concerns");
        try (LateForm late = LateForm.of(concerns, token, new Gson().toJson(Walk.concern()))) {
            officer.at("/chscb/tokens");
            click(officer, "#tokens input[type=submit]");
            assertThat(late.end()).startsWith("HTTP/1.1 401 ").contains("application/problem+json");
        }
        assertThat(ways.rows(count)).hasSize(before);
        String another = ways.token(officer, "chscb", "Another slow program", 1, "REPORT");
        try (LateForm late = LateForm.of(concerns, another, new Gson().toJson(Walk.concern()))) {
            assertThat(late.end()).as("who is still the same").startsWith("HTTP/1.1 201 ");
        }
    }

    @Test
    void aSecondFactorIsSetAsideADayAfterItsOwnerWasToldUnlessTheyStopIt() {
        Visitor owner = ways.visitor("en", Visitor.DESK).signIn("nscb-officer2");
        factor(owner);
        Visitor admin = ways.visitor("en", Visitor.DESK).signIn("nscb-admin");
        askForReset(admin);
        Api.await("they are told", () -> ways.letters("factorResetAsked", "nscb-officer2@example.org") == 1);
        owner.at("/account");
        click(owner, "#resets input[type=submit]");
        assertThat(new Form(owner.page()).success()).isEqualTo(WORDS.of("identity.account.stopped"));
        askForReset(admin);
        Api.await("they are told again", () -> ways.letters("factorResetAsked", "nscb-officer2@example.org") == 2);
        assertThat(factorsOf("nscb-officer2")).as("not before its time").hasSize(1);
        factor(ways.visitor("en", Visitor.DESK).signIn("operator2"));
        Form desk = ways.visitor("en", Visitor.DESK).signIn("operator").at("/operator/second-factors");
        desk.type("username", "operator2@example.org");
        desk.type("reason", "The telephone is lost.");
        desk.press("ask");
        Api.await("who is of no board is told by the installation", () -> ways.letters("factorResetAsked", "operator2@example.org") == 1);
        server.advance(Duration.ofHours(25));
        Api.await("its time has come", () -> factorsOf("nscb-officer2").isEmpty() && factorsOf("operator2").isEmpty());
        Api.await("every board of theirs keeps it", () -> ways.rows("act from audit_entry where board = 'nscb' and act = 'account.secondFactorReset'")
                .size() == 1);
        ways.isOut(owner, "/nscb/worklist");
    }

    @Test
    void aBoardIsWipedByTwoOperatorsAndItsAdministratorsCanStopIt() {
        Visitor operator = ways.visitor("en", Visitor.DESK).signIn("operator");
        Form desk = operator.at("/operator/boards/lscb/closing");
        desk.type("typed", "lscb");
        desk.press("close");
        desk = operator.at("/operator/boards/lscb/wipe");
        desk.type("typed", "lscb");
        desk.press("ask");
        assertThat(desk.part("asked")).contains("Probity Operator");
        Api.await("the administrators are told", () -> ways.letters("wipeAsked", "lscb-admin@example.org") == 1);
        desk.type("typed", "lscb");
        desk.press("wipe");
        assertThat(desk.problems()).singleElement().asString().contains(WORDS.of("archive.refused.needsSecond").replaceAll(" \\{0}.*", ""));
        Visitor admin = ways.visitor("cy", Visitor.PHONE).signIn("lscb-admin");
        admin.at("/account");
        click(admin, "#wipes input[type=submit]");
        Visitor second = ways.visitor("en", Visitor.DESK).signIn("operator2");
        assertThat(second.at("/operator/boards/lscb/wipe").page().locator("#wipe").count()).as("stopped").isZero();
        Locator row = second.at("/operator/archives").page().locator("#boards tbody tr", new Page.LocatorOptions().setHasText("/lscb"));
        Form.navigate(second.page(), () -> row.locator("input[id$=':open']").click());
    }

    private static String account(String name) {
        return "select id from account where username = '" + name + "@example.org'";
    }

    private static List<String> factorsOf(String name) {
        return ways.rows("account_id from second_factor where account_id = (" + account(name) + ")");
    }

    private static List<String> holding(String name, String role) {
        return ways.rows("id from member where email = '" + name + "@example.org' and roles like '%" + role + "%'");
    }

    private static void factor(Visitor person) {
        Form form = person.at("/account/second-factor");
        form.type("code", new Authenticator(form.part("secret")).at(server.now()));
        form.press("confirm");
    }

    private static void click(Visitor person, String button) {
        Form.navigate(person.page(), () -> person.page().locator(button).first().click());
        new Form(person.page()).look();
    }

    private static Visitor atMembers(Visitor admin, String board) {
        admin.at("/" + board + "/members");
        return admin;
    }

    private static void askForReset(Visitor admin) {
        Form form = ways.member(atMembers(admin, "nscb"), "nscb-officer2");
        form.type("factorReason", "The telephone is lost.");
        form.press("resetFactor");
        assertThat(form.problems()).isEmpty();
        assertThat(admin.page().locator("#resets").count()).isEqualTo(1);
    }

    private static void propose(Visitor admin, String account, String role) {
        Form form = ways.member(atMembers(admin, "cwmtaf"), account);
        form.choose("roles", role);
        form.type("reason", "They have the training.");
        form.press("changeRoles");
        assertThat(admin.page().locator("#powers").count()).isEqualTo(1);
    }

    private static Form operatorsDesk(String board) {
        return ways.visitor("en", Visitor.DESK).signIn("operator").at("/operator/boards/" + board + "/powers");
    }
}
