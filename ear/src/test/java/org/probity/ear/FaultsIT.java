package org.probity.ear;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Faults that pass by themselves: they are told plainly and briefly, and afterwards everything goes on. */
class FaultsIT {

    private static final int CLIENTS = 4;
    private static final Duration OUTAGE = Duration.ofSeconds(12);

    /** The first line and, where the minute turns, one with a count; of the log there is, besides, what the server says of itself. */
    private static final int FEW_LINES = 4;

    private static final int MILLIS_TO_NOTICE = 30_000;

    private static PostgresServer database;
    private static Cable cable;
    private static Postbox postbox;
    private static Server server;

    @BeforeAll
    static void start() throws IOException, SQLException {
        database = PostgresServer.start();
        cable = new Cable(URI.create(database.url().substring("jdbc:".length())).getPort());
        postbox = new Postbox();
        Map<String, String> settings = new HashMap<>(database.environment());
        settings.put("PROBITY_DB_URL", "jdbc:postgresql://127.0.0.1:" + cable.port() + "/probity");
        server = Server.named("faults", 1840).with(settings).with(postbox.environment()).start();
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
        cable.close();
        postbox.close();
        database.close();
    }

    @Test
    void aLostDatabaseIsToldInALineAndWhenItIsBackEverythingGoesOn() throws IOException {
        Api api = new Api(server, "nscb");
        concern(api);
        assertThat(server.get("/-/ready").statusCode()).isEqualTo(200);
        long before = server.log().lines().count();
        Set<String> answers = ConcurrentHashMap.newKeySet();
        cable.pull();
        ask(answers);
        String page = server.get("/nscb/report").body();
        cable.putBack();
        Api.await("it is ready again", () -> server.get("/-/ready").statusCode() == 200);
        Api.await("the log says so", () -> server.log().contains("The database answers again"));

        assertThat(answers).containsExactlyInAnyOrder("page 503 text/html 10", "api 503 application/problem+json 10",
                "ready 503 text/html 10");
        assertThat(page).contains("Probity cannot reach its database", "Ni all Probity gyrraedd", "This is a demonstration");
        List<String> told = server.log().lines().skip(before).toList();
        assertThat(told).filteredOn(line -> line.contains("The database is away")).isNotEmpty();
        assertThat(told).hasSizeLessThanOrEqualTo(FEW_LINES);
        int letters = postbox.letters().size();
        concern(api);
        Api.await("mail goes out", () -> postbox.letters().size() > letters);
        assertThat(postbox.letters()).extracting(Postbox.Letter::id).doesNotHaveDuplicates();
    }

    @Test
    void anUploadThatIsCutHalfWayLeavesNothingAndALine() throws IOException {
        Api api = new Api(server, "lscb");
        String reference = concern(api);
        long files = temporary();
        long before = server.log().lines().count();
        URI address = URI.create(server.address());
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            socket.getOutputStream().write(("POST /api/boards/lscb/investigations/" + reference + "/evidence HTTP/1.1\r\nHost: localhost\r\n"
                    + "Authorization: Bearer demo-lscb-officer\r\nContent-Type: multipart/form-data; boundary=cut\r\nContent-Length: 1000000\r\n\r\n"
                    + "--cut\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.png\"\r\nContent-Type: image/png\r\n\r\n"
                    + "x".repeat(300_000)).getBytes(StandardCharsets.US_ASCII));
            socket.shutdownOutput();
            socket.setSoTimeout(MILLIS_TO_NOTICE);
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII)).doesNotContain("HTTP/1.1 2", "HTTP/1.1 5");
        }
        Api.await("nothing is left", () -> temporary() == files);
        assertThat(server.log().lines().skip(before)).hasSizeLessThanOrEqualTo(1);
        assertThat(api.get("officer", "investigations/" + reference + "/evidence").get("total").getAsInt()).isZero();
    }

    @Test
    void everyPageAndAnswerOfADemonstrationSaysThatItIsOne() {
        for (String page : List.of("/signin", "/nscb/signin", "/nscb/report", "/forgotten", "/nowhere", "/signin?language=xx")) {
            assertThat(server.get(page).body()).as(page).contains("This is a demonstration");
        }
        assertThat(server.get("/api/boards/nscb/policy").headers().firstValue("Probity-Installation")).contains("demo");
        assertThat(server.get("/api/boards/nowhere/policy").headers().firstValue("Probity-Installation")).contains("demo");
    }

    /** Everything that can be asked, from several at a time, for as long as the cable is out. */
    private static void ask(Set<String> answers) {
        Instant end = Instant.now().plus(OUTAGE);
        CompletableFuture.allOf(IntStream.range(0, CLIENTS).mapToObj(client -> CompletableFuture.runAsync(() -> {
            while (Instant.now().isBefore(end)) {
                answers.add("page " + told(server.get("/nscb/report")));
                answers.add("api " + told(server.get("/api/boards/nscb/policy")));
                answers.add("ready " + told(server.get("/-/ready")));
            }
        })).toArray(CompletableFuture[]::new)).join();
    }

    private static String told(HttpResponse<String> answer) {
        return answer.statusCode() + " " + answer.headers().firstValue("Content-Type").orElse("").replaceFirst(";.*", "") + " "
                + answer.headers().firstValue("Retry-After").orElse("");
    }

    private static String concern(Api api) {
        return api.post("officer", "concerns", Walk.concern()).json().get("reference").getAsString();
    }

    private static long temporary() {
        try (Stream<Path> all = Files.walk(server.base().resolve("tmp"))) {
            return all.filter(Files::isRegularFile).count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
