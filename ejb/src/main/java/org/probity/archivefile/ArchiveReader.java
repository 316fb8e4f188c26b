package org.probity.archivefile;

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
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.probity.crypto.Sha256;
import org.probity.kernel.Json;
import org.probity.kernel.Refusal;

/**
 * Reads an archive from its beginning to its end. Encryption sees to it that no byte was changed and none is missing, the
 * manifest holds the hash of every entry, and the {@link Seal} over it says who wrote it: the manifest is not looked into before
 * that is known and wanted.
 */
public final class ArchiveReader {

    public static final String FILES = "files/";

    private static final int BUFFER = 1 << 16;
    private static final int LARGEST_MANIFEST = 1 << 20;

    /** Tables with an entry of lines, of links or of files, together: several times those there are. */
    private static final int MOST_NAMES = 1_000;

    private static final Pattern NAME = Pattern.compile("accounts\\.jsonl|(?:tables|links)/[a-z_]{1,63}\\.jsonl|files/([a-z_]{1,63})/([1-9]\\d{0,17})");

    private final Path file;
    private final String identity;
    private final Trust trust;
    private final Measures measures;
    private final MessageDigest contents = Sha256.digest();
    private final List<String> prints = new ArrayList<>();
    private final Set<String> named = new HashSet<>();
    private final Map<String, Long> files = new HashMap<>();
    private int entries;
    private byte[] manifest;
    private Seal seal;

    /** What is done with an entry. */
    public interface Visitor {
        void visit(String name, InputStream content) throws IOException, SQLException;
    }

    /** What an archive says of itself, and who wrote it. */
    public record Read(Manifest manifest, Seal seal) {
    }

    private ArchiveReader(Path file, String identity, Trust trust, Measures measures) {
        this.file = file;
        this.identity = identity;
        this.trust = trust;
        this.measures = measures;
    }

    /**
     * Shows every entry to the visitor and returns the manifest, which stands at the end.
     *
     * @throws Refusal STATE where the key does not open the file, or it is damaged, cut, too large or no archive, or written by
     *         somebody else than is trusted; whatever the visitor did must then be undone
     */
    public static Read read(Path file, String identity, Trust trust, Measures measures, Visitor visitor) throws SQLException {
        try {
            measures.require(file);
            return new ArchiveReader(file, identity, trust, measures).read(visitor);
        } catch (IOException | JsonbException | IllegalArgumentException e) {
            throw damaged();
        }
    }

    public static Refusal damaged() {
        return Refusal.state("archive.refused.damaged");
    }

    public static Refusal tooLarge() {
        return Refusal.state("archive.refused.tooLarge");
    }

    private Read read(Visitor visitor) throws IOException, SQLException {
        try (InputStream plain = measures.unpacked(file, new BufferedInputStream(Age.decrypting(file, identity), BUFFER))) {
            ZipInputStream packed = new ZipInputStream(plain);
            InputStream zip = measures.unpacked(file, packed);
            for (ZipEntry entry = packed.getNextEntry(); entry != null; entry = packed.getNextEntry()) {
                read(entry.getName(), zip, visitor);
            }
            plain.transferTo(OutputStream.nullOutputStream());
        }
        return judged();
    }

    private void read(String name, InputStream zip, Visitor visitor) throws IOException, SQLException {
        if (++entries > measures.entries()) {
            throw tooLarge();
        }
        if (name.equals(Manifest.ENTRY) && manifest == null) {
            manifest = whole(zip, LARGEST_MANIFEST);
        } else if (name.equals(Seal.ENTRY) && manifest != null && seal == null) {
            seal = Seal.parse(whole(zip, Seal.LARGEST));
        } else if (manifest == null && isExpected(name)) {
            content(name, zip, visitor);
        } else {
            throw damaged();
        }
    }

    public static byte[] whole(InputStream content, int most) throws IOException {
        byte[] bytes = content.readNBytes(most + 1);
        if (bytes.length > most) {
            throw tooLarge();
        }
        return bytes;
    }

    /** Asked of every entry before it is known who wrote the archive: so it costs the same for the last as for the first. */
    private boolean isExpected(String name) {
        Matcher found = NAME.matcher(name);
        if (!found.matches()) {
            return false;
        }
        boolean first = found.group(1) == null ? named.add(name) : isNext(found.group(1), Long.parseLong(found.group(2)));
        if (named.size() + files.size() > MOST_NAMES) {
            throw tooLarge();
        }
        return first;
    }

    /** Files stand in the order of their numbers, so none is there twice. */
    private boolean isNext(String table, long number) {
        Long before = files.put(table, number);
        return before == null || before < number;
    }

    private void content(String name, InputStream zip, Visitor visitor) throws IOException, SQLException {
        MessageDigest digest = Sha256.digest();
        InputStream content = new DigestInputStream(zip, digest);
        visitor.visit(name, content);
        content.transferTo(OutputStream.nullOutputStream());
        String print = Sha256.hex(digest);
        contents.update(ArchiveWriter.line(print, name));
        if (!name.startsWith(FILES)) {
            prints.add(print + " " + name);
        }
    }

    private Read judged() {
        if (manifest == null) {
            throw damaged();
        }
        if (seal == null) {
            throw Refusal.state("archive.refused.unsigned");
        }
        if (!seal.fits(manifest)) {
            throw damaged();
        }
        trust.require(seal);
        Manifest said = Json.read(new String(manifest, StandardCharsets.UTF_8), Manifest.class);
        if (!said.isWhole() || !Sha256.hex(contents).equals(said.contents())
                || !prints.equals(said.tables().stream().map(t -> t.sha256() + " " + t.entry()).toList())) {
            throw damaged();
        }
        return new Read(said, seal);
    }
}
