package org.probity.ear.attack;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.probity.ear.Browser;
import org.probity.ear.Postbox;
import org.probity.ear.Server;
import org.probity.ear.Walk;
import org.probity.ear.attack.Coverage.Place;
import org.probity.ear.pages.Form;

/**
 * Attack inputs on every field of every form and every resource: none runs, none comes back unescaped, none breaks the
 * server. Each field meets each class, and each single payload every kind of place where one can be put.
 */
class AttackInputIT {

    private static final int PORT_OFFSET = 1710;
    private static final String BOARD = "chscb";
    private static final String HEADS = "Return-Path|Received|Date|From|To|Message-ID|Subject|MIME-Version|Content-Type|Content-Transfer-Encoding"
            + "|Content-Language|Auto-Submitted|X-Auto-Response-Suppress";
    /** Whoever answers comes before whoever decides, so that there is something left to answer. */
    private static final List<String> PEOPLE = List.of("employee", "hr", "officer", "officer2", "lead", "manager", "auditor", "admin");

    /** Where one of the forms is taken in as it is sent, and then is there no more: whoever steps aside, changes a member, answers. */
    private static final Set<String> CLOSED = Set.of("/chscb/investigations/R/stepping-aside", "/chscb/members/0", "/chscb/requests/removal/0/reply",
            "/chscb/requests/cooperation/0/reply", "/chscb/requests/cooperation/0/minutes", "/chscb/investigations/R/protected-disclosures",
            "/chscb/investigations/R/documents/0/posting");

    /** Pages that can have a form and here have none, with what it would take. */
    private static final Map<String, String> NOT_OFFERED = Map.of("/account", "only buttons, each of which ends a session",
            "/account/sign-on", "a provider that vouches for somebody for the first time",
            "/operator/archives", "only buttons, which were pressed", "/operator/mail", "only buttons, which were pressed",
            "/chscb/single-sign-on/members", "members who were linked through a provider", "/operator/boards/{slug}/sign-in", "a provider to be set aside",
            "/operator/engine", "a step of the engine that has failed");

    private static Server server;
    private static Postbox postbox;

    @BeforeAll
    static void start() throws IOException {
        postbox = new Postbox();
        server = Server.named("attack-input", PORT_OFFSET).withMovableClock().with(postbox.environment()).start();
        Path archives = Files.createDirectories(Path.of(System.getProperty("probity.servers"), "attack-input/data/probity/archives"));
        Files.writeString(archives.resolve("zzcb-20260102T030405678Z.age"), "age-encryption.org/v1");
    }

    @AfterAll
    static void stop() {
        server.close();
        postbox.close();
    }

    @Test
    void nothingAnAttackerSendsRunsOrComesBackUnescapedOrBreaksAnything() {
        Outcomes outcomes = new Outcomes();
        Map<String, Long> before = counts();
        List<HostileApi> apis = new ArrayList<>();
        List<String> references = new Cases(server, BOARD, outcomes).make(apis);
        outcomes.passed("walks");
        new ApiAttack(server, BOARD, references.get(0), outcomes).run();
        outcomes.passed("API");
        Set<String> done = new HashSet<>();
        Map<String, Set<String>> pages = forms(references, done, outcomes);
        outcomes.passed("forms");
        reached(pages, done, outcomes);
        draw(pages, outcomes);
        outcomes.passed("drawing");
        letters(references, outcomes);
        mails(outcomes);
        inert(apis, outcomes);
        kept(outcomes);
        unharmed(before, outcomes);
        LogLines.wrong(server, "pwn", "attack.invalid", "DROP TABLE", "<script").forEach(line -> outcomes.fault("The log has the line " + line));
        outcomes.coverage().gaps().forEach(outcomes::fault);
        outcomes.passed("reading");
        System.out.println(outcomes);
        assertThat(outcomes.faults()).isEmpty();
    }

