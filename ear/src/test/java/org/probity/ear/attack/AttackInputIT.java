package org.probity.ear.attack;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.probity.ear.Browser;
import org.probity.ear.Server;
import org.probity.ear.Walk;

/**
 * Attack inputs on every field of every form and every resource: none runs, none comes back unescaped, none breaks the
 * server. The classes are rotated so that each meets each field; {@code -Dprobity.attack.all=true} sends every payload to
 * every field of the API.
 */
class AttackInputIT {

    private static final int PORT_OFFSET = 1710;
    private static final String BOARD = "chscb";
    private static final List<String> PEOPLE = List.of("officer", "officer2", "lead", "hr", "employee", "manager", "auditor", "admin");

    private static Server server;

    @BeforeAll
    static void start() {
        server = Server.named("attack-input", PORT_OFFSET).withMovableClock().start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void nothingAnAttackerSendsRunsOrComesBackUnescapedOrBreaksAnything() {
        Outcomes outcomes = new Outcomes();
        Map<String, Long> before = counts();
        List<HostileApi> apis = new ArrayList<>();
        List<String> references = walks(apis, outcomes);
        new ApiAttack(server, BOARD, references.get(0), outcomes).run();
        Map<String, Set<String>> pages = forms(references, outcomes);
        System.out.println(outcomes);
        draw(pages, outcomes);
        letters(references, outcomes);
        mails(outcomes);
        inert(apis, outcomes);
        unharmed(before, outcomes);
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
        for (int n = 0; n < 6; n++) {
            apis.add(new HostileApi(server, BOARD, outcomes, n * 37));
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
        Map<String, Set<String>> pages = new LinkedHashMap<>();
        pages.put("", Set.copyOf(new FormAttack(new Wire(server, outcomes), "", BOARD, references, done, outcomes).run().pages()));
        for (String who : PEOPLE) {
            attackAs(BOARD + "-" + who + "@example.org", references, done, pages, outcomes);
        }
        attackAs("operator@example.org", references, done, pages, outcomes);
        return pages;
    }

    private static void attackAs(String username, List<String> references, Set<String> done, Map<String, Set<String>> pages, Outcomes outcomes) {
        Wire wire = new Wire(server, outcomes).signIn(username);
        pages.put(username, new HashSet<>(new FormAttack(wire, username, BOARD, references, done, outcomes).run().pages()));
    }

    /** Every page that shows what was stored, once more, by a browser. */
    private static void draw(Map<String, Set<String>> pages, Outcomes outcomes) {
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
                Map<String, Integer> ofAKind = new TreeMap<>();
                paths.stream().sorted().filter(path -> ofAKind.merge(path.replaceAll("[A-Z]+-\\d{4}-\\d+", "R").replaceAll("\\d+", "0"),
                        1, Integer::sum) <= 2).forEach(watch::at);
                page.context().close();
            });
        }
    }

    /** Letters and packs are PDFs without anything that acts. */
    private static void letters(List<String> references, Outcomes outcomes) {
        org.probity.ear.Api api = new org.probity.ear.Api(server, BOARD);
        Wire wire = new Wire(server, outcomes).signIn(BOARD + "-officer@example.org");
        for (String reference : references) {
            Walk.objects(api.get("officer", "investigations/" + reference + "/documents?size=100"), "items").forEach(letter -> {
                Wire.Answer pdf = wire.get("/" + BOARD + "/investigations/" + reference + "/documents/" + letter.get("id").getAsLong());
                outcomes.count("letters and packs read");
                if (pdf.status() != 200 || pdf.body().matches("(?s).*/(JavaScript|JS|OpenAction|Launch|SubmitForm|ImportData|URI)\\b.*")) {
                    outcomes.fault(reference + " has a letter that acts, or none: " + pdf.status());
                }
            });
        }
    }

    /** No mail carries a word of theirs, nor a line more in its head than it should. */
    private static void mails(Outcomes outcomes) {
        List<String> heads = server.rows("concat(coalesce(to_address, ''), ' ', subject) from mail");
        outcomes.count("mails read", heads.size());
        heads.stream().filter(head -> head.contains("pwn") || head.contains("attack.invalid") || head.contains("\r") || head.contains("DROP TABLE"))
                .forEach(head -> outcomes.fault("a mail carries " + head));
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
