package org.probity.ear.isolation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.probity.ear.Server;

/** Somebody at a browser without a screen, or a program with a token. Follows no redirection by itself. */
final class Guest {

    private static final String FORM = "application/x-www-form-urlencoded";

    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).cookieHandler(cookies).build();
    private final Server server;

    Guest(Server server) {
        this.server = server;
    }

    /** @param account the part of the log-in before the at sign */
    Guest signIn(String account) {
        return signIn(account, "probity-demo");
    }

    Guest signIn(String account, String passphrase) {
        Reply in = tryToSignIn(account + "@example.org", passphrase);
        if (in.status() != 302 || in.headers().contains("/signin")) {
            throw new IllegalStateException(account + " cannot sign in: " + in);
        }
        return this;
    }

    Reply tryToSignIn(String username, String password) {
        Map<String, String> form = new LinkedHashMap<>(Fields.of(raw(request("/signin").GET())));
        form.put("username", username);
        form.put("password", password);
        return post("/signin", form);
    }

    /** Signs out that many times at the same moment, and looks at a page as often. */
    List<Reply> leave(int times, String path) {
        return World.together(Stream.generate(this::thief).limit(times).<Callable<Reply>>mapMulti((one, work) -> {
            work.accept(() -> one.post("/signout", Map.of()));
            work.accept(() -> one.get(path));
        }).toList());
    }

    /** Somebody else who got hold of this one's session. */
    Guest thief() {
        Guest thief = new Guest(server);
        for (HttpCookie cookie : cookies.getCookieStore().getCookies()) {
            thief.cookies.getCookieStore().add(URI.create(server.address()), cookie);
        }
        return thief;
    }

    Reply get(String path, String... headers) {
        return Reply.of(send(with(headers, request(path).GET())));
    }

    /** The page as it came, with its view state. */
    String page(String path) {
        return raw(request(path).GET());
    }

    Reply post(String path, Map<String, String> form, String... headers) {
        String body = form.entrySet().stream().map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        return send("POST", path, FORM, BodyPublishers.ofString(body), headers);
    }

    /** The same as a script of the page would send it: all of it acts, all of it is drawn again. */
    Reply ajax(String path, Map<String, String> form) {
        Map<String, String> all = new LinkedHashMap<>(form);
        all.putAll(Map.of("jakarta.faces.partial.ajax", "true", "jakarta.faces.partial.execute", "@all", "jakarta.faces.partial.render", "@all",
                "jakarta.faces.source", "form"));
        return post(path, all, "Faces-Request", "partial/ajax");
    }

    Reply send(String method, String path, String type, BodyPublisher body, String... headers) {
        HttpRequest.Builder request = with(headers, request(path)).method(method, body);
        return Reply.of(send(type == null ? request : request.header("Content-Type", type)));
    }

    private static HttpRequest.Builder with(String[] headers, HttpRequest.Builder request) {
        return headers.length == 0 ? request : request.headers(headers);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(server.address() + path));
    }

    private String raw(HttpRequest.Builder request) {
        return send(request).body();
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