    @Test
    void whatABrowserCarriesShowsTheReceiptOfItsOwnReportAndOfNoOther() {
        Outcomes outcomes = new Outcomes();
        String code = new Reporter(new Wire(server, outcomes), BOARD).report();
        Reporter thief = new Reporter(new Wire(server, outcomes), BOARD);
        String own = thief.report();
        assertThat(thief.forge()).as("all that is shown for what it was given, in other characters").isEmpty();
        assertThat(thief.look()).as("the page once more").isEqualTo(own).matches("\\w{4}-\\w{4}-\\w{4}").isNotEqualTo(code);
        assertThat(thief.at("nscb").look() + new Reporter(new Wire(server, outcomes), BOARD).look()).isEmpty();
        assertThat(thief.cookies()).containsExactly("probity-receipt");
        assertThat(outcomes.faults()).isEmpty();
    }

    /** What is watched for is seen where it happens: in the text of a page, and by a browser under our own policy. */
    @Test
    void aPayloadThatIsNotEscapedIsSeen() {
        for (String payload : Payload.SCRIPT.all().subList(0, 26)) {
            assertThat(new Html("<p>" + payload + "</p>").live()).as(payload).isNotEmpty();
            assertThat(new Html("<p>" + payload.replace("&", "&amp;").replace("<", "&lt;") + "</p>").live()).as(payload).isEmpty();
        }
        assertThat(new Html("<input value=\"\" onmouseover=\"pwn(47)\" x=\"\"/>").live()).hasSize(1);
        assertThat(new Html("<input value=\"&quot; onmouseover=&quot;pwn(47)\"/>").live()).isEmpty();
        Outcomes outcomes = new Outcomes();
        try (Browser browser = Browser.at(server.address())) {
            new Watch(browser.window(), server.address(), outcomes).unescaped("/signin", "<img src=x onerror=pwn(1)>");
        }
        assertThat(outcomes.faults()).anyMatch(fault -> fault.contains("has made <img")).anyMatch(fault -> fault.contains("Content Security Policy"));
    }

    private static Map<String, Set<String>> forms(List<String> references, Set<String> done, Outcomes outcomes) {
        Deck deck = new Deck();
        Map<String, Set<String>> pages = new LinkedHashMap<>();
        List<String> people = new ArrayList<>(List.of(""));
        PEOPLE.forEach(who -> people.add(BOARD + "-" + who + "@example.org"));
        people.add("operator@example.org");
        Newcomer newcomer = new Newcomer(server, postbox, BOARD, (wire, username) -> new FormAttack(wire, username, BOARD, references, done, deck, outcomes), outcomes);
        pages.put("newcomer", new HashSet<>(newcomer.comeIn(references.get(1))));
        for (String username : people) {
            Wire wire = username.isEmpty() ? new Wire(server, outcomes) : new Wire(server, outcomes).signIn(username);
            FormAttack attack = new FormAttack(wire, username, BOARD, references, done, deck, outcomes);
            if (username.matches("operator.*|.*-auditor@.*")) {
                table(wire, (username.startsWith("operator") ? "/operator" : "/" + BOARD) + "/audit/entries.csv", outcomes);
            }
            pages.put(username, new HashSet<>(attack.run().pages()));
            if (username.equals(BOARD + "-officer@example.org")) {
                String newest = "/" + BOARD + "/investigations/" + references.get(1);
                attack.putTheRest(newest + "/evidence/new", Place.FILE_NAME);
                attack.putTheRest(newest + "/evidence/new", Place.LINE);
                attack.putTheRest(newest + "/evidence/new", Place.TEXT);
            }
        }
        return pages;
    }

    /** Somebody came to every page, and on each that has a form it was attacked; one that the attack itself has closed is known. */
    private static void reached(Map<String, Set<String>> pages, Set<String> done, Outcomes outcomes) {
        List<String> paths = pages.values().stream().flatMap(Set::stream).toList();
        outcomes.count("addresses of pages", (int) Reach.addresses(BOARD).count());
        Reach.missed(BOARD, paths).forEach(address -> outcomes.fault("Nobody came to " + address));
        Set<String> unoffered = Set.copyOf(Reach.spared(BOARD, outcomes.coverage().offered()));
        if (!unoffered.equals(NOT_OFFERED.keySet())) {
            outcomes.fault("Nobody was offered anything to be filled in on " + unoffered);
        }
        Reach.spared(BOARD, done).stream().filter(address -> !unoffered.contains(address)).forEach(address -> outcomes.fault("Nobody attacked " + address));
        outcomes.coverage().closed().stream().filter(page -> !CLOSED.contains(page)).forEach(page -> outcomes.fault("The attack has closed " + page));
        System.out.println("AttackInputIT: the attack has closed " + outcomes.coverage().closed());
    }

