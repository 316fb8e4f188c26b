package org.probity.ear.attack;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.probity.ear.Server;
import org.probity.ear.attack.Coverage.Place;

/** Every path segment, parameter, header and field of every operation that {@code /openapi} describes, with every class of payload. */
final class ApiAttack {

    /** Each meets another class from operation to operation. */
    private static final List<String> HEADERS = List.of("Authorization", "Accept-Language", "Accept", "Idempotency-Key", "If-Match",
            "Content-Type", "Cookie", "X-Forwarded-For", "X-Forwarded-Host", "Origin", "Range", "X-HTTP-Method-Override");

    /** What is JSON, and meant to break its reader: one reader for all operations, each of which gets so many of them in turn. */
    private static final int BOMBS_EACH = 4;
    private static final List<String> BOMBS = List.of("[".repeat(20_000), "{\"a\":".repeat(5_000) + "1" + "}".repeat(5_000),
            "{\"what\":1e999999999}", "{\"id\":1e999999999,\"subjectId\":1e999999999,\"organisationId\":-1e-999999999}",
            "{\"what\":\"a\",\"what\":\"b\"}", "{\"what\":\"\\ud800\"}", "{\"what\":\"\\u0000\"}", "\uFEFF{}", "{}{}", "{\"__proto__\":{}}",
            "{\"@class\":\"java.lang.Runtime\"}", "<x/>", "what=a&what=b", "{" + "\"k\":1,".repeat(20_000) + "\"z\":1}");

    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String address;
    private final String board;
    private final String reference;
    private final Outcomes outcomes;
    private final JsonObject api;
    private int turn;
    private int bomb;

    ApiAttack(Server server, String board, String reference, Outcomes outcomes) {
        this.address = server.address();
        this.board = board;
        this.reference = reference;
        this.outcomes = outcomes;
        this.api = new Gson().fromJson(send("GET /openapi", "openapi", HttpRequest.newBuilder(URI.create(address + "/openapi"))
                .header("Accept", "application/json").GET()), JsonObject.class);
    }

    void run() {
        attackAll();
        Coverage coverage = outcomes.coverage();
        String list = "/api/boards/{board}/investigations";
        for (Payload kind : Payload.values()) {
            coverage.missing(Place.PATH, kind).forEach(payload -> parameter("GET", list + "/{reference}", "path", "reference", kind, payload));
            coverage.missing(Place.QUERY, kind).forEach(payload -> parameter("GET", list, "query", "q", kind, payload));
            coverage.missing(Place.HEADER, kind).forEach(payload -> header("GET", list, "Accept-Language", kind, payload));
            coverage.missing(Place.JSON, kind).forEach(payload -> body("POST", "/api/boards/{board}/concerns", kind,
                    new Field("what", text -> "{\"what\":" + new Gson().toJson(text) + "}"), payload));
        }
    }

    private void attackAll() {
        api.getAsJsonObject("paths").entrySet().forEach(path -> path.getValue().getAsJsonObject().entrySet().stream()
                .filter(operation -> operation.getValue().isJsonObject() && operation.getValue().getAsJsonObject().has("responses"))
                .forEach(operation -> attack(operation.getKey().toUpperCase(java.util.Locale.ROOT), path.getKey(),
                        operation.getValue().getAsJsonObject())));
    }

    private void attack(String method, String path, JsonObject operation) {
        outcomes.count("operations of the API");
        for (JsonElement parameter : list(operation, "parameters")) {
            JsonObject described = parameter.getAsJsonObject();
            if (described.has("in")) {
                String in = described.get("in").getAsString();
                for (Payload kind : Payload.values()) {
                    parameter(method, path, in, described.get("name").getAsString(), kind, outcomes.coverage().next(place(in), kind));
                }
            }
        }
        for (String header : HEADERS) {
            Payload kind = Payload.values()[(turn++ + turn / HEADERS.size()) % Payload.values().length];
            header(method, path, header, kind, outcomes.coverage().next(Place.HEADER, kind));
        }
        if (operation.has("requestBody")) {
            body(method, path, operation.getAsJsonObject("requestBody").getAsJsonObject("content"));
        }
    }

    private static Place place(String in) {
        return switch (in) {
            case "path" -> Place.PATH;
            case "query" -> Place.QUERY;
            default -> Place.HEADER;
        };
    }

