package org.probity.ear.attack;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.probity.ear.Api;
import org.probity.ear.Deployments;
import org.probity.ear.Server;
import org.probity.ear.Walk;

/** What people nobody knows may send and leave behind, and that others work on while they send too much, too slowly and too often. */
@Tag("alone")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FloodIT {

    private static final int PORT_OFFSET = 1760;
    private static final String BOARD = "chscb";
    private static final String API = "/api/boards/" + BOARD + "/";
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String PARTS = "multipart/form-data; boundary=x";
    private static final String PART = "--x\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n";
    private static final int QUIET_ROUNDS = 12;
    private static final Duration FLOODED = Duration.ofSeconds(22);
    private static final int TIMES_SLOWER = 3;
    private static final Duration TO_CUT_OFF = Duration.ofSeconds(20);
    private static final Duration ANSWERED = Duration.ofSeconds(8);
    private static final Duration TO_RECOVER = Duration.ofSeconds(10);
    private static final Duration TO_END = Duration.ofSeconds(30);

    private static final String LONG = IntStream.range(0, 1_000_000).mapToObj("Line %06d"::formatted).collect(Collectors.joining("\n"));

    private static Server server;
    private static Walk walk;
    private final Outcomes outcomes = new Outcomes();

    @BeforeAll
    static void start() {
        server = Server.named("flood", PORT_OFFSET).deploying(Deployments.probity(HungerServlet.class)).start();
        walk = new Walk(new Api(server, BOARD)).report().detect();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    /** Also where they type something, or write down what they have typed before. */
    @ParameterizedTest
    @Order(0)
    @ValueSource(strings = {"/signin", "/forgotten", "/link/none", "/" + BOARD, "/" + BOARD + "/signin", "/" + BOARD + "/report", "/" + BOARD + "/report/concern",
            "/" + BOARD + "/report/follow", "/" + BOARD + "/report/receipt", "/" + BOARD + "/signin/return?state=none",
            "/signin?language=cy"})
    void nothingIsKeptForStrangers(String path) {
        Wire stranger = wire();
        stranger.get(path);
        for (Html.Form form : new Html(stranger.get(path).body()).forms()) {
            stranger.post(form, form.fields().stream().map(field -> new Wire.Pair(field.name(), field.typed() ? "Something" : field.value())).toList());
        }
        stranger.post(new Html.Form("/" + BOARD + "/members/new", "post", false, List.of()), List.of(new Wire.Pair("name", "x".repeat(90_000))));
        assertThat(stranger.cookies()).doesNotContainKey("JSESSIONID");
    }

    @ParameterizedTest
    @Order(0)
    @ValueSource(strings = {"GET /signin HTTP/1.1\r\nHost: x\r\nConnection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABkAAQAAP__\r\n\r\n",
            "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\0\0\0\4\0\0\0\0\0"})
    void nothingBeginsToSpeakHttp2(String raw) throws IOException {
        assertThat(Raw.answer(server, raw)).doesNotStartWith("HTTP/1.1 101").doesNotStartWith("\0").doesNotContain("h2c");
    }

    /** What tells how the server is stands at a port of its own, which no other machine reaches. */
    @Test
    @Order(0)
    void howTheServerIsIsToldToItsOwnMachineOnly() {
        for (String path : List.of("/health", "/metrics", "/management", "/console", "/health/started")) {
            assertThat(wire().get(path).status()).as(path).isEqualTo(404);
        }
        assertThat(wire().get("/health/ready").status()).as("to a balancer, in a word").isEqualTo(200);
        assertThat(server.listening("127.0.0.1", 9990)).isTrue();
        assertThat(server.listening("127.0.0.2", 9990)).as("at every address").isFalse();
    }

    /** Whether or not they say how much it will be. */
    @Test
    @Order(0)
    void strangersSendLittleAndNobodyMuchThatBecomesText() throws IOException {
        String much = "what=" + "a".repeat(300_000);
        for (String path : List.of("/signin", "/" + BOARD + "/report/concern", "/nowhere", API + "concerns", "/" + BOARD + "/jakarta.faces.resource/x")) {
            String chunked = "POST " + path + " HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\nTransfer-Encoding: chunked\r\n\r\n"
                    + Integer.toHexString(much.length()) + "\r\n" + much + "\r\n0\r\n\r\n";
            assertThat(Raw.answer(server, chunked)).as(path).containsPattern("^HTTP/1.1 4(04|05|13|15)");
            assertThat(wire().send("POST", path, FORM, bytes(much)).status()).as(path).isIn(404, 405, 413, 415);
        }
        assertThat(wire().send("POST", "/signin", FORM, bytes(much)).status()).isEqualTo(413);
        assertThat(wire().send("POST", API + "concerns", "application/json", bytes("{\"what\":\"" + much + "\"}")).status()).isEqualTo(413);
        Wire officer = wire().signIn(BOARD + "-officer@example.org");
        String file = "investigations/" + walk.reference();
        assertThat(officer.send("POST", "/" + BOARD + "/" + file + "/notes", FORM, bytes(much.repeat(10))).status()).isEqualTo(413);
        for (String parts : List.of(PART.formatted("words", much.repeat(10)), PART.formatted("title", "a").repeat(101), PART.formatted("f".repeat(9_000), ""), PART.formatted("f".repeat(9_000_000), ""))) {
            assertThat(officer.send("POST", "/" + BOARD + "/" + file + "/notes", PARTS, bytes(parts + "--x--\r\n")).status()).isEqualTo(413);
            assertThat(wire().saying("Authorization", "Bearer demo-" + BOARD + "-officer").send("POST", API + file + "/evidence", PARTS, bytes(parts + "--x--\r\n")).status()).isEqualTo(413);
        }
    }

    @ParameterizedTest
    @Order(0)
    @ValueSource(strings = {"//attack.invalid", "//attack.invalid/nscb/worklist", "///attack.invalid", "/nscb//attack.invalid"})
    void noHostInAPathIsLedTo(String path) throws IOException {
        assertThat(Raw.answer(server, "GET " + path + "?language=cy HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")).startsWith("HTTP/1.1 ")
                .doesNotContainPattern("(?i)location: (?!/(?!/))");
    }

    /** No browser that was given a form sends these: the page is not broken by them, and each is told in one line of the log. */
    @Test
    @Order(0)
    void whatWasTamperedWithIsTurnedAwayAndTheLogIsNobodysButTheServers() throws IOException {
        Wire officer = wire().signIn(BOARD + "-officer@example.org");
        for (String path : List.of("/" + BOARD + "/report/concern", "/account/passphrase", "/" + BOARD + "/worklist")) {
            assertThat(officer.get(path + "?" + Forged.STATE + "=1:1").status()).as("led in a circle").isEqualTo(400);
            new Html(officer.get(path).body()).forms().stream().filter(form -> form.fields().stream().anyMatch(field -> field.name().equals(Forged.STATE)))
                    .forEach(form -> Forged.fields(form).forEach(fields -> broken(officer.post(form, fields), path + fields)));
        }
        for (byte[] body : Forged.parts()) {
            broken(officer.send("POST", "/" + BOARD + "/report/concern", PARTS, body), new String(body, StandardCharsets.UTF_8));
            broken(wire().saying("Authorization", "Bearer demo-" + BOARD + "-lead").send("POST", API + "investigations/X-2026-0001/evidence", PARTS, body), new String(body, StandardCharsets.UTF_8));
        }
        for (String raw : Forged.requests()) {
            if (Raw.answer(server, raw).startsWith("HTTP/1.1 5")) {
                outcomes.fault(raw);
            }
        }
        LogLines.wrong(server, Forged.MARK).forEach(outcomes::fault);
        assertThat(outcomes.faults()).isEmpty();
    }

    private void broken(Wire.Answer answer, String by) {
        if (answer.status() >= 500) {
            outcomes.fault(answer.status() + " by " + by);
        }
    }

    /** Neither what they do not send nor what they do not read keeps a thread of the server waiting. */
    @ParameterizedTest
    @Order(1)
    @EnumSource
    void peopleAreAnsweredWhileStrangersHold(Flood.Hold hold) throws IOException {
        Wire person = wire().signIn(BOARD + "-officer@example.org");
        person.get("/" + BOARD + "/worklist");
        try (Flood flood = new Flood(server, BOARD).hold(hold)) {
            long start = System.nanoTime();
            assertThat(person.get("/" + BOARD + "/worklist").status()).isEqualTo(200);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).as("while there are " + flood.counts()).isLessThan(ANSWERED);
        }
    }

    /** It is made anew for everybody who asks, and kept in memory for whoever does not read it. */
    @Test
    @Order(1)
    void theDescriptionOfTheApiIsMadeForFewAtATime() throws IOException {
        String asked = "GET /openapi HTTP/1.1\r\nHost: x\r\n\r\n";
        try (Flood flood = new Flood(server, BOARD)) {
            flood.answers(Collections.nCopies(Flood.HELD, asked.repeat(8)), 1);
            String answer = "";
            for (long end = System.nanoTime() + TO_CUT_OFF.toNanos(); !answer.startsWith("HTTP/1.1 503") && System.nanoTime() < end;) {
                answer = Raw.answer(server, asked);
            }
            assertThat(answer).startsWith("HTTP/1.1 503");
        }
        assertThat(wire().get("/openapi").status()).isEqualTo(200);
    }

    /** A slow upload takes a thread; nobody has more than two of them. */
    @Test
    @Order(1)
    void oneMemberDoesNotStopTheUploadsOfOthers() throws IOException {
        String path = API + "investigations/" + walk.reference() + "/evidence";
        String head = "POST " + path + " HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer demo-" + BOARD + "-officer\r\nContent-Type: " + PARTS
                + "\r\nContent-Length: 9000000\r\n\r\n";
        try (Flood slow = new Flood(server, BOARD)) {
            List<String> answers = slow.answers(Collections.nCopies(10, head), 8);
            assertThat(answers).hasSize(8).allSatisfy(answer -> assertThat(answer).startsWith("HTTP/1.1 429").contains("Retry-After: ").contains("other files"));
            Wire lead = wire().saying("Authorization", "Bearer demo-" + BOARD + "-lead");
            assertThat(lead.upload(path, "note.txt", bytes("Seen. ".repeat(100_000))).status()).as("has had its turn").isNotIn(429, 503);
        }
    }

    /** What nobody reads stays in memory, and nobody has more of it than their share. */
    @Test
    @Order(1)
    void oneMemberDoesNotTakeTheMemoryForTheDownloadsOfOthers() throws IOException {
        String file = upload(LONG + LONG);
        String get = "GET " + file + " HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer demo-" + BOARD + "-officer\r\n\r\n";
        try (Flood slow = new Flood(server, BOARD)) {
            assertThat(slow.answers(Collections.nCopies(12, get), 8)).filteredOn(answer -> !answer.startsWith("HTTP/1.1 200")).hasSizeGreaterThanOrEqualTo(7)
                    .allSatisfy(answer -> assertThat(answer).startsWith("HTTP/1.1 429").contains("Retry-After: 10", "Other files are on their way"));
            assertThat(wire().saying("Authorization", "Bearer demo-" + BOARD + "-lead").get(upload("Seen")).status()).isEqualTo(200);
        }
        for (long end = System.nanoTime() + TO_CUT_OFF.toNanos(); wire().saying("Authorization", "Bearer demo-" + BOARD + "-officer").get(file).status() != 200;) {
            assertThat(System.nanoTime()).as("is given back once they have hung up").isLessThan(end);
        }
    }

    @Test
    @Order(2)
    void peopleWorkOnWhileStrangersFloodTheServer() throws IOException {
        Wire person = wire().signIn(BOARD + "-officer@example.org");
        TreeMap<String, Double> quiet = medians(person, QUIET_ROUNDS, Long.MAX_VALUE);
        TreeMap<String, Double> flooded;
        String file = upload(LONG);
        try (Download download = new Download(server, file, "demo-" + BOARD + "-officer"); Flood flood = new Flood(server, BOARD).all()) {
            flooded = medians(person, Integer.MAX_VALUE, System.nanoTime() + FLOODED.toNanos());
            long cutOff = System.nanoTime() + TO_CUT_OFF.toNanos();
            while (flood.left() > 0 && System.nanoTime() < cutOff) {
                medians(person, 1, cutOff);
            }
            assertThat(download.answer()).as("read slowly").startsWith("HTTP/1.1 200").endsWith("\r\n\r\n" + LONG);
            System.out.println("FloodIT: quiet " + Medians.shown(quiet) + ", flooded " + Medians.shown(flooded) + " by " + flood.counts() + ", of which " + flood.left() + " are left");
            assertThat(flood.left()).as("slow sockets").isZero();
        }
        long end = System.nanoTime() + TO_RECOVER.toNanos();
        TreeMap<String, Double> after = medians(person, 3, end);
        while (System.nanoTime() < end && Medians.isSlower(after, quiet, 2)) {
            after = medians(person, 3, end);
        }
        System.out.println("FloodIT: afterwards " + Medians.shown(after));
        assertThat(Medians.isSlower(flooded, quiet, TIMES_SLOWER)).as("%s, and flooded %s", Medians.shown(quiet), Medians.shown(flooded)).isFalse();
        assertThat(Medians.isSlower(after, quiet, 2)).as("%s, and afterwards %s", Medians.shown(quiet), Medians.shown(after)).isFalse();
        assertThat(server.log()).doesNotContain("OutOfMemoryError");
        assertThat(outcomes.faults()).isEmpty();
    }

    private String upload(String text) {
        String path = API + "investigations/" + walk.reference() + "/evidence";
        Wire.Answer made = wire().saying("Authorization", "Bearer demo-" + BOARD + "-officer").upload(path, "long.txt", bytes(text));
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        return path + "/" + new Gson().fromJson(made.body(), JsonObject.class).get("id").getAsLong() + "/file";
    }

    /** Half a server that goes on without memory is worse than none, which is started again. */
    @Test
    @Order(3)
    void withoutMemoryTheProcessEnds() {
        ProcessHandle process = ProcessHandle.of(server.pid()).orElseThrow();
        try {
            wire().get("/tests/test-hunger");
        } catch (UncheckedIOException cutOff) {
            assertThat(cutOff).hasMessageContaining("test-hunger");
        }
        assertThat(process.onExit().orTimeout(TO_END.toSeconds(), TimeUnit.SECONDS).handle((ended, late) -> late).join()).isNull();
    }

    /** In milliseconds, of everything somebody does in a round. */
    private static TreeMap<String, Double> medians(Wire person, int rounds, long end) {
        TreeMap<String, List<Double>> times = new TreeMap<>();
        for (int n = 0; n < rounds && System.nanoTime() < end || n == 0; n++) {
            time(times, "worklist", 200, () -> person.get("/" + BOARD + "/worklist"));
            time(times, "case", 200, () -> person.get("/" + BOARD + "/investigations/" + walk.reference()));
            time(times, "concern", 201, () -> person.send("POST", API + "concerns", "application/json", bytes(new Gson().toJson(Walk.concern()))));
        }
        TreeMap<String, Double> medians = new TreeMap<>();
        times.forEach((what, all) -> medians.put(what, Medians.of(all)));
        return medians;
    }

    private static void time(TreeMap<String, List<Double>> times, String what, int expected, Supplier<Wire.Answer> work) {
        long start = System.nanoTime();
        assertThat(work.get().status()).as(what).isEqualTo(expected);
        times.computeIfAbsent(what, any -> new ArrayList<>()).add((System.nanoTime() - start) / 1e6);
    }

    private Wire wire() {
        return new Wire(server, outcomes);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
