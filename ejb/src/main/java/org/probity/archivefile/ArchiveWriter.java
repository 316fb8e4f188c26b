package org.probity.archivefile;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.probity.crypto.Sha256;
import org.probity.kernel.Json;

/**
 * Writes the entries of an archive, one after the other, as a ZIP that is never held in memory; what grows with the number
 * of files is their list, by some 300 bytes each. Every entry has the same date, so that the same content is the same bytes.
 */
public final class ArchiveWriter implements AutoCloseable {

    private static final LocalDateTime ALWAYS = LocalDateTime.of(1980, 1, 1, 0, 0);
    private static final int BUFFER = 1 << 16;

    private final ZipOutputStream zip;
    private final MessageDigest contents = Sha256.digest();
    private final Measures measures;
    private int entries;
    private long bytes;

    /** What goes into an entry. */
    public interface Content {
        void write(OutputStream out) throws IOException, SQLException;
    }

    /** @param level of compression, 0 to 9 */
    public ArchiveWriter(OutputStream to, int level) {
        this(to, level, Measures.USUAL);
    }

    public ArchiveWriter(OutputStream to, int level, Measures measures) {
        this.measures = measures;
        this.zip = new ZipOutputStream(new BufferedOutputStream(to, BUFFER));
        zip.setLevel(level);
    }

    /** Adds an entry that counts among the contents. @return its SHA-256 @throws org.probity.kernel.Refusal STATE where it is one too many */
    public String add(String name, Content content) throws IOException, SQLException {
        MessageDigest digest = Sha256.digest();
        next(name);
        OutputStream out = new DigestOutputStream(new Counting(zip), digest);
        content.write(out);
        out.flush();
        zip.closeEntry();
        String print = Sha256.hex(digest);
        contents.update(line(print, name));
        return print;
    }

    /** The SHA-256 over all entries so far; to be asked once. */
    public String contents() {
        return Sha256.hex(contents);
    }

    /** Ends the archive: with its manifest, and with who wrote it. */
    public void seal(Manifest manifest, PrivateKey signing, PublicKey checking) throws IOException {
        byte[] text = Json.write(manifest).getBytes(StandardCharsets.UTF_8);
        addLast(Manifest.ENTRY, text);
        addLast(Seal.ENTRY, Seal.over(text, signing, checking).text().getBytes(StandardCharsets.US_ASCII));
    }

    void addLast(String name, byte[] text) throws IOException {
        next(name);
        zip.write(text);
        zip.closeEntry();
    }

    /** What of an entry goes into the SHA-256 over all. */
    static byte[] line(String print, String name) {
        return (print + "  " + name + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private void next(String name) throws IOException {
        if (++entries > measures.entries()) {
            throw ArchiveReader.tooLarge();
        }
        zip.putNextEntry(entry(name));
    }

    /** Of all contents so far. */
    public long bytes() {
        return bytes;
    }

    private final class Counting extends FilterOutputStream {

        Counting(OutputStream to) {
            super(to);
        }

        @Override
        public void write(byte[] more, int from, int length) throws IOException {
            bytes += length;
            out.write(more, from, length);
        }

        @Override
        public void write(int next) throws IOException {
            bytes++;
            out.write(next);
        }
    }

    private static ZipEntry entry(String name) {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(ALWAYS);
        return entry;
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
