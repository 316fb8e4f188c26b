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
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.probity.ear.pages.Form;
import org.probity.ear.pages.Words;

/** What people do on their ways in and out, and what a test can see of it from outside. */
final class WaysIn {

    static final Pattern LINK = Pattern.compile("(?:/[a-z]+/invitations|/link)/([\\w-]+)");

    private static final Words WORDS = Words.in("en");

    /** What the API said. */
    record Answer(int status, String body) {
    }

    private final List<Visitor> visitors = new ArrayList<>();
    private final Browser browser;
    private final Server server;
    private final Postbox postbox;
    private final PostgresServer postgres;

    private WaysIn(Server server, Postbox postbox, PostgresServer postgres) {
        this.server = server;
        this.postbox = postbox;
        this.postgres = postgres;
        this.browser = Browser.at(server.address());
    }

    /** A server with a clock to be moved, on PostgreSQL, that sends its mail to a postbox; and a browser at it. */
    static WaysIn start(String name, int portOffset, Map<String, String> settings) throws IOException, SQLException {
        PostgresServer postgres = PostgresServer.start();
        Postbox postbox = new Postbox();
        Server server = Server.named(name, portOffset).withMovableClock().with(postgres.environment()).with(postbox.environment())
                .with(settings).start();
        return new WaysIn(server, postbox, postgres);
    }

    void close() throws IOException {
        browser.close();
        server.close();
        postbox.close();
        postgres.close();
    }

    Server server() {
        return server;
    }

    /** The one-time link that the server left for its operator. */
    String linkLeft() {
        Matcher link = LINK.matcher(server.left("operator-link.txt"));
        assertThat(link.find()).isTrue();
        return link.group();
    }

    /** Time goes by, at the server and in the browser. */
    void pass(Visitor person, Duration time) {
        server.advance(time);
        person.page().clock().fastForward(time.toMillis());
    }

    /** Somebody at a window of their own, until {@link #leave}. */
    Visitor visitor(String language, int width) {
        Visitor visitor = new Visitor(browser, language, width);
        visitors.add(visitor);
        return visitor;
    }

    /** Closes every window. */
    void leave() {
        visitors.forEach(visitor -> visitor.page().context().close());
        visitors.clear();
    }

    /** One administrator asks, and the operator confirms, since there is no other: what is done without either is nothing. */
    void invite(String board, String name, String email, String language) {
        Visitor admin = visitor("en", Visitor.DESK).signIn(board + "-admin");
        Form form = admin.at("/" + board + "/members/new");
        form.type("name", name);
        form.type("email", email);
        form.choose("roles", "OFFICER");
        form.choose("language", language.toUpperCase(Locale.ROOT));
        Form.navigate(admin.page(), () -> admin.page().locator("main input[type=submit]").last().click());
        form.look();
        assertThat(form.success()).isEqualTo(WORDS.of("administration.member.waits", name));
        assertThat(lettersTo(email)).as("not before").noneMatch(letter -> letter.body().contains("/" + board + "/invitations/"));
        confirmAsOperator(board, email);
    }

    /** What waits at the board and shows that. */
    void confirmAsOperator(String board, String shown) {
        Page desk = visitor("en", Visitor.DESK).signIn("operator2").at("/operator/boards/" + board + "/powers").page();
        Locator row = desk.locator("#powers tbody tr", new Page.LocatorOptions().setHasText(shown));
        Form.navigate(desk, () -> row.locator("input[type=submit]").first().click());
        new Form(desk).look();
        assertThat(row.count()).isZero();
    }

    Form member(Visitor admin, String account) {
        String board = admin.page().url().replaceAll("https?://[^/]+/([a-z]+).*", "$1");
        admin.at("/" + board + "/members");
        Locator row = admin.page().locator("main tr", new Page.LocatorOptions().setHasText(account + "@example.org"));
        Form.navigate(admin.page(), () -> row.locator("a").first().click());
        Form form = new Form(admin.page());
        form.look();
        return form;
    }

    /** The path of the link in the newest of so many letters to that address. */
    String mailed(String email, int letters) {
        Api.await("letter " + letters + " to " + email, () -> lettersTo(email).size() >= letters);
        Matcher link = LINK.matcher(lettersTo(email).get(letters - 1).body());
        assertThat(link.find()).isTrue();
        return link.group();
    }

    List<Postbox.Letter> lettersTo(String email) {
        return postbox.letters().stream().filter(letter -> letter.to().contains(email) && LINK.matcher(letter.body()).find()).toList();
    }

    /** How many letters of that kind went to that address. @param template of accounts, such as {@code wipeAsked} */
    int letters(String template, String email) {
        return rows("id from mail where template = 'account." + template + "' and to_address = '" + email + "' and status = 'SENT'").size();
    }

    void signIn(Visitor visitor, String username, String password) {
        signIn(visitor, "/signin", username, password);
    }

