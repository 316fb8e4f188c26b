package org.probity.ear.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.probity.ear.Server;
import org.probity.ear.Walk;
import org.probity.ear.isolation.Operation;

/**
 * Behind a proxy that ends TLS: how often may be tried, counted for each client by what that proxy says of it, and for each
 * account. Every test comes from networks of its own.
 */
class LimitsIT {

    private static final int PORT_OFFSET = 1720;
    private static final int TOO_MANY = 429;
    private static final int PER_ACCOUNT = 3;
    private static final int PER_NETWORK = 6;
    private static final int PER_DEVICE = 4;
    private static final int STRANGERS = 5;
    private static final int PAGES = 200;
    private static final int RECEIPTS = 4;
    private static final int CONCERNS = 3;
    private static final int PER_TOKEN = 5;
    private static final int API = 20;
    private static final String API_PATH = "/api/boards/nscb/";

    private static Server server;
    private final Outcomes outcomes = new Outcomes();

    @BeforeAll
    static void start() {
        server = Server.named("limits", PORT_OFFSET).withMovableClock().with(Map.of("PROBITY_QUERY_SECONDS", "4", "PROBITY_BEHIND_PROXY", "true", "PROBITY_URL", "https://probity.example.org",
                "PROBITY_LIMITS", "all=999999999/1,sign-in-account=%d/60,sign-in-address=%d/60,sign-in-device=%d/60,sign-in-strangers=%d/60,page-address=%d/60,receipt-address=%d/60,concern-address=%d/60,api-token=%d/60,api-address=%d/60"
                        .formatted(PER_ACCOUNT, PER_NETWORK, PER_DEVICE, STRANGERS, PAGES, RECEIPTS, CONCERNS, PER_TOKEN, API))).start();
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
    void oneNameIsTriedThreeTimesFromOneNetworkAndItsOwnerComesInFromAnother() {
        Wire guesser = from("198.51.100.1");
        for (int n = 0; n < PER_ACCOUNT; n++) {
            assertThat(guesser.trySignIn("nscb-lead@example.org", "wrong " + n).status()).isEqualTo(200);
        }
        tooMany(guesser.trySignIn("nscb-lead@example.org", "probity-demo"));
        tooMany(guesser.trySignIn("NSCB-LEAD@example.org ", "probity-demo"));
        assertThat(guesser.trySignIn("nscb-officer@example.org", "probity-demo").status()).as("another name").isEqualTo(302);
        assertThat(from("198.51.100.2").trySignIn("nscb-lead@example.org", "probity-demo").status()).as("another network").isEqualTo(302);
    }

    @Test
    void aNameNobodyHasIsCountedLikeOneThatSomebodyHas() {
        for (int n = 0; n < PER_ACCOUNT; n++) {
            assertThat(from("198.51.100.3").trySignIn("nobody@example.org", "wrong").status()).isEqualTo(200);
        }
        tooMany(from("198.51.100.3").trySignIn("nobody@example.org", "wrong"));
    }

    @Test
    void manyNamesAreTriedOnlySoOftenFromOneNetwork() {
        Wire guesser = from("198.51.100.4");
        IntStream.range(0, PER_NETWORK).forEach(n -> assertThat(guesser.trySignIn("guess-" + n + "@example.org", "wrong").status()).isEqualTo(200));
        tooMany(guesser.trySignIn("guess-more@example.org", "wrong"));
        tooMany(from("198.51.100.4").trySignIn("nscb-officer@example.org", "probity-demo"));
    }

    /** What the client wrote itself stands before what the proxy added, which is the last. */
    @Test
    void aClientThatWritesAnAddressOfItsOwnGainsNothing() {
        for (int n = 0; n < PER_NETWORK; n++) {
            assertThat(from("203.0.113." + n + ", 198.51.100.5").trySignIn("guess-" + n + "@example.org", "wrong").status()).isEqualTo(200);
        }
        tooMany(from("203.0.113.77, 198.51.100.5").trySignIn("guess-more@example.org", "wrong"));
        tooMany(from("2001:db8::1, 198.51.100.5:4711").trySignIn("guess-more@example.org", "wrong"));
    }

    /** One customer has 64 bits of addresses to choose from. */
    @Test
    void aNetworkOfIpv6IsOneClient() {
        for (int n = 0; n < PER_NETWORK; n++) {
            assertThat(from("2001:db8:0:1::" + n).trySignIn("guess-" + n + "@example.org", "wrong").status()).isEqualTo(200);
        }
        tooMany(from("2001:db8:0:1:ffff::1").trySignIn("guess-more@example.org", "wrong"));
        assertThat(from("2001:db8:0:2::1").trySignIn("guess-more@example.org", "wrong").status()).isEqualTo(200);
    }

    /** Guessed from many networks, so that the account itself is locked for a while. */
    @Test
    void aLockThatOthersBroughtAboutDoesNotKeepSomebodyOutOfTheirOwnBrowser() {
        Wire own = from("198.51.100.30").signIn("nscb-hr@example.org");
        Wire others = from("198.51.100.31").signIn("nscb-manager@example.org");
        for (int n = 0; n < STRANGERS; n++) {
            assertThat(from("198.51.100.4" + n).trySignIn("nscb-hr@example.org", "wrong").status()).isEqualTo(200);
        }
        assertThat(from("198.51.100.32").trySignIn("nscb-hr@example.org", "probity-demo").status()).as("a strange browser").isEqualTo(200);
        assertThat(carrying(others, "198.51.100.33").trySignIn("nscb-hr@example.org", "probity-demo").status()).as("another account's").isEqualTo(200);
        assertThat(carrying(own, "198.51.100.34").trySignIn("nscb-hr@example.org", "wrong").status()).isEqualTo(200);
        assertThat(carrying(own, "198.51.100.34").trySignIn("nscb-hr@example.org", "probity-demo").status()).as("their own").isEqualTo(302);
    }

    @Test
    void aBrowserThatWasTakenIsCountedForItself() {
        Wire own = from("198.51.100.35").signIn("nscb-employee@example.org");
        for (int n = 0; n < PER_DEVICE + STRANGERS; n++) {
            assertThat(carrying(own, "198.51.100.5" + n).trySignIn("nscb-employee@example.org", "wrong").status()).isEqualTo(200);
        }
        assertThat(carrying(own, "198.51.100.36").trySignIn("nscb-employee@example.org", "probity-demo").status()).as("locked like any other").isEqualTo(200);
    }

    /** The same browser somewhere else, signed out. */
    private Wire carrying(Wire known, String forwarded) {
        Wire wire = from(forwarded);
        wire.cookies().put("probity-device", known.cookies().get("probity-device"));
        return wire;
    }

    @Test
    void receiptCodesCannotBeTriedOut() {
        Wire guesser = from("198.51.100.6");
        Wire.Answer page = guesser.get("/nscb/report/follow");
        for (int n = 0; n < RECEIPTS; n++) {
            assertThat(n % 2 == 0 ? fill(guesser, page, "code", "ABCD-" + n).status() : guesser.get(API_PATH + "concerns/receipts/ABCD-" + n).status())
                    .isIn(200, 404);
        }
        tooMany(fill(guesser, page, "code", "ABCD-EFGH"));
        tooManyAsProblem(guesser.get(API_PATH + "concerns/receipts/ABCD-EFGH"));
        tooManyAsProblem(post(guesser, "concerns/receipts/ABCD-EFGH/additions", Map.of("words", "More.")));
    }

    private static Wire.Answer fill(Wire wire, Wire.Answer page, String name, String value) {
        Html.Form form = new Html(page.body()).forms().stream().filter(f -> f.fields().stream().anyMatch(field -> field.name().endsWith(name)))
                .findFirst().orElseThrow();
        return wire.post(form, form.fields().stream().map(field -> new Wire.Pair(field.name(), field.name().endsWith(name) ? value : field.value())).toList());
    }

    @Test
    void nobodyDrownsABoardInReportsOrInWhatIsAddedToThem() {
        Wire reporter = from("198.51.100.7");
        String code = new Gson().fromJson(post(reporter, "concerns", Walk.concern()).body(), JsonObject.class).get("receipt").getAsString();
        for (int n = 1; n < CONCERNS; n++) {
            assertThat(post(reporter, "concerns/receipts/" + code + "/additions", Map.of("words", "More " + n)).status()).isEqualTo(204);
        }
        tooManyAsProblem(post(reporter, "concerns/receipts/" + code + "/additions", Map.of("words", "Once more")));
        tooMany(fill(reporter, fill(reporter, reporter.get("/nscb/report/follow"), "code", code), "words", "On the page"));
        tooManyAsProblem(post(reporter, "concerns", Walk.concern()));
        assertThat(post(from("198.51.100.8"), "concerns", Walk.concern()).status()).isEqualTo(201);
    }

    @Test
    void aTokenIsUsedOnlySoOftenWhereverItComesFrom() {
        for (int n = 0; n < PER_TOKEN; n++) {
            assertThat(withToken("198.51.100." + (10 + n), "demo-nscb-officer").get(API_PATH + "investigations").status()).isEqualTo(200);
        }
        JsonObject api = new Gson().fromJson(from("198.51.100.20").saying("Accept", "application/json").get("/openapi").body(), JsonObject.class);
        List<Operation> operations = Operation.in(api);
        for (Operation operation : operations) {
            Wire spent = withToken("203.0.113." + operations.indexOf(operation), "demo-nscb-officer");
            tooManyAsProblem(spent.send(operation.method(), operation.path().replace("{board}", "nscb").replaceAll("\\{\\w+}", "1"), null, null));
        }
        assertThat(operations).hasSizeGreaterThan(80);
        assertThat(withToken("198.51.100.20", "demo-nscb-officer2").get(API_PATH + "investigations").status()).isEqualTo(200);
    }

    @Test
    void tokensCannotBeTriedOut() {
        for (int n = 0; n < API; n++) {
            assertThat(withToken("198.51.100.21", "guess-" + n).get(API_PATH + "investigations").status()).isEqualTo(401);
        }
        tooManyAsProblem(withToken("198.51.100.21", "demo-nscb-lead").get(API_PATH + "investigations"));
        assertThat(withToken("198.51.100.22", "demo-nscb-lead").get(API_PATH + "investigations").status()).isEqualTo(200);
    }

    /** Only where the proxy, or the address we know ourselves by, says that TLS is in front. */
    @ParameterizedTest
    @ValueSource(strings = {"/signin", "/nscb/report", "/nowhere", "/api/boards/nscb/investigations", "/openapi"})
    void behindTlsABrowserIsToldToStayThere(String path) {
        assertThat(from("198.51.100.23").get(path).header("Strict-Transport-Security")).contains("max-age=31536000");
    }

    @Test
    void behindTlsTheSessionNeverTravelsWithoutIt() {
        List<String> cookies = from("198.51.100.24").trySignIn("nscb-officer2@example.org", "probity-demo").headers().allValues("Set-Cookie");
        assertThat(cookies).anyMatch(cookie -> cookie.startsWith("JSESSIONID=")).anyMatch(cookie -> cookie.startsWith("probity-device="));
        assertThat(from("198.51.100.24").get("/signin?language=cy").headers().allValues("Set-Cookie")).isNotEmpty().allSatisfy(LimitsIT::isLockedUp);
        assertThat(cookies).allSatisfy(LimitsIT::isLockedUp);
    }

    private static void isLockedUp(String cookie) {
        assertThat(cookie).containsIgnoringCase("; Secure").containsIgnoringCase("; HttpOnly").containsIgnoringCase("; SameSite=Lax")
                .containsIgnoringCase("; path=/").doesNotContainIgnoringCase("Domain=");
    }

    /** It is ended where it runs, and whoever asked is told. */
    @Test
    @Timeout(60)
    void aQueryThatRunsOnIsEnded() {
        assertThatThrownBy(() -> server.rows("count(*) from system_range(1, 1000000000000) where mod(x, 7) = 9")).isInstanceOf(IllegalStateException.class);
        assertThat(server.rows("count(*) from information_schema.sessions where executing_statement like '%system_range%' and session_id <> session_id()")).containsExactly("0");
    }

    /** What stands further left is the client's own, and the proxy itself is everybody. */
    @ParameterizedTest
    @ValueSource(strings = {"unknown", "203.0.113.50, unknown", "203.0.113.50, 198.51.100.999", "203.0.113.50,", "_hidden"})
    void behindTheProxyAClientWithoutAnAddressIsTurnedAway(String forwarded) {
        assertThat(from(forwarded).get("/signin").status()).isEqualTo(400);
        assertThat(withToken(forwarded, "demo-nscb-officer").get(API_PATH + "investigations").status()).isEqualTo(400);
    }

    @Test
    void anIpv4AddressIsOneClientHoweverItIsWritten() {
        List<String> written = List.of("198.51.100.60", "::ffff:198.51.100.60", "[::FFFF:c633:643c]", "198.51.100.60:1234", "0:0:0:0:0:ffff:198.51.100.60", "198.51.100.60");
        for (int n = 0; n < PER_NETWORK; n++) {
            assertThat(from(written.get(n)).trySignIn("guess-" + n + "@example.org", "wrong").status()).isEqualTo(200);
        }
        written.forEach(again -> tooMany(from(again).saying("Forwarded", "for=203.0.113.99").trySignIn("guess-more@example.org", "wrong")));
    }

    /** Somebody in the same house, behind the same address. */
    @Test
    void nobodyInTheSameNetworkKeepsSomebodyOutOfTheirOwnBrowser() {
        Wire own = from("198.51.100.61").signIn("nscb-auditor@example.org");
        for (int n = 0; n < PER_NETWORK; n++) {
            from("198.51.100.61").trySignIn("nscb-auditor@example.org", "wrong");
            from("198.51.100.61").trySignIn("guess-" + n + "@example.org", "wrong");
        }
        tooMany(from("198.51.100.61").trySignIn("nscb-auditor@example.org", "probity-demo"));
        assertThat(carrying(own, "198.51.100.61").trySignIn("nscb-auditor@example.org", "probity-demo").status()).isEqualTo(302);
    }

    @Test
    void pagesAreDrawnOnlySoOftenForOneNetwork() {
        Wire.Answer answer = from("198.51.100.62").get("/forgotten");
        for (int n = 0; n < PAGES && answer.status() == 200; n++) {
            answer = from("198.51.100.62").get("/forgotten");
        }
        tooMany(answer);
        assertThat(from("198.51.100.63").get("/forgotten").status()).isEqualTo(200);
    }

    /** Neither to a page nor, where no path is given, to what was made. */
    @ParameterizedTest
    @ValueSource(strings = {"", "/", "/nscb", "/nscb/worklist", "/operator", "/account", "/signout", "/nscb/signin?language=cy", "/nscb/"})
    void noHostThatAClientNamesIsLedTo(String path) {
        for (Map.Entry<String, String> foreign : List.of(Map.entry("X-Forwarded-Host", "attack.invalid"), Map.entry("X-Forwarded-Server", "attack.invalid"),
                Map.entry("Forwarded", "host=attack.invalid"), Map.entry("X-Original-Host", "attack.invalid"), Map.entry("X-Forwarded-Port", "1"))) {
            Wire wire = from("2001:db8:6:" + foreign.getKey().length() + "::1").saying(foreign.getKey(), foreign.getValue());
            Wire.Answer answer = path.isEmpty() ? post(wire, "concerns", Walk.concern()) : wire.get(path);
            String here = path.isEmpty() ? server.address().replace("http:", "https:") + API_PATH : "/";
            assertThat(answer.location()).as(foreign.toString()).startsWith(here).doesNotContain("attack.invalid");
            assertThat(answer.body()).doesNotContain("attack.invalid");
        }
    }

    private Wire from(String forwarded) {
        return new Wire(server, outcomes).saying("X-Forwarded-For", forwarded).saying("X-Forwarded-Proto", "https")
                .saying("Origin", server.address().replace("http:", "https:"));
    }

    private Wire withToken(String forwarded, String token) {
        return from(forwarded).saying("Authorization", "Bearer " + token);
    }

    private static Wire.Answer post(Wire wire, String path, Map<String, ?> body) {
        return wire.send("POST", API_PATH + path, "application/json", new Gson().toJson(body).getBytes(StandardCharsets.UTF_8));
    }

    /** Says when to come back, within the hour that was set. */
    private static void tooMany(Wire.Answer answer) {
        assertThat(answer.status()).isEqualTo(TOO_MANY);
        assertThat(Integer.parseInt(answer.header("Retry-After"))).isBetween(1, 3600);
    }

    private static void tooManyAsProblem(Wire.Answer answer) {
        tooMany(answer);
        assertThat(answer.type()).startsWith("application/problem+json");
    }
}
