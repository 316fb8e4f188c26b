package org.probity.ear.attack;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.probity.ear.Server;

/** A browser without a face: keeps cookies, sends forms, follows no redirect by itself. */
final class Wire {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String BOUNDARY = "a-line-that-is-in-no-payload";

    /** One name and value of a form; names may come more than once. */
    record Pair(String name, String value) {
    }

    record Answer(int status, String body, String location, String type, HttpHeaders headers) {

        String header(String name) {
            return headers.firstValue(name).orElse("");
        }

        boolean isPage() {
            return type.startsWith("text/html");
        }
    }

    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Map<String, String> cookies = new LinkedHashMap<>();
    private final Map<String, String> always = new LinkedHashMap<>();
    private final String address;
    private final Outcomes outcomes;
    private String passphrase = "probity-demo";
    private Answer landed;

    Wire(Server server, Outcomes outcomes) {
        this.address = server.address();
        this.outcomes = outcomes;
    }

    /** Sends that header with everything from now on; another value replaces the one before, null ends it. */
    Wire saying(String header, String value) {
        if (value == null) {
            always.remove(header);
        } else {
            always.put(header, value);
        }
        return this;
    }

    /** What the browser would send back, as it stands. */
    Map<String, String> cookies() {
        return cookies;
    }

    /** Signs in with that one from now on. */
    Wire knowing(String secret) {
        passphrase = secret;
        return this;
    }

    /** Somebody who has signed in; again where the session has ended meanwhile. */
    Wire signIn(String username) {
        Answer answer = trySignIn(username, passphrase);
        if (answer.location().isEmpty()) {
            throw new IllegalStateException(username + " could not sign in: " + answer.status());
        }
        return this;
    }

    /** Through the form, whatever comes of it. */
    Answer trySignIn(String username, String password) {
        Html.Form form = signInForm();
        return post(form, filled(form, username, password));
    }

    Html.Form signInForm() {
        return new Html(get("/signin").body()).forms().stream().filter(f -> f.fields().stream()
                .anyMatch(field -> field.type().equals("password"))).findFirst().orElseThrow();
    }

    static List<Pair> filled(Html.Form form, String username, String password) {
        return form.fields().stream().map(field -> new Pair(field.name(), switch (field.type()) {
            case "password" -> password;
            case "text", "email" -> username;
            default -> field.value();
        })).toList();
    }

    /** Sends the form on that page that has those fields, filled like this, and all others as they came. */
    Answer fill(String path, Map<String, String> values) {
        Html.Form form = new Html(get(path).body()).forms().stream().filter(one -> one.fields().stream().map(Html.Field::name)
                .collect(Collectors.toSet()).containsAll(values.keySet())).findFirst().orElseThrow(() -> new IllegalStateException("No form at " + path));
        List<Pair> pairs = form.fields().stream().map(field -> new Pair(field.name(), filled(field, values.get(field.name()))))
                .filter(pair -> pair.value() != null).toList();
        return post(form, pairs);
    }

    private static String filled(Html.Field field, String value) {
        boolean choice = field.type().matches("radio|checkbox");
        return value == null ? Places.honest(field) : !choice || field.value().equals(value) ? value : null;
    }

    /** The page to which the last form led. */
    Optional<Answer> landed() {
        return Optional.ofNullable(landed);
    }

    /** Anything else, such as a request to the API. */
    Answer send(String method, String path, String type, byte[] body) {
        HttpRequest.Builder request = request(path).method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        return send(method + " " + path, "request", type == null ? request : request.header("Content-Type", type));
    }

