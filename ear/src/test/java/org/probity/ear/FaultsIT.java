package org.probity.ear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Faults that pass by themselves: they are told plainly and briefly, and afterwards everything goes on. */
class FaultsIT {

    private static final int CLIENTS = 4;
    private static final Duration OUTAGE = Duration.ofSeconds(12);

    /** The first line and, where the minute turns, one with a count; of the log there is, besides, what the server says of itself. */
    private static final int FEW_LINES = 4;

    private static final int MILLIS_TO_NOTICE = 30_000;

    /** Bytes: far more than can be on the way to somebody who has gone. */
    private static final int MOST_SENT = 16 * 1024 * 1024;

    /** Connections, and fields of three letters on each: 127 KB. */
    private static final int MANY = 150;
    private static final int FIELDS = 26_000;
    private static final int SHORTEST = 36 * 36;

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
        assertThat(server.get("/health/ready").statusCode()).isEqualTo(200);
        long before = server.log().lines().count();
        Set<String> answers = ConcurrentHashMap.newKeySet();
        cable.pull();
        ask(answers);
        assertThat(server.get("/health/live").statusCode()).isEqualTo(200);
        String page = server.get("/nscb/report").body();
        cable.putBack();
        Api.await("it is ready again", () -> server.get("/health/ready").statusCode() == 200);
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

    /** From a member who has nothing to do with it, to a request that is not there: too many parts behind a large one. */
    @Test
    void aFormThatIsRefusedAtItsEndLeavesNothing() throws IOException {
        long files = temporary();
        String parts = "--odd\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.png\"\r\nContent-Type: image/png\r\n\r\n" + "x".repeat(2_000_000)
                + "\r\n--odd\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nb".repeat(200) + "\r\n--odd--\r\n";
        URI address = URI.create(server.address());
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            socket.setSoTimeout(MILLIS_TO_NOTICE);
            sendUntilRefused(socket, ("POST /api/boards/lscb/removal-requests/1/reply HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                    + "Authorization: Bearer demo-lscb-employee\r\nContent-Type: multipart/form-data; boundary=odd\r\nContent-Length: "
                    + parts.length() + "\r\n\r\n" + parts).getBytes(StandardCharsets.US_ASCII));
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII)).startsWith("HTTP/1.1 4");
        }
        Api.await("nothing is left", () -> temporary() == files);
    }

    /** The server's own line of a start with errors ends it; what a request brings stands in other lines. */
    @Test
    void noAddressEndsTheServer() throws IOException, InterruptedException {
        String cookies = IntStream.range(0, 60).mapToObj(i -> "a" + i + "=b").collect(Collectors.joining("; "));
        HttpRequest many = HttpRequest.newBuilder(URI.create(server.address() + "/WFLYSRV0026")).header("Cookie", cookies).build();
        assertThat(HttpClient.newHttpClient().send(many, BodyHandlers.ofString()).statusCode()).isEqualTo(400);
        assertThat(server.get("/WFLYSRV0026:").statusCode()).isEqualTo(404);
        assertThat(server.log()).doesNotContain("Probity does not start");
    }

    /** Undertow keeps a trailer field as it comes, however long it is; a few tens of megabytes were the end of the server. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"POST /signin|x", "POST /openapi|x", "GET /openapi|x", "POST /nowhere|x",
        "POST /api/boards/nscb/concerns|x", "TRACE /signin|x", "POST /signin|no host", "POST /.well-known/acme-challenge/a|x"})
    void noTrailerFillsTheMemory(String request, String host) throws IOException {
        try (Socket client = new Socket("127.0.0.1", URI.create(server.address()).getPort())) {
            OutputStream out = client.getOutputStream();
            out.write((request + " HTTP/1.1\r\nHost: " + host + "\r\nTransfer-Encoding: chunked\r\n\r\n1\r\na\r\n0\r\nx:").getBytes(StandardCharsets.US_ASCII));
            byte[] more = new byte[64 * 1024];
            Arrays.fill(more, (byte) 0xff);
            assertThatThrownBy(() -> {
                for (int sent = 0; sent < MOST_SENT; sent += more.length) {
                    out.write(more);
                }
            }).isInstanceOf(SocketException.class);
        }
        assertThat(server.get("/signin").statusCode()).isEqualTo(200);
    }

    /** Each field that is kept takes forty times the room of what was sent of it, and nobody has to send much. */
    @Test
    void noTrailersOfManyFillTheMemory() throws IOException {
        String fields = IntStream.range(0, FIELDS).mapToObj(i -> Integer.toString(SHORTEST + i, Character.MAX_RADIX) + ":\n").collect(Collectors.joining());
        byte[] request = ("POST /signin HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n" + fields).getBytes(StandardCharsets.US_ASCII);
        List<Socket> held = new ArrayList<>();
        try {
            for (int i = 0; i < MANY; i++) {
                held.add(new Socket("127.0.0.1", URI.create(server.address()).getPort()));
                sendUntilRefused(held.get(i), request);
            }
            assertThat(server.get("/signin").statusCode()).isEqualTo(200);
        } finally {
            for (Socket socket : held) {
                socket.close();
            }
        }
    }

    private static void sendUntilRefused(Socket socket, byte[] request) throws IOException {
        try {
            socket.getOutputStream().write(request);
        } catch (SocketException refused) {
            assertThat(socket.isConnected()).isTrue();
        }
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
                answers.add("ready " + told(server.get("/health/ready")));
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

    /** Files of the server for a while, and of all Java for a while beside it. */
    private static long temporary() {
        try (Stream<Path> all = Files.walk(server.base().resolve("tmp")); Stream<Path> others = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return all.filter(Files::isRegularFile).count() + others.filter(file -> file.getFileName().toString().startsWith("m4j")).count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
