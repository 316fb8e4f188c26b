package org.probity.ear.attack;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
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

/**
 * Attack inputs on every field of every form and every resource: none runs, none comes back unescaped, none breaks the
 * server. Each field meets each class, and each single payload every kind of place where one can be put.
 */
class AttackInputIT {

    private static final int PORT_OFFSET = 1710;
    private static final String BOARD = "chscb";
    private static final String HEADS = "Return-Path|Received|Date|From|To|Message-ID|Subject|MIME-Version|Content-Type|Content-Transfer-Encoding"
            + "|Content-Language|Auto-Submitted|X-Auto-Response-Suppress";
    private static final List<String> PEOPLE = List.of("officer", "officer2", "lead", "hr", "employee", "manager", "auditor", "admin");

    private static Server server;
    private static Postbox postbox;

    @BeforeAll
    static void start() {
        postbox = new Postbox();
        server = Server.named("attack-input", PORT_OFFSET).withMovableClock().with(postbox.environment()).start();
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
        List<String> references = walks(apis, outcomes);
        outcomes.passed("walks");
        new ApiAttack(server, BOARD, references.get(0), outcomes).run();
        outcomes.passed("API");
        Map<String, Set<String>> pages = forms(references, outcomes);
        outcomes.passed("forms");
        reached(pages, outcomes);
        draw(pages, outcomes);
        outcomes.passed("drawing");
        letters(references, outcomes);
        mails(outcomes);
        inert(apis, outcomes);
        kept(outcomes);
        unharmed(before, outcomes);
        outcomes.coverage().gaps().forEach(outcomes::fault);
        System.out.println("AttackInputIT: the attack has closed " + outcomes.coverage().closed());
        outcomes.passed("reading");
        System.out.println(outcomes);
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

    /** Cases at every stage, with payloads in every text they are made of. */
    private static List<String> walks(List<HostileApi> apis, Outcomes outcomes) {
        List<Walk> walks = new ArrayList<>();
        Deck deck = new Deck();
        for (int n = 0; n < 6; n++) {
            apis.add(new HostileApi(server, BOARD, outcomes, deck));
            walks.add(new Walk(apis.get(n)).report());
        }
        walks.subList(1, 6).forEach(Walk::detect);
        walks.subList(2, 6).forEach(Walk::askForRemoval);
        walks.subList(2, 6).forEach(Walk::awaitRemovalRequest);
        walks.subList(3, 6).forEach(Walk::remove);
        walks.subList(3, 6).forEach(Walk::askForStatement);
        walks.subList(4, 6).forEach(Walk::refer);
        walks.subList(4, 6).forEach(Walk::awaitReferral);
        walks.get(5).decide().close();
        return walks.stream().map(Walk::reference).toList();
    }

    private static Map<String, Set<String>> forms(List<String> references, Outcomes outcomes) {
        Set<String> done = new HashSet<>();
        Deck deck = new Deck();
        Map<String, Set<String>> pages = new LinkedHashMap<>();
        List<String> people = new ArrayList<>(List.of(""));
        PEOPLE.forEach(who -> people.add(BOARD + "-" + who + "@example.org"));
        people.add("operator@example.org");
        for (String username : people) {
            Wire wire = new Wire(server, outcomes);
            FormAttack attack = new FormAttack(username.isEmpty() ? wire : wire.signIn(username), username, BOARD, references, done, deck, outcomes);
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

    /** Which pages nobody came to, in no case at any stage. */
    private static void reached(Map<String, Set<String>> pages, Outcomes outcomes) {
        List<String> paths = pages.values().stream().flatMap(Set::stream).map(path -> path.replaceFirst("\\?.*", "")).distinct().toList();
        List<String> missed = FormAttack.addresses(BOARD).filter(address -> paths.stream().noneMatch(path -> path.matches(address.replaceAll("\\{\\w+}", "[^/]+")))).toList();
        outcomes.count("addresses of pages", (int) FormAttack.addresses(BOARD).count());
        outcomes.count("addresses of pages nobody came to", missed.size());
        System.out.println("AttackInputIT: nobody came to " + missed);
    }

    /** Pages that show what was stored, once more, by a browser: each kind for two of those who see it. */
    private static void draw(Map<String, Set<String>> pages, Outcomes outcomes) {
        Map<String, Integer> drawn = new HashMap<>();
        try (Browser browser = Browser.at(server.address())) {
            pages.forEach((username, paths) -> {
                Page page = browser.window();
                Watch watch = new Watch(page, server.address(), outcomes);
                if (!username.isEmpty()) {
                    page.navigate("/signin");
                    page.locator("#username").fill(username);
                    page.locator("#password").fill("probity-demo");
                    page.waitForNavigation(() -> page.locator("main [type=submit]").first().click());
                }
                Set<String> here = new HashSet<>();
                paths.stream().sorted(Comparator.reverseOrder()).forEach(path -> {
                    String kind = path.replaceAll("[A-Z]+-\\d{4}-\\d+", "R").replaceAll("\\d+", "0").replaceAll("=[^&]*", "=");
                    if (here.add(kind) && drawn.merge(kind, 1, Integer::sum) <= 2) {
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

    /** What was taken in comes back by the API letter for letter: inert, not mangled. */
    private static void inert(List<HostileApi> apis, Outcomes outcomes) {
        for (HostileApi api : apis) {
            JsonObject list = api.get("officer", "investigations?size=100");
            Walk.objects(list, "items").map(item -> item.get("reference").getAsString()).forEach(reference -> {
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
