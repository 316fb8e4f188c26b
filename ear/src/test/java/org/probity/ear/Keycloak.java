package org.probity.ear;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.probity.ear.pages.KeycloakPage;

/**
 * A real OpenID provider, with a realm for each of two boards, everything in memory. It listens at a loopback address other
 * than Probity's, so that a browser takes the two for two sites, as they are in life.
 */
final class Keycloak implements AutoCloseable {

    private static final String ADMIN = "keycloak-admin";
    private static final Duration TO_START = Duration.ofSeconds(180);

    private final HttpClient client = Server.client();
    private final String address;
    private final Process process;
    private final Path log;

    private Keycloak(int port) throws IOException {
        Path home = Path.of(System.getProperty("probity.keycloak"));
        Path realms = Files.createDirectories(home.resolve("data/import"));
        for (String realm : new String[] {"chscb", "nscb"}) {
            Files.copy(Path.of("src/test/resources/keycloak", realm + ".json"), realms.resolve(realm + ".json"),
                    java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        }
        address = "http://127.0.0.2:" + port;
        log = home.resolve("console.log");
        ProcessBuilder builder = new ProcessBuilder("bash", home.resolve("bin/kc.sh").toString(), "start-dev", "--db=dev-mem", "--cache=local",
                "--http-host=127.0.0.2", "--http-port=" + port, "--import-realm", "--metrics-enabled=false", "--health-enabled=false")
                .redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().putAll(Map.of("JAVA_OPTS_KC_HEAP", "-Xms64m -Xmx256m", "JAVA_OPTS_APPEND", "-XX:TieredStopAtLevel=1",
                "JAVA_HOME", System.getProperty("java.home"), "KC_BOOTSTRAP_ADMIN_USERNAME", ADMIN, "KC_BOOTSTRAP_ADMIN_PASSWORD", ADMIN));
        process = builder.start();
        Runtime.getRuntime().addShutdownHook(new Thread(this::close));
    }

    /** Sets out to start; {@link #await} waits until it is there. */
    static Keycloak start(int port) {
        try {
            return new Keycloak(port);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Keycloak await() {
        Instant end = Instant.now().plus(TO_START);
        while (!answers()) {
            if (!process.isAlive() || Instant.now().isAfter(end)) {
                close();
                throw new IllegalStateException("Keycloak did not start; see " + log);
            }
            pause();
        }
        return this;
    }

    String issuer(String realm) {
        return address + "/realms/" + realm;
    }

    /** Gives somebody another address, verified. */
    void changeEmail(String realm, String username, String email) {
        send(user(realm, username).header("Content-Type", "application/json").PUT(HttpRequest.BodyPublishers.ofString(
                described(username, email, ""))));
    }

    /** Takes somebody's account away and gives that address to a new one of the same name. */
    void replace(String realm, String username, String email) {
        send(user(realm, username).DELETE());
        send(administering("/admin/realms/" + realm + "/users").header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(described(username, email,
                        ",\"credentials\":[{\"type\":\"password\",\"value\":\"" + KeycloakPage.PASSWORD + "\"}]"))));
    }

    private static String described(String username, String email, String more) {
        return "{\"username\":\"" + username + "\",\"firstName\":\"Changed\",\"lastName\":\"Example\",\"email\":\"" + email
                + "\",\"emailVerified\":true,\"enabled\":true" + more + "}";
    }

    private HttpRequest.Builder user(String realm, String username) {
        String users = "/admin/realms/" + realm + "/users";
        return administering(users + "/" + found("\"id\":\"([^\"]+)\"", send(administering(users + "?exact=true&username=" + username))));
    }

    private HttpRequest.Builder administering(String path) {
        String token = found("\"access_token\":\"([^\"]+)\"", send(HttpRequest.newBuilder(
                URI.create(issuer("master") + "/protocol/openid-connect/token")).header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("grant_type=password&client_id=admin-cli&username=" + ADMIN + "&password=" + ADMIN))));
        return HttpRequest.newBuilder(URI.create(address + path)).header("Authorization", "Bearer " + token);
    }

    private String send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() >= 300) {
                throw new IllegalStateException("Keycloak answered " + answer.statusCode() + ": " + answer.body());
            }
            return answer.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String found(String pattern, String text) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        if (!matcher.find()) {
            throw new IllegalStateException("No " + pattern + " in " + text);
        }
        return matcher.group(1);
    }

    private boolean answers() {
        try {
            send(HttpRequest.newBuilder(URI.create(issuer("nscb") + "/.well-known/openid-configuration")));
            return true;
        } catch (UncheckedIOException | IllegalStateException notYet) {
            return false;
        }
    }

    /** Ends it and everything it started. */
    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    private static void pause() {
        try {
            Thread.sleep(300);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
