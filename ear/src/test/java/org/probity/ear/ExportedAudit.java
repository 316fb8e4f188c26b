package org.probity.ear;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;

/** The chain of a board as its auditor takes it away, with its checkpoints and the key they were signed with. */
final class ExportedAudit {

    private final Path folder;

    private ExportedAudit(Path folder) {
        this.folder = folder;
    }

    /** Signed for this, so that nothing is missing. */
    static ExportedAudit of(Server server, String board) throws IOException {
        new Api(server, board).post("auditor", "audit/checkpoints", Map.of());
        try {
            HttpResponse<byte[]> zip = Server.client().send(HttpRequest.newBuilder(URI.create(server.address() + "/api/boards/" + board
                    + "/audit/chain.zip")).header("Authorization", "Bearer " + server.tokens() + board + "-auditor").build(), HttpResponse.BodyHandlers.ofByteArray());
            if (zip.statusCode() != 200) {
                throw new IllegalStateException("The audit was not exported: " + zip.statusCode());
            }
            ExportedAudit exported = new ExportedAudit(Files.createTempDirectory(Path.of(System.getProperty("probity.servers")), "audit-"));
            try (ZipInputStream entries = new ZipInputStream(new ByteArrayInputStream(zip.body()))) {
                for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                    Files.copy(entries, exported.folder.resolve(entry.getName()));
                }
            }
            return exported;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /**
     * Runs the verifier of the built EAR in a process of its own, with nothing but files.
     *
     * @param signed whose checkpoints and key the chain is held against: its own, or those of another installation
     * @return what it said, after what it ended with
     */
    String verdict(ExportedAudit signed) throws IOException {
        Path jar = folder.resolve("probity-ejb.jar");
        if (!Files.exists(jar)) {
            try (ZipFile ear = new ZipFile(System.getProperty("probity.ear")); InputStream in = ear.getInputStream(ear.getEntry("probity-ejb.jar"))) {
                Files.copy(in, jar);
            }
        }
        try {
            Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1",
                    "-cp", jar.toString(), "org.probity.proof.Verifier", folder.toString(), folder.resolve("checkpoint.pub").toString(),
                    signed.folder.resolve("checkpoints.jsonl").toString(), signed.folder.resolve("checkpoint.pub").toString())
                    .redirectErrorStream(true).start();
            String words = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return process.waitFor() + " " + words;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
