package org.probity.ear;

import com.exceptionfactory.jagged.framework.stream.StandardDecryptingChannelFactory;
import com.exceptionfactory.jagged.framework.stream.StandardEncryptingChannelFactory;
import com.exceptionfactory.jagged.x25519.X25519RecipientStanzaReaderFactory;
import com.exceptionfactory.jagged.x25519.X25519RecipientStanzaWriterFactory;
import com.google.gson.Gson;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** An archive as whoever has the board's key sees it: decrypted and unzipped by a test, without Probity. */
final class OpenedArchive {

    private static final String MANIFEST = "manifest.json";
    private static final String SEAL = "manifest.sig";
    private static final Set<String> LAST = Set.of(MANIFEST, SEAL);
    private static final Gson JSON = new Gson();

    private final Map<String, byte[]> entries;
    private KeyPair signer;

    private OpenedArchive(Map<String, byte[]> entries) {
        this.entries = entries;
    }

    static OpenedArchive of(Path file, String identity) throws IOException, GeneralSecurityException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        try (InputStream plain = Channels.newInputStream(new StandardDecryptingChannelFactory().newDecryptingChannel(
                Files.newByteChannel(file), List.of(X25519RecipientStanzaReaderFactory.newRecipientStanzaReader(identity))));
                ZipInputStream zip = new ZipInputStream(plain)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries.put(entry.getName(), zip.readAllBytes());
            }
        }
        return new OpenedArchive(entries);
    }

    JsonObject manifest() {
        return JSON.fromJson(new String(entries.get(MANIFEST), StandardCharsets.UTF_8), JsonObject.class);
    }

    /** How many lines there are of each table. */
    Map<String, Integer> lines() {
        Map<String, Integer> lines = new LinkedHashMap<>();
        entries.forEach((name, bytes) -> {
            if (name.startsWith("tables/")) {
                lines.put(name.replaceAll("tables/|\\.jsonl", ""), (int) new String(bytes, StandardCharsets.UTF_8).lines().count());
            }
        });
        lines.values().removeIf(count -> count == 0);
        return lines;
    }

    /** SHA-256 of every entry but the manifest and the files, by name. */
    Map<String, String> prints() {
        Map<String, String> prints = new LinkedHashMap<>();
        entries.forEach((name, bytes) -> {
            if (!LAST.contains(name) && !name.startsWith("files/")) {
                prints.put(name, print(bytes));
            }
        });
        return prints;
    }

    /** SHA-256 over all: what the manifest calls contents. */
    String contents() {
        StringBuilder all = new StringBuilder();
        entries.forEach((name, bytes) -> {
            if (!LAST.contains(name)) {
                all.append(print(bytes)).append("  ").append(name).append('\n');
            }
        });
        return print(all.toString().getBytes(StandardCharsets.UTF_8));
    }

    long files() {
        return entries.keySet().stream().filter(name -> name.startsWith("files/")).count();
    }

    /** Whether one of the files is that. */
    boolean holds(byte[] file) {
        return entries.entrySet().stream().anyMatch(entry -> entry.getKey().startsWith("files/") && Arrays.equals(entry.getValue(), file));
    }

    static KeyPair newSigner() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static String fingerprint(KeyPair signer) {
        return print(signer.getPublic().getEncoded());
    }

    /** The same, signed by somebody else once it is written. */
    OpenedArchive signedBy(KeyPair other) {
        signer = other;
        return this;
    }

    OpenedArchive unsigned() {
        entries.remove(SEAL);
        return this;
    }

    private void sign() throws GeneralSecurityException {
        Signature signature = Signature.getInstance("Ed25519");
        signature.initSign(signer.getPrivate());
        signature.update("probity archive\n".getBytes(StandardCharsets.US_ASCII));
        signature.update(entries.get(MANIFEST));
        Base64.Encoder base64 = Base64.getEncoder();
        entries.put(SEAL, (base64.encodeToString(signer.getPublic().getEncoded()) + "\n" + base64.encodeToString(signature.sign()) + "\n")
                .getBytes(StandardCharsets.US_ASCII));
    }

    /** The same with another manifest, as somebody who has the key can make it. */
    void write(Path file, String recipient, Consumer<JsonObject> change) throws IOException, GeneralSecurityException {
        JsonObject manifest = manifest();
        change.accept(manifest);
        entries.put(MANIFEST, JSON.toJson(manifest).getBytes(StandardCharsets.UTF_8));
        if (signer != null) {
            sign();
        }
        try (OutputStream cipher = Channels.newOutputStream(new StandardEncryptingChannelFactory().newEncryptingChannel(
                Files.newByteChannel(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                List.of(X25519RecipientStanzaWriterFactory.newRecipientStanzaWriter(recipient))));
                ZipOutputStream zip = new ZipOutputStream(cipher)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
                zip.closeEntry();
            }
        }
    }

    static String print(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