    /** A file to be kept as evidence, whatever it says that it is. */
    Answer upload(String path, String name, byte[] bytes) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        Map.of("title", "A file", "how", "Sent to us.").forEach((field, value) -> body.writeBytes(("--" + BOUNDARY
                + "\r\nContent-Disposition: form-data; name=\"" + field + "\"\r\n\r\n" + value + "\r\n").getBytes(StandardCharsets.UTF_8)));
        body.writeBytes(("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                + "\"\r\nContent-Type: text/html\r\n\r\n").getBytes(StandardCharsets.UTF_8));
        body.writeBytes(bytes);
        body.writeBytes(("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return send("POST", path, "multipart/form-data; boundary=" + BOUNDARY, body.toByteArray());
    }

    Answer get(String path) {
        return send("GET " + path, "page", request(path).GET());
    }

    /** Sends a form and, where it leads to another page, looks at that as well. */
    Answer post(Html.Form form, List<Pair> pairs) {
        landed = null;
        HttpRequest.Builder request = request(form.action());
        if (!always.containsKey("Origin")) {
            request.header("Origin", address);
        }
        if (form.method().equalsIgnoreCase("get")) {
            return get(form.action().replaceFirst("\\?.*", "") + "?" + encoded(pairs));
        }
        request = form.multipart() ? request.header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY).POST(parts(form, pairs))
                : request.header("Content-Type", "application/x-www-form-urlencoded").POST(BodyPublishers.ofString(encoded(pairs)));
        Answer answer = send("POST " + form.action(), "form", request);
        if (answer.location().startsWith("/")) {
            landed = get(answer.location());
        }
        return answer;
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + path.replace(" ", "%20").replaceFirst("#.*", "")))
                .timeout(PATIENCE);
        always.forEach(request::setHeader);
        return cookies.isEmpty() ? request : request.header("Cookie",
                cookies.entrySet().stream().map(c -> c.getKey() + "=" + c.getValue()).collect(Collectors.joining("; ")));
    }

    private Answer send(String what, String kind, HttpRequest.Builder request) {
        try {
            HttpResponse<byte[]> response = client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            response.headers().allValues("Set-Cookie").forEach(this::keep);
            Answer answer = new Answer(response.statusCode(), new String(response.body(), StandardCharsets.UTF_8),
                    response.headers().firstValue("Location").orElse(""), response.headers().firstValue("Content-Type").orElse(""),
                    response.headers());
            check(what, kind, answer, response);
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(what, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void check(String what, String kind, Answer answer, HttpResponse<byte[]> response) {
        outcomes.answered(what, kind, answer.status(), answer.type().startsWith("application/pdf") ? "" : answer.body());
        outcomes.headers(what, response.headers());
        if (answer.status() / 100 == 3) {
            outcomes.redirected(what, answer.location(), address);
        }
        if (answer.isPage() && !answer.header("Content-Disposition").startsWith("attachment")) {
            outcomes.page(what, new Html(answer.body()));
        }
    }

    private void keep(String cookie) {
        String[] pair = cookie.split(";", 2)[0].split("=", 2);
        if (HttpCookie.parse("Set-Cookie: " + cookie).get(0).hasExpired()) {
            cookies.remove(pair[0]);
        } else {
            cookies.put(pair[0], pair.length > 1 ? pair[1] : "");
        }
    }

    private static String encoded(List<Pair> pairs) {
        return pairs.stream().map(pair -> URLEncoder.encode(pair.name(), StandardCharsets.UTF_8) + "="
                + URLEncoder.encode(pair.value(), StandardCharsets.UTF_8)).collect(Collectors.joining("&"));
    }

    private static HttpRequest.BodyPublisher parts(Html.Form form, List<Pair> pairs) {
        List<String> files = form.fields().stream().filter(field -> field.type().equals("file")).map(Html.Field::name).toList();
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (Pair pair : pairs) {
            boolean file = files.contains(pair.name());
            String name = file ? "; filename=\"" + pair.value().replaceAll("[\r\n\"\0]", "_") + "\"\r\nContent-Type: text/html" : "";
            body.writeBytes(("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + pair.name() + "\"" + name + "\r\n\r\n"
                    + pair.value() + "\r\n").getBytes(StandardCharsets.UTF_8));
        }
        body.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return BodyPublishers.ofByteArray(body.toByteArray());
    }
}
