package org.probity.proof;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.probity.audit.AuditEntry;
import org.probity.audit.ChainEntry;
import org.probity.checkpoint.SignedCheckpoint;
import org.probity.checkpoint.SignedKey;

/** A chain as somebody exported it, in a folder: changed, signed and verified by tests. */
public abstract class ExportedChainBench {

    public static final String BOARD = "chscb";
    public static final Instant AT = Instant.parse("2026-11-21T09:30:00.000001Z");
    public static final int LENGTH = 30;

    @TempDir
    public Path folder;

    public KeyPair keys;
    public List<ChainEntry> links;
    public final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @BeforeEach
    protected void exportAChain() throws GeneralSecurityException, IOException {
        keys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        links = chain(LENGTH);
        keep(keys, "kept.pub");
        say(SignedKey.first(keys.getPublic(), keys.getPrivate(), AT));
        sign(20, 28, LENGTH);
    }

    protected static List<ChainEntry> chain(int length) {
        List<ChainEntry> chain = new ArrayList<>();
        String last = "";
        for (int seq = 1; seq <= length; seq++) {
            ChainEntry link = ChainEntry.after(BOARD, seq, last, AuditEntry.content(AT.plusSeconds(seq), 12L, "Olwen \"Ô\" Officer", "OFFICER", "investigation.stage",
                    "CHSCB-2026-0001", "investigation", 7L, "127.0.0.1", "page", null, "{\"stage\":\"TRIAGE\\n" + seq + "\"}"));
            chain.add(link);
            last = link.hash();
        }
        return chain;
    }

    protected static KeyPair pair() throws GeneralSecurityException {
        return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    }

    protected void sign(int... places) throws IOException {
        Files.write(folder.resolve("checkpoints.jsonl"), IntStream.of(places).mapToObj(place -> SignedCheckpoint.sign(BOARD, place,
                links.get(place - 1).hash(), AT, keys.getPrivate(), keys.getPublic()).line()).toList());
    }

    protected int verify() throws IOException {
        export();
        return run();
    }

    protected void export() throws IOException {
        Files.write(folder.resolve("audit.jsonl"), links.stream().map(ChainEntry::line).toList());
    }

    protected int run() {
        return run("kept.pub");
    }

    protected int run(String... kept) {
        said.reset();
        return new Verifier(new PrintStream(said, true, StandardCharsets.UTF_8)).run(Stream.concat(Stream.of(folder.toString()),
                Stream.of(kept).map(this::path)).toArray(String[]::new));
    }

    protected void keep(KeyPair pair, String file) throws IOException {
        Files.writeString(folder.resolve(file), "-----BEGIN PUBLIC KEY-----\n"
                + Base64.getMimeEncoder().encodeToString(pair.getPublic().getEncoded()) + "\n-----END PUBLIC KEY-----\n");
    }

    protected void say(SignedKey... history) throws IOException {
        Files.write(folder.resolve("keys.jsonl"), Stream.of(history).map(SignedKey::line).toList());
    }

    protected String path(String file) {
        return folder.resolve(file).toString();
    }
}
