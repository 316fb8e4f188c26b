package org.probity.ear.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.probity.ear.Server;
import org.probity.ear.Walk;

/** Requests to one board as they go over the wire, whatever comes of them. */
final class Rest {

    private static final Gson JSON = new Gson();
    private static final String BOUNDARY = "a-line-that-is-in-no-file";

    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Server server;
    private final String board;

    Rest(Server server, String board) {
        this.server = server;
        this.board = board;
    }

    /** What came back. */
    record Answer(int status, String body, HttpHeaders headers) {

        JsonObject json() {
            return JSON.fromJson(body, JsonObject.class);
        }

        String header(String name) {
            return headers.firstValue(name).orElse(null);
        }

        /** The fields a problem names. */
        List<String> fields() {
            return Walk.objects(json(), "errors").map(error -> error.get("field").getAsString()).toList();
        }

        /** What it says is wrong with that field. */
        String message(String field) {
            return Walk.objects(json(), "errors").filter(error -> error.get("field").getAsString().equals(field)).findFirst()
                    .orElseThrow().get("message").getAsString();
        }

        long id() {
            return json().get("id").getAsLong();
        }

        /** A problem of that status, with nothing of our insides in it. */
        Answer problem(int expected) {
            assertThat(status).as(body).isEqualTo(expected);
            assertThat(header("Content-Type")).startsWith("application/problem+json");
            assertThat(json().get("status").getAsInt()).isEqualTo(expected);
            assertThat(json().get("detail").getAsString()).isNotBlank();
            assertThat(body).doesNotContain("Exception", "org.probity", "???");
            return this;
        }

        Answer done() {
            assertThat(status / 100).as("%d %s", status, body).isEqualTo(2);
            return this;
        }
    }

    /** @param who role, or null for nobody */
    Answer get(String who, String path, String... headers) {
        return send(request(who, path, headers).GET());
    }

    Answer post(String who, String path, Map<String, ?> body, String... headers) {
        return post(who, path, JSON.toJson(body), headers);
    }

    Answer post(String who, String path, String json, String... headers) {
        return send(request(who, path, headers).header("Content-Type", "application/json").POST(BodyPublishers.ofString(json)));
    }

    Answer send(String method, String who, String path, String... headers) {
        return send(request(who, path, headers).method(method, BodyPublishers.noBody()));
    }

    /** A form with one file. */
    Answer upload(String who, String path, Map<String, String> fields, String part, String fileName, byte[] file, String... headers) {
        ByteArrayOutputStream form = new ByteArrayOutputStream();
        fields.forEach((name, value) -> part(form, "name=\"" + name + "\"", "text/plain", value.getBytes(StandardCharsets.UTF_8)));
        part(form, "name=\"%s\"; filename=\"%s\"".formatted(part, fileName), "application/octet-stream", file);
        form.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return send(request(who, path, headers).header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(BodyPublishers.ofByteArray(form.toByteArray())));
    }

    private static void part(ByteArrayOutputStream form, String disposition, String type, byte[] content) {
        form.writeBytes("--%s\r\nContent-Disposition: form-data; %s\r\nContent-Type: %s\r\n\r\n".formatted(BOUNDARY, disposition, type)
                .getBytes(StandardCharsets.UTF_8));
        form.writeBytes(content);
        form.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
    }

    private HttpRequest.Builder request(String who, String path, String... headers) {
        String address = path.startsWith("/") ? path : "/api/boards/" + board + "/" + path;
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server.address() + address));
        if (who != null) {
            request.header("Authorization", "Bearer " + (who.contains("-") ? who : "demo-" + board + "-" + who));
        }
        return headers.length == 0 ? request : request.headers(headers);
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            var response = client.send(request.build(), BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.body(), response.headers());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The entry of a list that has that name. */
    static JsonObject named(Answer list, String name) {
        return Walk.objects(list.done().json(), "items").filter(one -> one.get("name").getAsString().equals(name)).findFirst().orElseThrow();
    }

    /** The n-th of several acts. */
    interface Nth {
        Callable<Answer> of(int n);
    }

    /** So many acts at the same moment. */
    static List<Answer> atOnce(int people, Nth act) {
        ExecutorService threads = Executors.newFixedThreadPool(people);
        try {
            List<Callable<Answer>> acts = new ArrayList<>();
            for (int n = 0; n < people; n++) {
                acts.add(act.of(n));
            }
            List<Answer> answers = new ArrayList<>();
            for (Future<Answer> answer : threads.invokeAll(acts)) {
                answers.add(answer.get());
            }
            return answers;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        } finally {
            threads.shutdown();
        }
    }
}