    void signIn(Visitor visitor, String path, String username, String password) {
        visitor.at(path);
        signInHere(visitor, username, password);
    }

    void signInHere(Visitor visitor, String username, String password) {
        Form form = new Form(visitor.page());
        form.type("username", username);
        form.type("password", password);
        Form.navigate(visitor.page(), () -> visitor.page().locator("main input[type=submit]").click());
        form.look();
    }

    List<String> wrong(Visitor visitor, String username, String password) {
        signIn(visitor, username, password);
        return new Form(visitor.page()).problems();
    }

    String forgotten(Visitor visitor, String username) {
        Form form = visitor.at("/forgotten");
        form.type("username", username);
        form.press("ask");
        return form.part("main");
    }

    void signOut(Visitor visitor) {
        Form.navigate(visitor.page(), () -> visitor.page().locator("form[action$='/signout'] button").first().click());
    }

    void isOut(Visitor visitor, String path) {
        visitor.page().navigate(path);
        assertThat(visitor.page().url()).contains("/signin?next=");
    }

    String token(Visitor member, String board, String name, int days, String... scopes) {
        Form form = tokenToMake(member, board, name, days);
        for (String scope : scopes) {
            form.choose("scopes", scope);
        }
        form.press("make");
        return form.part("token");
    }

    /** The same, half of which is still to come. */
    LateForm lateToken(Visitor member, String board, String name, int days) {
        tokenToMake(member, board, name, days);
        return LateForm.of(member.page(), "new", "make");
    }

    private Form tokenToMake(Visitor member, String board, String name, int days) {
        Form form = member.at("/" + board + "/tokens");
        form.type("name", name);
        form.type("until", LocalDate.ofInstant(server.now(), ZoneId.of("Europe/London")).plusDays(days).toString());
        return form;
    }

    /** Of a demonstration's account, at another browser than all others. */
    void changePassphrase(String account, String chosen) {
        Form form = visitor("en", Visitor.DESK).signIn(account).at("/account/passphrase");
        form.type("current", "probity-demo");
        form.type("passphrase", chosen);
        form.type("again", chosen);
        form.press("change");
        assertThat(form.success()).isEqualTo(WORDS.of("identity.passphrase.done"));
    }

    /** What no page does. */
    void change(String sql) {
        try (Connection superuser = postgres.asSuperuser(); Statement statement = superuser.createStatement()) {
            statement.executeUpdate(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The first column of what a select finds, walls or not. */
    List<String> rows(String select) {
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
    Answer asked(String board, String token, String method) {
        Page page = browser.window();
        APIResponse answer = page.request().fetch("/api/boards/" + board + (method.equals("GET") ? "/investigations" : "/concerns"),
                RequestOptions.create().setMethod(method).setHeader("Authorization", "Bearer " + token)
                        .setHeader("Content-Type", "application/json").setData(method.equals("GET") ? "" : "{}"));
        Answer said = new Answer(answer.status(), answer.text());
        page.context().close();
        return said;
    }

    /** What an administrator sees after they invited somebody of that address: the answer, and the list. */
    List<String> invited(Visitor admin, String email) {
        Form form = admin.at("/lscb/members/new");
        form.type("name", "As Typed Here");
        form.type("email", email);
        form.choose("roles", "OFFICER");
        form.choose("language", "EN");
        Form.navigate(admin.page(), () -> admin.page().locator("main input[type=submit]").last().click());
        String success = form.success();
        String line = admin.page().locator("#invited tr", new Page.LocatorOptions().setHasText(email)).innerText();
        return List.of(success, line.replace(email, "…"));
    }

    static void refuses(Form form, String passphrase, String again, String why) {
        choose(form, passphrase, again);
        assertThat(form.problems()).as(passphrase).singleElement().asString().contains(why);
    }

    static void choose(Form form, String passphrase, String again) {
        form.type("passphrase", passphrase);
        form.type("again", again);
        form.press("choose");
    }

    static void show(Form form, String code) {
        form.type("code", code);
        form.press("show");
    }

    /** Neither what was mailed nor what was shown can be read out of the database. */
    void nothingAtRest(String secret, String token, List<String> papers) {
        assertThat(rows("sealed_secret from second_factor")).isNotEmpty().noneMatch(row -> row.contains(secret));
        assertThat(rows("code_print from recovery_code")).hasSizeGreaterThanOrEqualTo(10).doesNotContainAnyElementsOf(papers);
        assertThat(rows("token_hash from one_time_link")).isNotEmpty().doesNotContain(token);
        assertThat(rows("secret_hash from invitation")).isNotEmpty().doesNotContain(token);
        assertThat(rows("body from mail")).isNotEmpty().noneMatch(row -> row.contains(token));
        assertThat(rows("id from mail where sealed_secret is not null and status = 'SENT'")).isEmpty();
    }
}
