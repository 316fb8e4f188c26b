package org.probity.ear;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BooleanSupplier;

/** The REST API of one board. Remembers what it was told is done, so that a test can send it again. */
public class Api {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Gson JSON = new Gson();

    /** What the server said to a request. */
    public record Answer(int status, String body, String location, String entityTag) {

        public JsonObject json() {
            return JSON.fromJson(body, JsonObject.class);
        }

        boolean isDone() {
            return status / 100 == 2;
        }
    }

    private record Sent(String role, String path, String body, String key, Answer answer) {
    }

    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String address;
    private final String board;
    private final String tokens;
    private final List<Sent> acknowledged = Collections.synchronizedList(new ArrayList<>());

    public Api(Server server, String board) {
        this.address = server.address() + "/api/boards/" + board + "/";
        this.board = board;
        this.tokens = server.tokens();
    }

    public String board() {
        return board;
    }

    /** @param role as in the log-in, such as {@code officer2}; null for somebody without a token */
    public JsonObject get(String role, String path) {
        Answer answer = send(request(role, path).GET());
        assertThat(answer.status()).as("%s %s", path, answer.body()).isEqualTo(200);
        return answer.json();
    }

    /** Posts under a key of its own; the server has to do it. */
    public Answer post(String role, String path, Map<String, ?> body) {
        Answer answer = post(role, path, body, UUID.randomUUID().toString());
        assertThat(answer.isDone()).as("%s as %s: %d %s", path, role, answer.status(), answer.body()).isTrue();
        return answer;
    }

    /**
     * Posts under the key given, whatever comes of it.
     *
     * @throws UncheckedIOException where no answer comes
     */
    public Answer post(String role, String path, Map<String, ?> body, String key) {
        String json = JSON.toJson(body);
        Answer answer = post(role, path, json, key);
        if (answer.isDone()) {
            acknowledged.add(new Sent(role, path, json, key, answer));
        }
        return answer;
    }

    /** Posts without a key, whatever comes of it. */
    public Answer tryPost(String role, String path, Map<String, ?> body) {
        return send(request(role, path).header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(JSON.toJson(body))));
    }

    /** Deletes, whatever comes of it. */
    public Answer tryDelete(String role, String path) {
        return send(request(role, path).DELETE());
    }

    /** Gets, whatever comes of it. */
    public Answer tryGet(String role, String path) {
        return send(request(role, path).GET());
    }

    /** Sends everything again that was acknowledged: each has to be answered as the first time. */
    public void repeatAll() {
        for (Sent sent : List.copyOf(acknowledged)) {
            Answer again = post(sent.role(), sent.path(), sent.body(), sent.key());
            assertThat(again).as(sent.path()).isEqualTo(sent.answer());
        }
    }

    /** More than a day has gone by at the server: what was sent before is not repeated any more. */
    public void aDayLater() {
        acknowledged.clear();
    }

    /** Waits for what the server does by itself. */
    public static void await(String what, BooleanSupplier condition) {
        Instant end = Instant.now().plus(PATIENCE);
        while (!condition.getAsBoolean()) {
            assertThat(Instant.now()).as("still waiting: %s", what).isBefore(end);
            pause();
        }
    }

    private Answer post(String role, String path, String json, String key) {
        return send(request(role, path).header("Content-Type", "application/json").header("Idempotency-Key", key)
                .POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    private HttpRequest.Builder request(String role, String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + path)).timeout(PATIENCE);
        return role == null ? request : request.header("Authorization", "Bearer " + tokens + board + "-" + role);
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.body(), header(response, "Location"), header(response, "ETag"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String header(HttpResponse<String> response, String name) {
        return response.headers().firstValue(name).orElse(null);
    }

    private static void pause() {
        try {
            Thread.sleep(200);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
