package org.probity.ear;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Starts that go wrong end, and say why in one line; a start adds nothing to what is there, and leaves nothing open to others. */
class StartIT {

    private static final String NOT_STARTED = "Probity does not start: ";

    @Test
    void aStartThatFailsEndsTheProcessAndSaysWhy() {
        assertThat(failed("start-setting", 1810, Map.of("PROBITY_MAIL_FROM", "nobody", "PROBITY_DB_POOL", "many")))
                .contains(NOT_STARTED + "PROBITY_DB_POOL has to be a number from 2 to 1000; PROBITY_MAIL_FROM has to be an e-mail address");
        Map<String, String> nobodyListens = Map.of("PROBITY_DB_DRIVER", "postgresql", "PROBITY_DB_URL", "jdbc:postgresql://127.0.0.1:1/probity",
                "PROBITY_DB_USER", "probity", "PROBITY_DB_PASSWORD", "a secret");
        assertThat(failed("start-database", 1820, nobodyListens)).contains(NOT_STARTED).contains("Connection refused")
                .doesNotContain("a secret");
    }

    @Test
    void behindAProxyAnInstallationIsRealAndStaysSo() throws IOException {
        Map<String, String> proxied = Map.of("PROBITY_BEHIND_PROXY", "true", "PROBITY_URL", "https://probity.example.org");
        try (Server server = Server.named("start-real", 1830).without("PROBITY_DEMO").with(proxied).start()) {
            assertThat(server.left("first-operator.txt")).contains("https://probity.example.org/signin", "operator");
            assertThat(server.log()).contains("first-operator.txt").doesNotContain(password(server));
            assertThat(server.get("/signin").body()).doesNotContain("This is a demonstration");
            assertThat(open(server.base())).isEmpty();
            server.stop();

            assertThat(server.with(Map.of("PROBITY_DEMO", "true")).startInVain()).isNotZero();
            assertThat(server.log()).contains(NOT_STARTED + "PROBITY_DEMO=true, but this installation is a real one");
        }
    }

    private static String failed(String name, int portOffset, Map<String, String> settings) {
        Server server = Server.named(name, portOffset).with(settings);
        assertThat(server.startInVain()).isNotZero();
        return server.log();
    }

    private static String password(Server server) {
        return server.left("first-operator.txt").lines().filter(line -> line.startsWith("password")).findFirst().orElseThrow()
                .replaceAll("password\\s+", "").strip();
    }

    /** Whatever lies anywhere below and others could read; nothing does where its folder is closed, but all of it is closed itself. */
    private static List<String> open(Path base) throws IOException {
        try (Stream<Path> all = Files.walk(base)) {
            return all.filter(path -> !path.startsWith(base.resolve("configuration")) && !path.startsWith(base.resolve("deployments")))
                    .filter(path -> !path.endsWith("console.log")).map(StartIT::permissions).filter(line -> !line.matches("(?s)rw.------ .*")).toList();
        }
    }

    private static String permissions(Path path) {
        try {
            return PosixFilePermissions.toString(Files.getPosixFilePermissions(path)) + " " + path;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