    /** Pages that show what was stored, once more, by a browser: each kind, of the newest case it is there for. */
    private static void draw(Map<String, Set<String>> pages, Outcomes outcomes) {
        pages.remove("newcomer");
        Set<String> drawn = new HashSet<>();
        try (Browser browser = Browser.at(server.address())) {
            pages.forEach((username, paths) -> {
                Page page = browser.window();
                Watch watch = new Watch(page, server.address(), outcomes);
                if (!username.isEmpty()) {
                    page.navigate("/signin");
                    page.locator("#username").fill(username);
                    page.locator("#password").fill("probity-demo");
                    Form.navigate(page, () -> page.locator("main [type=submit]").first().click());
                }
                paths.stream().sorted(Comparator.reverseOrder()).forEach(path -> {
                    if (drawn.add(Places.kind(path))) {
                        watch.at(path);
                    }
                });
                page.context().close();
            });
        }
    }

    /** Letters and packs are PDFs without anything that acts. */
    private static void letters(List<String> references, Outcomes outcomes) {
        for (String role : List.of("officer", "officer2", "lead")) {
            Wire token = new Wire(server, outcomes).saying("Authorization", "Bearer demo-" + BOARD + "-" + role);
            Wire wire = new Wire(server, outcomes).signIn(BOARD + "-" + role + "@example.org");
            for (String reference : references) {
                Wire.Answer list = token.get("/api/boards/" + BOARD + "/investigations/" + reference + "/documents?size=100");
                if (list.status() == 200) {
                    Walk.objects(new Gson().fromJson(list.body(), JsonObject.class), "items").forEach(letter ->
                            letter(wire.get("/" + BOARD + "/investigations/" + reference + "/documents/" + letter.get("id").getAsLong()), reference, outcomes));
                }
            }
        }
    }

    /** Some of those who could see the case may have stepped aside from it, or been named in it, by a form of the attack. */
    private static void letter(Wire.Answer pdf, String reference, Outcomes outcomes) {
        outcomes.count("letters and packs read");
        if (pdf.status() != 200 || pdf.body().matches("(?s).*/(JavaScript|JS|OpenAction|Launch|SubmitForm|ImportData|URI)\\b.*")) {
            outcomes.fault(reference + " has a letter that acts, or none: " + pdf.status());
        }
    }

    /** In no table that is downloaded is a cell a formula, whoever has acted under the name of one. */
    private static void table(Wire wire, String path, Outcomes outcomes) {
        Wire.Answer table = wire.get(path);
        List<List<String>> rows = table.status() == 200 ? Table.of(table.body()) : List.of();
        outcomes.count("cells of tables read", rows.stream().mapToInt(List::size).sum());
        rows.stream().flatMap(List::stream).filter(Table::isFormula).forEach(cell -> outcomes.fault(path + " has the formula " + cell));
        if (rows.stream().noneMatch(row -> row.contains("'" + Newcomer.NAME))) {
            outcomes.fault(path + " answered " + table.status() + " and does not name " + Newcomer.NAME + " in " + rows.size() + " rows");
        }
    }

