package org.probity.archivefile;

import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * How large an archive and its parts may be: asked before anything in it is looked at, and of what is written, so that nothing is
 * written, and no board wiped after it, that could not be read again.
 *
 * @param file bytes of the encrypted file
 * @param ratio how many bytes may come out of one of the file; a packed bomb brings a thousand
 * @param entries in all
 * @param content bytes of one file of the board's
 * @param line bytes of one line
 */
public record Measures(long file, int ratio, int entries, int content, int line) {

    public static final Measures USUAL = new Measures(256L << 30, 200, 5_000_000, 64 << 20, 16 << 20);

    /** So much may come out of any file, however small. */
    private static final long AT_LEAST = 64L << 20;

    /** @throws org.probity.kernel.Refusal STATE where the file is too large */
    public void require(Path archive) throws IOException {
        if (Files.size(archive) > file) {
            throw ArchiveReader.tooLarge();
        }
    }

    /**
     * @param packed bytes of the encrypted file
     * @param content bytes of all that is in it
     * @throws org.probity.kernel.Refusal STATE where more would come out of the file than may
     */
    public void require(long packed, long content) {
        if (packed > file || content > AT_LEAST + ratio * packed) {
            throw ArchiveReader.tooLarge();
        }
    }

    /** What goes into an archive, as long as it is no more than that. */
    public OutputStream within(OutputStream to, long most) {
        return new Within(to, most);
    }

    /** The content of the archive, as long as no more comes out of it than may. */
    InputStream unpacked(Path archive, InputStream from) throws IOException {
        return new Counted(from, AT_LEAST + ratio * Files.size(archive));
    }

    /** Refuses what is more. */
    private static final class Within extends FilterOutputStream {

        private long left;

        Within(OutputStream to, long most) {
            super(to);
            this.left = most;
        }

        @Override
        public void write(int next) throws IOException {
            count(1);
            out.write(next);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            count(length);
            out.write(bytes, from, length);
        }

        private void count(int more) {
            left -= more;
            if (left < 0) {
                throw ArchiveReader.tooLarge();
            }
        }
    }

    /** Refuses the byte after the last that may come. */
    private static final class Counted extends FilterInputStream {

        private long left;

        Counted(InputStream from, long most) {
            super(from);
            this.left = most;
        }

        @Override
        public int read() throws IOException {
            int next = super.read();
            count(next < 0 ? 0 : 1);
            return next;
        }

        @Override
        public int read(byte[] to, int offset, int length) throws IOException {
            int read = super.read(to, offset, length);
            count(Math.max(0, read));
            return read;
        }

        private void count(int read) {
            left -= read;
            if (left < 0) {
                throw ArchiveReader.tooLarge();
            }
        }
    }
}
