package org.probity.documents;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import org.probity.files.CheckedFile;

/**
 * The bytes of a file, sealed or opened while they are read, so that a file is in memory once and not once in each form.
 *
 * @param length in bytes
 * @param source a new stream from the first byte each time
 */
public record ContentBytes(long length, Source source) {

    /** Where the bytes come from. */
    public interface Source {

        /** @throws DamagedContent here or while it is read, where the bytes are not those that were sealed */
        InputStream stream() throws IOException;
    }

    public static ContentBytes of(byte[] bytes) {
        return new ContentBytes(bytes.length, () -> new ByteArrayInputStream(bytes));
    }

    /** @throws DamagedContent as {@link Source#stream} */
    public void writeTo(OutputStream out) throws IOException {
        try (InputStream in = source.stream()) {
            in.transferTo(out);
        }
    }

    /** @throws DamagedContent as {@link Source#stream} */
    byte[] all() throws IOException {
        try (InputStream in = source.stream()) {
            return in.readNBytes(Math.toIntExact(length));
        }
    }

    /** Lower-case hex. @throws DamagedContent as {@link Source#stream} */
    String sha256() throws IOException {
        MessageDigest digest = CheckedFile.digest();
        try (InputStream in = new DigestInputStream(source.stream(), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return CheckedFile.hex(digest);
    }
}
