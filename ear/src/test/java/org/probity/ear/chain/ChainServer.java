package org.probity.ear.chain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import org.probity.ear.Api;
import org.probity.ear.Deployments;
import org.probity.ear.PostgresServer;
import org.probity.ear.Server;

/** A server whose chain can be switched and whose rows can be changed, and whoever verifies its audit outside. */
final class ChainServer implements AutoCloseable {

    /** What the verifier said, and what it ended with. */
    record Verified(int code, String words) {
    }

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Server server;
    private final Path folder;
    private final PostgresServer postgres;

    private ChainServer(Server server, Path folder, PostgresServer postgres) {
        this.server = server;
        this.folder = folder;
        this.postgres = postgres;
    }

    /**
     * @param folder where it keeps checkpoints, and where what was exported is put
     * @param postgres null for the embedded database
     */
    static ChainServer start(String name, int portOffset, Path folder, PostgresServer postgres) {
        Map<String, String> settings = new HashMap<>(postgres == null ? Map.of() : postgres.environment());
        settings.put("PROBITY_CHECKPOINTS", folder.toString());
        return new ChainServer(Server.named(name, portOffset).deploying(Deployments.withSwitchedChain()).with(settings).start(), folder, postgres);
    }

    Server server() {
        return server;
    }

    /** The file of a board's checkpoints, outside the database. */
    Path checkpoints(String board) {
        return folder.resolve(board + ".jsonl");
    }

    void chained(boolean wanted) {
        post("chained=" + wanted);
    }

    void signToday() {
        post("round=1");
    }

    /** Changes rows as whoever holds the database does it: the server itself could not. */
    void behindItsBack(String board, String... sql) {
        if (postgres != null) {
            onPostgres(statement -> {
                for (String each : sql) {
                    statement.execute(each);
                }
                return 0L;
            });
            return;
        }
        post("board=" + board + "&" + Arrays.stream(sql).map(s -> "sql=" + URLEncoder.encode(s, StandardCharsets.UTF_8))
                .collect(Collectors.joining("&")));
    }

    /** @param select what follows {@code select count(*)} */
    long count(String board, String select) {
        if (postgres != null) {
            return onPostgres(statement -> {
                try (ResultSet rows = statement.executeQuery("select count(*) " + select)) {
                    rows.next();
                    return rows.getLong(1);
                }
            });
        }
        HttpResponse<String> answer = send(HttpRequest.newBuilder(URI.create(server.address() + "/tests/test-chain?board=" + board + "&select="
                + URLEncoder.encode(select, StandardCharsets.UTF_8))), HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Long.parseLong(answer.body());
    }

    private interface Work {
        long on(Statement statement) throws SQLException;
    }

    private long onPostgres(Work work) {
        try (Connection connection = postgres.asSuperuser(); Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            long answer = work.on(statement);
            connection.commit();
            return answer;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void post(String form) {
        HttpResponse<String> answer = send(HttpRequest.newBuilder(URI.create(server.address() + "/tests/test-chain"))
                .header("Content-Type", "application/x-www-form-urlencoded").POST(HttpRequest.BodyPublishers.ofString(form)),
                HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    /** The auditor's export of a board's chain, signed for this if the server signs it. @return the folder it lies in, unpacked */
    Path export(String board) {
        new Api(server, board).post("auditor", "audit/checkpoints", Map.of(), UUID.randomUUID().toString());
        HttpResponse<byte[]> zip = send(HttpRequest.newBuilder(URI.create(server.address() + "/api/boards/" + board + "/audit/chain.zip"))
                .header("Authorization", "Bearer demo-" + board + "-auditor"), HttpResponse.BodyHandlers.ofByteArray());
        assertThat(zip.statusCode()).isEqualTo(200);
        try (ZipInputStream entries = new ZipInputStream(new ByteArrayInputStream(zip.body()))) {
            Path exported = Files.createTempDirectory(folder, "export-");
            for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                Files.copy(entries, exported.resolve(entry.getName()));
            }
            return exported;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs the verifier of the built EAR in a process of its own, with nothing but these files. */
    Verified verify(Path export, Path checkpoints, Path key) {
        try {
            Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1",
                    "-cp", verifier().toString(), "org.probity.proof.Verifier", export.toString(), checkpoints.toString(), key.toString())
                    .redirectErrorStream(true).start();
            String words = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Verified(process.waitFor(), words);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private Path verifier() throws IOException {
        Path jar = folder.resolve("probity-ejb.jar");
        if (!Files.exists(jar)) {
            try (ZipFile ear = new ZipFile(System.getProperty("probity.ear")); InputStream in = ear.getInputStream(ear.getEntry("probity-ejb.jar"))) {
                Files.copy(in, jar);
            }
        }
        return jar;
    }

    private <T> HttpResponse<T> send(HttpRequest.Builder request, HttpResponse.BodyHandler<T> handler) {
        try {
            return client.send(request.timeout(PATIENCE).build(), handler);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