    /** No mail carries a word of theirs, nor a line in its head that we did not write: as it was sent, line by line. */
    private static void mails(Outcomes outcomes) {
        List<String> stored = server.rows("concat(coalesce(to_address, ''), ' ', subject) from mail");
        outcomes.count("mails written", stored.size());
        stored.stream().filter(AttackInputIT::isTheirs).forEach(mail -> outcomes.fault("a mail is meant to carry " + mail));
        for (List<String> head : postbox.heads()) {
            outcomes.count("mails sent");
            outcomes.count("lines in heads of mails", head.size());
            head.stream().filter(line -> !line.matches("(?s)(" + HEADS + "): .*") || isTheirs(line)).forEach(line -> outcomes.fault("a mail has the line " + line));
            if (head.stream().map(line -> line.replaceFirst("(?s):.*", "")).distinct().count() != head.size()) {
                outcomes.fault("a mail has a line twice: " + head);
            }
        }
        postbox.letters().stream().filter(letter -> isTheirs(letter.body().replace("\r", ""))).forEach(letter -> outcomes.fault("a mail says " + letter.body()));
    }

    private static boolean isTheirs(String text) {
        return text.contains("pwn") || text.contains("attack.invalid") || text.contains("\r") || text.contains("DROP TABLE");
    }

    /** Every payload lies in the database letter for letter, but for those with a sign no text may hold. */
    private static void kept(Outcomes outcomes) {
        Set<String> waiting = Stream.of(Payload.values()).flatMap(kind -> kind.all().stream()).filter(payload -> payload.indexOf('\0') < 0)
                .map(AttackInputIT::bare).collect(Collectors.toCollection(HashSet::new));
        outcomes.count("payloads that may be kept", waiting.size());
        server.rows("concat(c.table_name, '.', c.column_name) from information_schema.columns c join information_schema.tables t"
                + " on t.table_schema = c.table_schema and t.table_name = c.table_name where c.table_schema = 'PUBLIC'"
                + " and t.table_type = 'BASE TABLE' and c.data_type like 'CHARACTER%' and c.table_name not like 'ACT\\_%'").forEach(column -> {
            String[] parts = column.split("\\.");
            String text = bare(String.join("\n", server.rows("\"" + parts[1] + "\" from \"" + parts[0] + "\" where length(\"" + parts[1] + "\") > 1")));
            outcomes.count(text.contains("pwn") ? "columns that keep payloads" : "columns without payloads");
            waiting.removeIf(text::contains);
        });
        waiting.forEach(payload -> outcomes.fault("No text in the database holds " + payload));
    }

    /** Without what a form makes of the ends of lines. */
    private static String bare(String text) {
        return text.replaceAll("[\\s\\p{Cntrl}]", "");
    }

    /** What was taken in comes back by the API letter for letter: inert, not mangled; but for cases that ask the reader first about a conflict. */
    private static void inert(List<HostileApi> apis, Outcomes outcomes) {
        for (HostileApi api : apis) {
            Walk.objects(api.get("officer", "investigations?size=100"), "items").filter(item -> !item.get("conflictOpen").getAsBoolean())
                    .map(item -> item.get("reference").getAsString()).forEach(reference -> {
                String title = api.stored().get("investigations/" + reference + "/triage title");
                JsonObject page = api.get("officer", "investigations/" + reference);
                if (title != null && page.has("title") && !page.get("title").getAsString().strip().equals(title.strip())) {
                    outcomes.fault(reference + " has another title than was sent: " + page.get("title"));
                }
            });
        }
    }

    private static Map<String, Long> counts() {
        Map<String, Long> counts = new TreeMap<>();
        server.rows("table_name from information_schema.tables where table_schema = 'PUBLIC' and table_name not like 'ACT\\_%'")
                .forEach(table -> counts.put(table, Long.valueOf(server.rows("count(*) from \"" + table + "\"").get(0))));
        counts.put("operators", Long.valueOf(server.rows("count(*) from account where is_operator").get(0)));
        return counts;
    }

    /** No table came or went, none shrank, and nobody rose. */
    private static void unharmed(Map<String, Long> before, Outcomes outcomes) {
        Map<String, Long> after = counts();
        if (!after.keySet().equals(before.keySet())) {
            outcomes.fault("There are other tables now: " + after.keySet());
        }
        before.forEach((table, rows) -> {
            if (after.getOrDefault(table, 0L) < rows || table.equals("operators") && !after.get(table).equals(rows)) {
                outcomes.fault(table + " had " + rows + " rows and has " + after.get(table));
            }
        });
        outcomes.count("tables compared", before.size());
    }
}
