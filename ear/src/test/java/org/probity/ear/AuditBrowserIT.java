package org.probity.ear;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.probity.ear.pages.CasePage;
import org.probity.ear.pages.ConflictPage;
import org.probity.ear.pages.Form;
import org.probity.ear.pages.PartyPage;
import org.probity.ear.pages.SearchPage;
import org.probity.ear.pages.Words;

/** What people do, look at, take away or try in vain stands in the audit, and its auditor finds, checks, signs and exports it. */
class AuditBrowserIT {

    private static Server server;
    private static Boards boards;
    private static Browser browser;

    @BeforeAll
    static void start() {
        server = SharedServer.still();
        boards = new Boards(server);
        browser = Browser.at(server.address());
    }

    @AfterAll
    static void stop() {
        browser.close();
    }

    @ParameterizedTest
    @CsvSource({"en, chscb, false", "cy, cwmtaf, true"})
    void theAuditorFindsWhoLookedAtACaseAndProvesTheAudit(String language, String like, boolean phone) throws IOException {
        String board = boards.like(like);
        Walk walk = new Walk(new Api(server, board)).report().detect();
        try (Visitors visitors = new Visitors(browser, language)) {
            Visitor officer = visitors.desk(board + "-officer2");
            new SearchPage(officer.page()).of(board, walk.reference());
            new CasePage(officer.page()).of(board, walk.reference(), "summary");
            Visitor auditor = phone ? visitors.phone(board + "-auditor") : visitors.desk(board + "-auditor");
            Words words = auditor.words();
            Form page = auditor.at("/" + board + "/audit");
            page.page().locator("#act").selectOption("looks");
            page.type("case", walk.reference());
            page.type("who", "second compliance");
            Form.navigate(page.page(), () -> page.page().locator("form.filters button").click());
            page.look();
            assertThat(page.page().locator("main table.desk").first().locator("tbody tr").allInnerTexts()).singleElement().asString()
                    .contains(words.of("audit.act.investigation.seen"), "Second Compliance", words.of("identity.role.OFFICER"), "127.0.0.1",
                            words.of("audit.channel.page"), walk.reference());
            page.press("sign");
            assertThat(page.page().locator("main").innerText()).contains(words.of("audit.signed"));
            page.press("examine");
            assertThat(page.page().locator("#verdict").innerText()).contains(words.of("audit.verdict.whole"));
            assertThat(text(auditor.download("/" + board + "/audit/entries.csv?act=looks&case=" + walk.reference())))
                    .contains("investigation.seen").contains(walk.reference());
            assertThat(unzipped(auditor.download("/" + board + "/audit/chain.zip")))
                    .containsOnlyKeys("audit.jsonl", "checkpoints.jsonl", "keys.jsonl", "checkpoint.pub", "verify.txt");
        }
    }

    @Test
    void theOperatorHasTheAuditOfNoBoard() {
        try (Visitors visitors = new Visitors(browser, "en")) {
            Visitor operator = visitors.desk("operator");
            Form page = operator.at("/operator/audit");
            page.press("examine");
            assertThat(page.page().locator("#verdict").innerText()).contains(operator.words().of("audit.verdict.whole"));
            assertThat(unzipped(operator.download("/operator/audit/chain.zip")).get("audit.jsonl")).doesNotContain(boards.own("\"board\":\"chscb\""));
            operator.findsNothingAt(boards.own("/chscb/audit"));
        }
    }

    /** Until somebody who shares a name with a party has answered, lists tell them that the case is there, and nothing tells more. */
    @ParameterizedTest
    @CsvSource({"en, nscb, false", "cy, cwmtaf, true"})
    void whoSharesANameWithAPartyReadsNothingBeforeTheyAnswerAndTheAnswerIsKept(String language, String like, boolean phone) {
        String board = boards.like(like);
        Api api = new Api(server, board);
        String reference = new Walk(api).report().reference();
        try (Visitors visitors = new Visitors(browser, language)) {
            Visitor officer = phone ? visitors.phone(board + "-officer") : visitors.desk(board + "-officer");
            Words words = officer.words();
            new PartyPage(officer.page()).somebodyNew(board, reference, "B. Officer", "WITNESS");
            ConflictPage asked = new ConflictPage(officer.page());
            assertThat(asked.grounds()).singleElement().asString().isEqualTo("B. Officer: " + words.of("investigation.conflict.shared.NAME"));
            new SearchPage(officer.page()).of(board, reference).look();
            assertThat(officer.page().locator("main").innerText()).contains(words.of("investigation.conflict.title")).doesNotContain("Somebody");
            for (String below : List.of("", "/timeline", "/work", "/documents", "/evidence", "/parties", "/gates", "/closures", "/stages")) {
                assertThat(api.tryGet("officer", "investigations/" + reference + below).status()).as(below).isEqualTo(409);
            }
            asked.insteadOf(board, reference, "timeline").answer("NONE", "We are not related.");
            assertThat(asked.success()).isEqualTo(words.of("investigation.conflict.done"));
            officer.page().reload();
            assertThat(asked.success()).as("said once").isEmpty();
            assertThat(new CasePage(officer.page()).of(board, reference, "timeline").timeline().get(0)).contains(words.of("audit.act.conflict.denied"));
            Visitor second = visitors.desk(board + "-officer2");
            new ConflictPage(second.page()).insteadOf(board, reference, "summary").answer("ASIDE", "A cousin of mine.");
            assertThat(new Form(second.page()).success()).isEqualTo(words.of("investigation.aside.done", reference));
            second.findsNothingAt("/" + board + "/investigations/" + reference);
            assertThat(api.tryGet("officer2", "investigations/" + reference + "/timeline").status()).isEqualTo(404);
        }
    }

