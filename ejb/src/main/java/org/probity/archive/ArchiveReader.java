package org.probity.archive;

import jakarta.json.bind.JsonbException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.probity.kernel.Json;
import org.probity.kernel.Refusal;

/**
 * Reads an archive from its beginning to its end and holds every entry against the manifest. Encryption already sees to it
 * that no byte was changed and none is missing.
 */
final class ArchiveReader {

    static final String FILES = "files/";

    private static final int BUFFER = 1 << 16;
    private static final int LARGEST_MANIFEST = 16 << 20;

    private final Path file;
    private final String identity;
    private final MessageDigest contents = Prints.digest();
    private final List<String> prints = new ArrayList<>();
    private Manifest manifest;

    /** What is done with an entry. */
    interface Visitor {
        void visit(String name, InputStream content) throws IOException, SQLException;
    }

    private ArchiveReader(Path file, String identity) {
        this.file = file;
        this.identity = identity;
    }

    /**
     * Shows every entry to the visitor and returns the manifest, which stands at the end.
     *
     * @throws Refusal STATE where the key does not open the file, or it is damaged, cut or no archive; whatever the
     *         visitor did must then be undone
     */
    static Manifest read(Path file, String identity, Visitor visitor) throws SQLException {
        try {
            return new ArchiveReader(file, identity).read(visitor);
        } catch (IOException | JsonbException e) {
            throw damaged();
        }
    }

    static Refusal damaged() {
        return Refusal.state("archive.refused.damaged");
    }

    private Manifest read(Visitor visitor) throws IOException, SQLException {
        try (InputStream plain = new BufferedInputStream(Age.decrypting(file, identity), BUFFER)) {
            ZipInputStream zip = new ZipInputStream(plain);
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                read(entry.getName(), zip, visitor);
            }
            plain.transferTo(OutputStream.nullOutputStream());
        }
        if (manifest == null || !Prints.hex(contents).equals(manifest.contents())
                || !prints.equals(manifest.tables().stream().map(t -> t.sha256() + " " + t.entry()).toList())) {
            throw damaged();
        }
        return manifest;
    }

    private void read(String name, ZipInputStream zip, Visitor visitor) throws IOException, SQLException {
        if (manifest != null) {
            throw damaged();
        }
        if (name.equals(Manifest.ENTRY)) {
            manifest = Json.read(new String(zip.readNBytes(LARGEST_MANIFEST), StandardCharsets.UTF_8), Manifest.class);
            return;
        }
        MessageDigest digest = Prints.digest();
        InputStream content = new DigestInputStream(zip, digest);
        visitor.visit(name, content);
        content.transferTo(OutputStream.nullOutputStream());
        String print = Prints.hex(digest);
        contents.update(ArchiveWriter.line(print, name));
        if (!name.startsWith(FILES)) {
            prints.add(print + " " + name);
        }
    }
}
