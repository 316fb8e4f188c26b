package org.probity.documents;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.CipherInputStream;
import javax.crypto.SecretKey;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.probity.crypto.OwnerOnly;

/**
 * A file for what waits on disk: sealed with a key that nobody else has, and gone once it is closed, forgotten, or the process ends.
 * It is written once, and then read as often as is wanted.
 */
public final class SpoolFile implements Closeable {

    /** What is read back was checked before; it lies where nobody else has it open. */
    private static final String CIPHER = "AES/CTR/NoPadding";
    private static final int KEY_BYTES = 32;
    private static final int START_BYTES = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final FileChannel file;
    private final SecretKey key = new SecretKeySpec(random(KEY_BYTES), "AES");
    private final byte[] start = random(START_BYTES);
    private final Cipher sealing = cipher(Cipher.ENCRYPT_MODE);

    private SpoolFile(FileChannel file) {
        this.file = file;
    }

    /** @throws IOException where the disk takes no more */
    public static SpoolFile open() throws IOException {
        Path folder = OwnerOnly.folder(Path.of(System.getProperty("jboss.server.temp.dir", System.getProperty("java.io.tmpdir")), "spool"));
        return new SpoolFile(FileChannel.open(folder.resolve(UUID.randomUUID().toString()), StandardOpenOption.CREATE_NEW,
                StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE));
    }

    /** @throws IOException where the disk takes no more */
    public void write(byte[] from, int offset, int length) throws IOException {
        byte[] sealed = sealing.update(from, offset, length);
        if (sealed != null) {
            ByteBuffer left = ByteBuffer.wrap(sealed);
            while (left.hasRemaining()) {
                file.write(left);
            }
        }
    }

    /** All that was written, from its start; closing it leaves the file open. */
    public InputStream stream() {
        return new CipherInputStream(new FromStart(file), cipher(Cipher.DECRYPT_MODE));
    }

    /** As it lies there. */
    int sealed(ByteBuffer to) throws IOException {
        return file.read(to, 0);
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Cipher cipher(int mode) {
        try {
            Cipher cipher = Cipher.getInstance(CIPHER);
            cipher.init(mode, key, new IvParameterSpec(start));
            return cipher;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has AES", e);
        }
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    /** A file that stays open behind it. */
    private static final class FromStart extends InputStream {

        private final FileChannel file;
        private long place;

        FromStart(FileChannel file) {
            this.file = file;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
        }

        @Override
        public int read(byte[] to, int offset, int length) throws IOException {
            int some = file.read(ByteBuffer.wrap(to, offset, length), place);
            place += Math.max(0, some);
            return some;
        }
    }
}
