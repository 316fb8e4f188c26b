package org.probity.ear;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.util.Arrays;

/** Archives that must not be taken, beside the good one they were made from. Each is told by the name of its file. */
final class WrongArchives {

    private static final int CUT = 100;

    private final Path archive;
    private final String identity;
    private final String recipient;
    private final KeyPair stranger = OpenedArchive.newSigner();

    /** @param identity opens the archive. @param recipient what it is encrypted to */
    WrongArchives(Path archive, String identity, String recipient) {
        this.archive = archive;
        this.identity = identity;
        this.recipient = recipient;
    }

    /** Of the installation that signed {@link #newer}. */
    String fingerprint() {
        return OpenedArchive.fingerprint(stranger);
    }

    String damaged() throws IOException {
        byte[] bytes = Files.readAllBytes(archive);
        bytes[bytes.length / 2] ^= 1;
        return written("damaged.age", bytes);
    }

    String cut() throws IOException {
        byte[] bytes = Files.readAllBytes(archive);
        return written("cut.age", Arrays.copyOf(bytes, bytes.length - CUT));
    }

    /** Says something else than what was signed. */
    String changed() throws IOException, GeneralSecurityException {
        return written("changed.age", OpenedArchive.of(archive, identity));
    }

    /** By somebody else's installation, of a later release. */
    String newer() throws IOException, GeneralSecurityException {
        return written("newer.age", OpenedArchive.of(archive, identity).signedBy(stranger));
    }

    String unsigned() throws IOException, GeneralSecurityException {
        return written("unsigned.age", OpenedArchive.of(archive, identity).unsigned());
    }

    private String written(String name, OpenedArchive opened) throws IOException, GeneralSecurityException {
        Path file = archive.resolveSibling(name);
        Files.deleteIfExists(file);
        opened.write(file, recipient, manifest -> manifest.addProperty("schema", "999"));
        return name;
    }

    private String written(String name, byte[] bytes) throws IOException {
        Files.write(archive.resolveSibling(name), bytes);
        return name;
    }
}
