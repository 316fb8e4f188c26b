package org.probity.ear;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.probity.ear.clock.MovableClock;

/** Probity in a process of its own, with its own data, to be started, stopped, killed and started again by a test. */
public final class Server implements AutoCloseable {

    private static final int HTTP_PORT = 8080;

    /** Tests try more often than people do; those of the limits set their own. */
    private static final String NO_LIMITS = "all=999999999/1";
    private static final Duration TO_START = Duration.ofSeconds(420);
    private static final Duration TO_STOP = Duration.ofSeconds(30);
    private static final Pattern TOO_EARLY = Pattern.compile("ServiceNotFoundException: service jboss\\.persistenceunit\\S+ not found");

    private final Path base;
    private final int portOffset;
    /** A demonstration wherever it stands, where people stay signed in however far the clock of a test is moved. */
    private final Map<String, String> environment = new HashMap<>(Map.of("PROBITY_SESSION_MINUTES", "999999", "PROBITY_SESSION_HOURS", "99999", "PROBITY_SESSIONS", "9999",
            "PROBITY_DEMO", "true"));
    private Duration ahead = Duration.ZERO;
    private boolean movable;
    private Process process;

    private Server(Path base, int portOffset) {
        this.base = base;
        this.portOffset = portOffset;
    }

    /**
     * A server that is not running yet and has no data.
     *
     * @param name       its folder under the build's output, emptied first
     * @param portOffset what is added to every port; each server of a test run has its own, 100 or more
     */
    public static Server named(String name, int portOffset) {
        Path base = Path.of(System.getProperty("probity.servers"), name);
        try {
            Launch.prepare(home(), base);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Server(base, portOffset);
    }

    /** Gives it the clock that {@link #advance} moves. */
    public Server withMovableClock() {
        return deploying(Deployments.probity());
    }

    /** Gives it an EAR that {@link Deployments} made. */
    public Server deploying(EnterpriseArchive ear) {
        ear.as(ZipExporter.class).exportTo(base.resolve("deployments/probity.ear").toFile(), true);
        this.movable = true;
        return this;
    }

    public Server with(Map<String, String> settings) {
        environment.putAll(settings);
        return this;
    }

    public Server without(String setting) {
        environment.remove(setting);
        return this;
    }

    /**
     * Starts it and waits until the sign-in page answers. Where modules start in order, WildFly lets no bean wait for the persistence unit of
     * a module (WFLY-14923): a start in which one came too early ends the process, as it has to, and whoever runs it starts it again.
     */
    public Server start() {
        launch();
        try {
            awaitSignInPage(base.resolve("console.log"));
        } catch (IllegalStateException failed) {
            if (!TOO_EARLY.matcher(log()).find()) {
                throw failed;
            }
            launch();
            awaitSignInPage(base.resolve("console.log"));
        }
        return this;
    }

    /** Starts it and waits until it has ended by itself. @return its status */
    public int startInVain() {
        launch();
        try {
            if (!process.waitFor(TO_START.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException("The server did not end; see " + base.resolve("console.log"));
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void launch() {
        try {
            ProcessBuilder.Redirect console = ProcessBuilder.Redirect.appendTo(base.resolve("console.log").toFile());
            ProcessBuilder builder = new ProcessBuilder(Launch.command(home(), base, data(), portOffset)).redirectErrorStream(true).redirectOutput(console);
            builder.environment().keySet().removeIf(key -> key.startsWith("PROBITY_"));
            builder.environment().put("PROBITY_LIMITS", NO_LIMITS);
            builder.environment().putAll(Preparation.before(home(), base, data(), environment, console));
            builder.environment().put(MovableClock.STARTS_AHEAD, ahead.toString());
            process = builder.start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends it in good order. */
    public void stop() {
        process.destroy();
        awaitEnd();
    }

    /** Ends it as a power cut would: {@code kill -9}. */
    public void kill() {
        process.destroyForcibly();
        awaitEnd();
    }

    public String address() {
        return "http://127.0.0.1:" + (HTTP_PORT + portOffset);
    }

    /** Whether it listens at that address of this machine, at that port. */
    public boolean listening(String address, int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(address, port + portOffset), 1000);
            return true;
        } catch (IOException refused) {
            return false;
        }
    }

    /** Moves its clock on; only for a server with a movable clock. A clock that was moved stays so when it is started again. */
    public Instant advance(Duration by) {
        ahead = ahead.plus(by);
        return Instant.parse(get("/tests/test-clock?advance=" + by).body());
    }

    /** Starts it again after a time in which it was down; only for a server with a movable clock. */
    public Server startAfter(Duration down) {
        ahead = ahead.plus(down);
        return start();
    }

    /** The time its clock shows. */
    public Instant now() {
        return Instant.now().plus(ahead);
    }

    /** The first column of what a select finds; only for a server with a movable clock. */
    public List<String> rows(String select) {
        HttpResponse<String> answer = get("/tests/test-rows?select=" + URLEncoder.encode(select, StandardCharsets.UTF_8));
        if (answer.statusCode() != HttpURLConnection.HTTP_OK) {
            throw new IllegalStateException(answer.body());
        }
        return answer.body().lines().toList();
    }

    /** What tokens for its API start with, before {@code <board>-<role>}: a real installation takes no well-known ones. */
    String tokens() {
        return "false".equals(environment.get("PROBITY_DEMO")) ? "theirs-" : "demo-";
    }

    /** Changes rows past every rule; only for a server with a movable clock, on the embedded database. @return how many */
    public int change(String sql) {
        HttpResponse<String> answer = send(HttpRequest.newBuilder(URI.create(address() + "/tests/test-rows?change="
                + URLEncoder.encode(sql, StandardCharsets.UTF_8))).POST(HttpRequest.BodyPublishers.noBody()));
        if (answer.statusCode() != HttpURLConnection.HTTP_OK) {
            throw new IllegalStateException(answer.body());
        }
        return Integer.parseInt(answer.body().strip());
    }

    /** Adds a board; only for a server with a movable clock. @param like that of the demonstration which it is made like @return its slug */
    String addBoard(String like, String slug) {
        HttpResponse<String> answer = send(HttpRequest.newBuilder(URI.create(address() + "/tests/test-boards?like=" + like + "&slug=" + slug))
                .POST(HttpRequest.BodyPublishers.noBody()));
        if (answer.statusCode() != HttpURLConnection.HTTP_OK) {
            throw new IllegalStateException(answer.body());
        }
        return slug;
    }

    public String log() {
        try {
            return Files.readString(base.resolve("console.log"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the server itself writes down, beside what comes out of its process. */
    public String logFile() {
        try {
            return Files.readString(base.resolve("log/server.log"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What it left for its operator in a file of the data folder, rather than in its log. */
    public String left(String file) {
        try {
            return Files.readString(data().resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where everything of it lies. */
    Path base() {
        return base;
    }

    private Path data() {
        return base.resolve("data/probity");
    }

    public long pid() {
        return process.pid();
    }

    @Override
    public void close() {
        if (process != null && process.isAlive()) {
            stop();
        }
    }

    /** One that does not ask for HTTP/2 first, whose answer is now and then taken for a frame; new, since servers come and go. */
    static HttpClient client() {
        return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    }

    HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(URI.create(address() + path)));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client().send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void awaitSignInPage(Path log) {
        Instant end = Instant.now().plus(TO_START);
        while (!answers()) {
            if (!process.isAlive() || Instant.now().isAfter(end)) {
                process.destroyForcibly();
                throw new IllegalStateException("The server did not serve its sign-in page; see " + log + ServerLog.errorsIn(log));
            }
            pause();
        }
    }

    private boolean answers() {
        try {
            return get("/signin").statusCode() == 200 && (!movable || get("/tests/test-clock").statusCode() == 200);
        } catch (UncheckedIOException notYet) {
            return false;
        }
    }

    private void awaitEnd() {
        try {
            if (!process.waitFor(TO_STOP.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(200);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Path home() {
        return Path.of(System.getProperty("probity.server"));
    }
}
