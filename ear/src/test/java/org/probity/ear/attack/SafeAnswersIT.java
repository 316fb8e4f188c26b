package org.probity.ear.attack;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.probity.ear.Api;
import org.probity.ear.Server;
import org.probity.ear.Walk;

/** Whose request counts, what a session is worth to somebody else, and what an answer may tell or do: on a server without a proxy. */
class SafeAnswersIT {

    private static final int PORT_OFFSET = 1740;
    private static final int RECEIPTS = 2;
    private static final int PAGES = 61;
    private static final String BOARD = "lscb";
    private static final String API = "/api/boards/" + BOARD + "/";
    private static final String STATE = "jakarta.faces.ViewState";
    private static final Pattern MAKERS = Pattern.compile("(?i)wildfly|undertow|jboss|resteasy|mojarra|primefaces|hibernate|weld|jakarta\\.|org\\.probity"
            + "|\\bat [a-z]+\\.[a-z.]+\\(|\\.java\\b|/(tmp|root|home|opt|usr)/|standalone");

    private static Server server;
    private static Walk walk;
    private final Outcomes outcomes = new Outcomes();

    @BeforeAll
    static void start() {
        server = Server.named("safe-answers", PORT_OFFSET).withMovableClock().with(Map.of("PROBITY_LIMITS", "all=999999999/1,receipt-address=" + RECEIPTS + "/60")).start();
        walk = new Walk(new Api(server, BOARD)).report().detect();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @AfterEach
    void nothingElseWasWrong() {
        assertThat(outcomes.faults()).isEmpty();
    }

    @Test
    void theApiKnowsNobodyByTheirSession() {
        Wire officer = wire().signIn(BOARD + "-officer@example.org");
        int cookies = officer.cookies().size();
        String gate = API + "investigations/" + walk.reference() + "/notes";
        for (String path : List.of(API + "investigations", API + "investigations/" + walk.reference(), API + "people", API + "audit")) {
            assertThat(officer.get(path).status()).as(path).isIn(401, 403, 404);
        }
        assertThat(officer.send("POST", gate, "application/json", bytes("{\"words\":\"By a session.\"}")).status()).isIn(401, 403, 404);
        assertThat(officer.send("POST", gate, "text/plain", bytes("{\"words\":\"By a session.\"}")).status()).isIn(401, 403, 404, 415);
        assertThat(officer.cookies()).hasSize(cookies);
        assertThat(wire().saying("Authorization", "Bearer demo-" + BOARD + "-officer").get(API + "investigations").header("Set-Cookie")).isEmpty();
    }

    @Test
    void aSessionIsAnotherOneOnceSomebodyHasSignedIn() {
        Wire victim = wire().signIn(BOARD + "-officer@example.org");
        String before = victim.cookies().get("JSESSIONID");
        victim.post(new Html.Form("/signout", "post", false, List.of()), List.of());
        victim.signIn(BOARD + "-officer@example.org");
        assertThat(victim.cookies().get("JSESSIONID")).isNotEqualTo(before).as("chance, and no name of the host").matches("[A-Za-z0-9_-]{32,}\\.probity");
        assertThat(withSession(before).get("/" + BOARD + "/worklist").location()).contains("/signin");
        assertThat(withSession(victim.cookies().get("JSESSIONID")).get("/" + BOARD + "/worklist").status()).isEqualTo(200);
    }

    @Test
    void nobodyChoosesASessionForSomebodyElse() {
        Wire victim = withSession("chosen-by-an-attacker");
        victim.signIn(BOARD + "-officer@example.org");
        assertThat(victim.cookies().get("JSESSIONID")).isNotEqualTo("chosen-by-an-attacker");
        assertThat(withSession("chosen-by-an-attacker").get("/" + BOARD + "/worklist").location()).contains("/signin");
        assertThat(wire().get("/signin;jsessionid=chosen-by-an-attacker").body()).doesNotContain("chosen-by-an-attacker");
    }

    @Test
    void aSessionThatWasLeftIsWorthNothing() {
        Wire officer = wire().signIn(BOARD + "-officer@example.org");
        String session = officer.cookies().get("JSESSIONID");
        officer.post(new Html.Form("/signout", "post", false, List.of()), List.of());
        assertThat(withSession(session).get("/" + BOARD + "/worklist").location()).contains("/signin");
    }

    @Test
    void noOtherSiteSignsSomebodyInAsSomebodyElse() {
        for (Map.Entry<String, String> foreign : List.of(Map.entry("Origin", "https://attack.invalid"), Map.entry("Origin", "null"),
                Map.entry("Sec-Fetch-Site", "cross-site"), Map.entry("Sec-Fetch-Site", "same-site"))) {
            Wire victim = wire();
            Html.Form form = victim.signInForm();
            victim.saying(foreign.getKey(), foreign.getValue());
            assertThat(victim.post(form, Wire.filled(form, BOARD + "-officer@example.org", "probity-demo")).status()).as(foreign.toString()).isEqualTo(403);
            assertThat(victim.get("/" + BOARD + "/worklist").location()).contains("/signin");
        }
        Wire victim = wire();
        victim.post(victim.signInForm(), List.of(new Wire.Pair("username", BOARD + "-officer@example.org"), new Wire.Pair("password", "probity-demo")));
        assertThat(victim.get("/" + BOARD + "/worklist").location()).as("without the key of the page").contains("/signin");
    }

    /** Every form every role can reach: from another site it is refused, and without the key of its page it does nothing. */
    @Test
    void noFormActsForAnotherSiteOrWithoutTheKeyOfItsPage() {
        Map<String, Long> before = new TreeMap<>();
        int forms = 0;
        for (String who : List.of("", "officer", "officer2", "lead", "hr", "employee", "manager", "auditor", "admin", "operator")) {
            String username = who.isEmpty() || who.equals("operator") ? who + (who.isEmpty() ? "" : "@example.org") : BOARD + "-" + who + "@example.org";
            Wire wire = username.isEmpty() ? wire() : wire().signIn(username);
            FormAttack attack = new FormAttack(wire, username, BOARD, List.of(walk.reference()), new HashSet<>(), new Deck(), outcomes).find();
            before.putAll(counts());
            forms += attack.forge(STATE);
            assertThat(counts()).as(who).isEqualTo(before);
        }
        System.out.println("SafeAnswersIT: forms forged " + forms);
        assertThat(forms).isGreaterThan(60);
    }

    private static Map<String, Long> counts() {
        Map<String, Long> counts = new TreeMap<>();
        server.rows("table_name from information_schema.tables where table_schema = 'PUBLIC' and table_type = 'BASE TABLE'"
                + " and table_name not like 'ACT\\_%' and table_name not like '%AUDIT%' and table_name not in ('MAIL', 'DENIAL')")
                .forEach(table -> counts.put(table, Long.valueOf(server.rows("count(*) from \"" + table + "\"").get(0))));
        return counts;
    }

    @ParameterizedTest
    @ValueSource(strings = {"page.html|text/html|<html><script>pwn(1)</script></html>", "mail.eml|message/rfc822|From: a@example.org\nTo: b@example.org\nSubject: x\n\n<script>pwn(2)</script>",
            "notes.txt|text/plain|<script>pwn(3)</script> are only words.", "table.csv|text/csv|a;b\n=1+1;c"})
    void whatWasUploadedComesBackAsADownloadThatDoesNothing(String sample) {
        String[] parts = sample.split("\\|");
        Wire.Answer kept = upload(parts[0], bytes(parts[2].replace("\\n", "\n")));
        assertThat(kept.status()).as(kept.body()).isEqualTo(201);
        long id = new Gson().fromJson(kept.body(), JsonObject.class).get("id").getAsLong();
        String address = "/" + BOARD + "/investigations/" + walk.reference() + "/evidence/" + id + "/file";
        for (Wire.Answer file : List.of(wire().signIn(BOARD + "-officer@example.org").get(address),
                officer().get(API + "investigations/" + walk.reference() + "/evidence/" + id + "/file"))) {
            assertThat(file.status()).isEqualTo(200);
            assertThat(file.header("Content-Disposition")).startsWith("attachment; filename=\"" + parts[0] + "\"");
            assertThat(file.header("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(file.headers().allValues("Content-Security-Policy")).singleElement().asString().contains("default-src 'none'").endsWith("sandbox");
            assertThat(file.header("Cache-Control")).contains("no-store");
        }
    }

    @Test
    void whatSwellsWhenItIsUnpackedIsRefused() throws IOException {
        assertThat(upload("bomb.docx", Bombs.zip("word/document.xml", 300 * 1024 * 1024, 1)).status()).isEqualTo(422);
        assertThat(upload("crowd.xlsx", Bombs.zip("xl/workbook.xml", 1, 20_000)).status()).isEqualTo(422);
        assertThat(upload("honest.docx", Bombs.document(100_000)).status()).isEqualTo(201);
        byte[] swollen = Bombs.gzip(("{\"words\":\"" + "a".repeat(50_000_000) + "\"}").getBytes(StandardCharsets.UTF_8));
        Wire.Answer answer = officer().saying("Content-Encoding", "gzip").send("POST", API + "investigations/" + walk.reference() + "/notes", "application/json", swollen);
        assertThat(answer.status()).as("not unpacked").isIn(400, 415);
    }

    /** Everybody may read it anywhere, and it is the same for everybody: nothing else says so of itself. */
    @Test
    void onlyTheDescriptionOfTheApiIsForOtherSites() {
        Wire officer = officer().saying("Origin", "https://attack.invalid");
        for (String path : List.of("/signin", "/" + BOARD + "/report", API + "investigations", "/nowhere", API + "nowhere")) {
            assertThat(officer.get(path).headers().map().keySet()).as(path).noneMatch(name -> name.toLowerCase(java.util.Locale.ROOT).startsWith("access-control"));
            assertThat(officer.send("OPTIONS", path, null, null).headers().map().keySet()).as(path)
                    .noneMatch(name -> name.toLowerCase(java.util.Locale.ROOT).startsWith("access-control"));
        }
        assertThat(wire().signIn(BOARD + "-officer@example.org").get("/openapi").body()).isEqualTo(wire().get("/openapi").body());
        assertThat(wire().get("/openapi").header("Set-Cookie")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/nowhere", "/nowhere/at/all", "/" + BOARD + "/nowhere", "/nowhere.xhtml", "/WEB-INF/web.xml", "/errors/missing.xhtml", "/api/nowhere",
            "/jakarta.faces.resource/nowhere.js.xhtml"})
    void whatIsNotThereCostsNoSession(String path) {
        Wire.Answer answer = wire().get(path);
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.header("Set-Cookie")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/nowhere|?tab=notes", "/policy|/notes"})
    void aPageThatWasForgottenIsShownAgainAndErrorsMakeNoneForgotten(String sample) {
        Wire officer = wire().signIn(BOARD + "-officer@example.org");
        Html.Form form = new Html(officer.get("/" + BOARD + "/investigations/" + walk.reference() + "/notes").body()).forms().stream()
                .filter(candidate -> candidate.fields().stream().anyMatch(field -> field.name().equals(STATE))).findFirst().orElseThrow();
        IntStream.range(0, PAGES).forEach(n -> officer.get("/" + BOARD + sample.split("\\|")[0]));
        assertThat(officer.post(form, form.fields().stream().map(field -> new Wire.Pair(field.name(), field.typed() ? sample : field.value())).toList())
                .location()).endsWith(sample.split("\\|")[1]);
    }

    @Test
    void noErrorSaysWhatProbityIsMadeOf() throws IOException {
        Wire officer = wire().signIn(BOARD + "-officer@example.org");
        List<Wire.Answer> errors = List.of(wire().get("/nowhere"), wire().get("/" + BOARD + "/nowhere"), wire().get(API + "nowhere"), wire().get("/api"),
                wire().get(API + "investigations"), wire().get(API + "investigations/%00"), wire().send("PATCH", "/signin", null, null),
                wire().send("BREW", "/signin", null, null), officer().send("POST", API + "concerns", "application/json", bytes("{\"what\":")),
                officer().send("POST", API + "concerns", "a/b/c", bytes("{}")), officer().saying("Accept", "x").get(API + "investigations"),
                officer.get("/" + BOARD + "/investigations/" + "9".repeat(7000)), officer.get("/" + BOARD + "/requests/removal/1e9"));
        assertThat(errors).allSatisfy(error -> {
            assertThat(error.status()).isBetween(400, 499);
            assertThat(MAKERS.matcher(Html.words(error.body())).results().map(found -> found.group()).toList()).isEmpty();
        });
        for (String raw : List.of("TRACE /signin HTTP/1.1\r\nHost: x\r\n\r\n", "GET / HTTP/9.9\r\n\r\n", "NONSENSE\r\n\r\n", "GET /signin HTTP/1.1\r\nHost: a b\r\n\r\n", "GET /signin HTTP/1.1\r\n\r\n",
                "GET /%zz HTTP/1.1\r\nHost: x\r\n\r\n", "GET /signin HTTP/1.1\r\nHost: x\r\nX: " + "a".repeat(2_000_000) + "\r\n\r\n",
                "POST /signin HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n", "POST /signin HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\nContent-Length: 3\r\n\r\nzz\r\n",
                "GET /signin HTTP/1.1\r\nHost : x\r\n\r\n", "GET http://attack.invalid/signin HTTP/1.1\r\nHost: attack.invalid\r\n\r\n")) {
            String answer = Raw.answer(server, raw);
            assertThat(answer).as(raw.substring(0, Math.min(60, raw.length()))).doesNotStartWith("HTTP/1.1 5").doesNotContainIgnoringCase("\nserver:")
                    .doesNotContainIgnoringCase("x-powered-by").doesNotContain("attack.invalid/");
            assertThat(MAKERS.matcher(answer.startsWith("HTTP/1.1 4") ? Html.words(answer) : "").find()).as(answer).isFalse();
        }
    }

    @Test
    void noResourceIsReadFromWhereNoneMayBe() {
        List<String> paths = Payload.PATH.all().stream().filter(path -> path.matches("[!-~]+")).map(path -> path.replaceAll("[\\\\`|\"<>{}^]", "%5C").replaceAll("%(?![0-9a-fA-F]{2})", "%25")).toList();
        int tried = 0;
        for (String path : paths) {
            for (String pattern : List.of("/jakarta.faces.resource/%s.xhtml", "/jakarta.faces.resource/%s?ln=probity", "/jakarta.faces.resource/web.xml.xhtml?ln=%s",
                    "/jakarta.faces.resource/web.xml.xhtml?con=%s", "/jakarta.faces.resource/css/probity.css.xhtml?con=%s", "/jakarta.faces.resource/css/probity.css.xhtml?loc=%s", "/" + BOARD + "/jakarta.faces.resource/%s.xhtml", "/%s")) {
                String address = pattern.formatted(path).replace("#", "%23");
                Wire.Answer answer = wire().get(address.startsWith("//") ? address.substring(1) : address);
                assertThat(answer.status()).as(address).isIn(302, 400, 403, 404, 405);
                assertThat(answer.body()).as(address).doesNotContain("<web-app").doesNotContain("root:").doesNotContain("Manifest-Version");
                tried++;
            }
        }
        for (String way : List.of("/jakarta.faces.resource/../", "/jakarta.faces.resource/..;/", "/jakarta.faces.resource/%2e%2e/", "/jakarta.faces.resource/x/../../", "/api/../",
                "/api/..;/", "/" + BOARD + "/jakarta.faces.resource/../", "/" + BOARD + "/jakarta.faces.resource/%2e%2e/", "/" + BOARD + "/jakarta.faces.resource/..;/", "/;x/")) {
            for (String inside : List.of("identity/home.xhtml", "operation/operator.xhtml", "investigation/case.xhtml?reference=" + walk.reference(), "internal/evidence?id=1",
                    "internal/theme", "WEB-INF/web.xml")) {
                assertThat(wire().get(way + inside).status()).as(way + inside).isIn(400, 404);
                tried++;
            }
        }
        System.out.println("SafeAnswersIT: resource addresses tried " + tried);
    }

    @Test
    void aFetchedPageIsMadeOfNoFileThatTheRequestNamesOrBrings() {
        Wire officer = wire().signIn(BOARD + "-officer@example.org");
        for (String file : List.of("../../WEB-INF/web", "/WEB-INF/web.xml%23", "file:///etc/passwd%23", server.address() + "/openapi%23", "summary.xhtml%00")) {
            Wire.Answer answer = officer.get("/" + BOARD + "/investigations/" + walk.reference() + "?tab=" + file);
            assertThat(answer.status()).as(file).isEqualTo(file.endsWith("%00") ? 400 : 200);
            assertThat(answer.body()).as(file).contains("<h1").doesNotContain("<web-app", "root:", "openapi:");
        }
        List.of("GET", "HEAD").forEach(method -> assertThat(wire().send(method, "/signin", "Multipart/form-data; boundary=x", bytes("--x--")).status()).isEqualTo(400));
    }

    @Test
    void whereNoTlsIsInFrontNothingSaysSoWhateverTheClientWrites() {
        Wire.Answer answer = wire().saying("X-Forwarded-Proto", "https").get("/signin");
        assertThat(answer.header("Strict-Transport-Security")).isEmpty();
        assertThat(wire().saying("X-Forwarded-Proto", "https").get("/openapi").header("Strict-Transport-Security")).isEmpty();
        List<String> cookies = wire().saying("X-Forwarded-Proto", "https").trySignIn(BOARD + "-officer@example.org", "probity-demo").headers().allValues("Set-Cookie");
        assertThat(cookies).isNotEmpty().allMatch(cookie -> cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax") && !cookie.contains("ecure"));
    }

    @Test
    void withoutAProxyWhatTheClientWritesOfItselfIsNotRead() {
        for (int n = 0; n < RECEIPTS; n++) {
            assertThat(wire().saying("X-Forwarded-For", "198.51.100." + n).get(API + "concerns/receipts/ABCD-" + n).status()).isEqualTo(404);
        }
        Wire.Answer answer = wire().saying("X-Forwarded-For", "198.51.100.77").saying("Forwarded", "for=198.51.100.77").get(API + "concerns/receipts/ABCD-EFGH");
        assertThat(answer.status()).isEqualTo(429);
        assertThat(Integer.parseInt(answer.header("Retry-After"))).isPositive();
    }

    private Wire wire() {
        return new Wire(server, outcomes);
    }

    private Wire officer() {
        return wire().saying("Authorization", "Bearer demo-" + BOARD + "-officer");
    }

    private Wire withSession(String id) {
        Wire wire = wire();
        wire.cookies().put("JSESSIONID", id);
        return wire;
    }

    private Wire.Answer upload(String name, byte[] bytes) {
        return officer().upload(API + "investigations/" + walk.reference() + "/evidence", name, bytes);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