    /** Who, as what role, when, from where, on what: for looks, searches, downloads, exports, and for what was refused. */
    @Test
    void nothingIsSeenTakenOrTriedWithoutATrace() {
        Api api = new Api(server, boards.like("lscb"));
        Walk walk = new Walk(api).report().detect().askForRemoval().awaitRemovalRequest();
        String path = "investigations/" + walk.reference();
        long letter = Walk.objects(api.get("officer", path + "/documents"), "items").findFirst().orElseThrow().get("id").getAsLong();

        leaves(api, "officer2", path, 200, "investigation.seen", walk.reference(), null);
        leaves(api, "officer2", path + "/evidence", 200, "investigation.seen", walk.reference(), null);
        leaves(api, "officer2", path + "/timeline", 200, "investigation.seen", walk.reference(), null);
        leaves(api, "officer2", path + "/documents/" + letter, 200, "document.seen", walk.reference(), null);
        leaves(api, "officer2", "investigations?q=duck", 200, "investigation.searched", null, "\"text\":\"duck\"");
        leaves(api, "auditor", "audit/entries.csv?who=officer", 200, "audit.tabled", null, "\"who\":\"officer\"");
        leaves(api, "auditor", "audit/chain.zip", 200, "audit.exported", null, "\"withheld\":0");
        leaves(api, "employee", path, 403, "audit.denied", null, "\"asked\":\"" + walk.reference() + "\"");
        leaves(api, "hr", "audit", 403, "audit.denied", null, "AuditResource.search");
    }

    @Test
    void whatIsNotTheirsAndWhatIsInventedLeaveTheSameTrace() {
        String real = new Walk(new Api(server, boards.like("nscb"))).report().reference();
        Api api = new Api(server, boards.like("lscb"));
        for (String asked : List.of(real, boards.own("LSCB-2026-9999"))) {
            leaves(api, "officer", "investigations/" + asked, 404, "audit.denied", null, "\"asked\":\"" + asked + "\"");
        }
        leaves(api, "officer", "investigations/typed-in-anger", 404, "audit.denied", null, "\"asked\":\"\"");
    }

    @Test
    void anAuditorWhoIsNamedInACaseNeitherReadsNorExportsItAndTheChainStaysWhole() throws IOException {
        Api api = new Api(server, boards.like("nscb"));
        Map<String, Object> concern = new TreeMap<>(Walk.concern());
        concern.put("subjectName", boards.own("Nscb Auditor"));
        String reference = api.post("officer", "concerns", concern).json().get("reference").getAsString();

        assertThat(api.tryGet("auditor", "audit/entries.csv").body()).doesNotContain(reference);
        api.post("auditor", "audit/checkpoints", Map.of());
        try (Visitors visitors = new Visitors(browser, "en")) {
            Map<String, String> chain = unzipped(visitors.desk(boards.own("nscb-auditor")).download(boards.own("/nscb/audit/chain.zip")));
            assertThat(chain.get("audit.jsonl")).contains("{\"withheld\":").doesNotContain(reference);
        }
        ExportedAudit exported = ExportedAudit.of(server, boards.like("nscb"));
        assertThat(exported.verdict(exported)).startsWith("0 WHOLE.").contains("Withheld: ");
        assertThat(api.get("auditor", "audit?case=" + reference).getAsJsonArray("items")).isEmpty();
        assertThat(api.post("auditor", "audit/verification", Map.of()).json().getAsJsonObject("verdict").get("kind").getAsString()).isEqualTo("WHOLE");
    }

    private static void leaves(Api api, String role, String path, int status, String act, String reference, String after) {
        long start = System.currentTimeMillis();
        assertThat(api.tryGet(role, path).status()).as(path).isEqualTo(status);
        JsonObject entry = Walk.objects(api.get("auditor", "audit?size=1&act=" + act), "items").findFirst().orElseThrow();
        assertThat(entry.get("who").getAsString()).as(path).isEqualTo(names().get(role));
        assertThat(entry.get("roles").getAsString()).isEqualTo(role.replaceAll("\\d", "").toUpperCase(Locale.ROOT));
        assertThat(Instant.parse(entry.get("at").getAsString()).toEpochMilli()).isBetween(start, System.currentTimeMillis());
        assertThat(entry.get("address").getAsString()).isEqualTo("127.0.0.1");
        assertThat(entry.get("channel").getAsString()).isEqualTo("api");
        assertThat(entry.has("reference") ? entry.get("reference").getAsString() : null).isEqualTo(reference);
        assertThat(entry.get("sentence").getAsString()).as(path).doesNotContain("???", "\"").contains(act.equals("audit.denied") ? "What they tried: " : "");
        if (after != null) {
            assertThat(entry.get("after").getAsString()).contains(after);
        }
    }

    private static Map<String, String> names() {
        return Map.of("officer", boards.own("Lscb Compliance Officer"), "officer2", boards.own("Lscb Second Compliance Officer"), "auditor", boards.own("Lscb Auditor"),
                "employee", boards.own("Lscb Employee"), "hr", boards.own("Lscb HR Partner"));
    }

    private static Map<String, String> unzipped(byte[] zip) {
        Map<String, String> files = new TreeMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.put(entry.getName(), text(in.readAllBytes()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