    private void parameter(String method, String path, String in, String name, Payload kind, String payload) {
        outcomes.coverage().met(place(in), method + " " + path + " " + name, kind, payload);
        if (in.equals("path")) {
            send(method, kind, path, honest(path.replace("{" + name + "}", encoded(payload))), "{}");
            if (payload.indexOf('%') >= 0 && payload.matches("[!-~]*") && !payload.matches(".*%(?![0-9a-fA-F]{2}).*") && payload.matches("[A-Za-z0-9%./;:_-]*")) {
                send(method, kind, path, honest(path.replace("{" + name + "}", payload)), "{}");
            }
        } else if (in.equals("query")) {
            send(method, kind, path, honest(path) + "?" + name + "=" + encoded(payload) + "&" + name + "=1", "{}");
        } else {
            header(method, path, name, kind, payload);
        }
    }

    private void header(String method, String path, String header, Payload kind, String payload) {
        outcomes.coverage().met(Place.HEADER, header, kind, payload);
        String plain = payload.replaceAll("[^ -~]", "");
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + honest(path)));
        if (!header.equals("Authorization")) {
            request.header("Authorization", token());
        }
        request.header(header, header.equals("Authorization") ? "Bearer " + plain : plain);
        if (!header.equals("Content-Type")) {
            request.header("Content-Type", "application/json");
        }
        send(method + " " + path + " " + header, kind.name(), request.method(method, content(method, "{}")));
    }

    private void body(String method, String path, JsonObject content) {
        JsonObject schema = content.getAsJsonObject("application/json").getAsJsonObject("schema");
        List<Field> fields = fields(schema, 0);
        fields.add(new Field("", payload -> payload));
        for (Payload kind : Payload.values()) {
            fields.forEach(field -> body(method, path, kind, field, outcomes.coverage().next(Place.JSON, kind)));
        }
        for (int n = 0; n < BOMBS_EACH; n++) {
            send(method, Payload.XML, path, honest(path), BOMBS.get(bomb++ % BOMBS.size()));
        }
    }

    private void body(String method, String path, Payload kind, Field field, String payload) {
        outcomes.coverage().met(Place.JSON, method + " " + path + " " + field.name(), kind, payload);
        send(method, kind, path, honest(path), field.body().apply(payload));
        outcomes.count("fields of the API attacked, times");
    }

    /** @param body the whole body with one text in that field */
    private record Field(String name, UnaryOperator<String> body) {
    }

    /** A body with one field in it, for each field there is, however deep. */
    private List<Field> fields(JsonObject schema, int depth) {
        List<Field> fields = new ArrayList<>();
        JsonObject resolved = resolved(schema);
        if (resolved.has("properties") && depth < 4) {
            resolved.getAsJsonObject("properties").entrySet().forEach(property -> {
                String start = "{\"" + property.getKey() + "\":";
                fields.add(new Field(property.getKey(), payload -> start + new Gson().toJson(payload) + "}"));
                JsonObject inner = property.getValue().getAsJsonObject();
                boolean array = inner.has("items");
                fields(array ? inner.getAsJsonObject("items") : inner, depth + 1).forEach(field -> fields.add(new Field(
                        property.getKey() + "." + field.name(),
                        payload -> start + (array ? "[" : "") + field.body().apply(payload) + (array ? "]" : "") + "}")));
            });
        }
        return fields;
    }

    private JsonObject resolved(JsonObject schema) {
        return schema.has("$ref") ? api.getAsJsonObject("components").getAsJsonObject("schemas")
                .getAsJsonObject(schema.get("$ref").getAsString().replaceFirst(".*/", "")) : schema;
    }

    private void send(String method, Payload kind, String path, String target, String body) {
        send(method + " " + path, kind.name(), HttpRequest.newBuilder(URI.create(address + target)).header("Authorization", token())
                .header("Content-Type", "application/json").method(method, content(method, body)));
    }

    private static HttpRequest.BodyPublisher content(String method, String body) {
        return method.equals("GET") || method.equals("DELETE") ? BodyPublishers.noBody() : BodyPublishers.ofString(body);
    }

    private String send(String what, String kind, HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = client.send(request.timeout(Duration.ofSeconds(30)).build(), HttpResponse.BodyHandlers.ofString());
            outcomes.answered(what, kind, response.statusCode(), response.body());
            String type = response.headers().firstValue("Content-Type").orElse("");
            if (response.statusCode() / 100 != 2 && !type.startsWith("application/problem+json") && !response.body().isEmpty()) {
                outcomes.fault(what + " answered " + response.statusCode() + " as " + type);
            }
            if (!response.body().isEmpty() || response.statusCode() != 400) {
                outcomes.headers(what, response.headers());
            }
            return response.body();
        } catch (IOException e) {
            throw new UncheckedIOException(what, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private String token() {
        return "Bearer demo-" + board + "-officer";
    }

    private String honest(String path) {
        return path.replace("{board}", board).replace("{reference}", reference).replaceAll("\\{\\w+}", "1");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static JsonArray list(JsonObject of, String name) {
        return of.has(name) ? of.getAsJsonArray(name) : new JsonArray();
    }

}
