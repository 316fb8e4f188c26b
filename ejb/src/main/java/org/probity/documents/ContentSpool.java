package org.probity.documents;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
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
import org.probity.tenancy.OwnerOnly;

/**
 * Where large contents wait for whoever reads them, perhaps slowly: on disk, sealed with a key that this process alone has, in files
 * that go with whoever has them open, also where the process ends.
 */
final class ContentSpool {

    /** What is read back was checked before; it lies where nobody else has it open. */
    private static final String CIPHER = "AES/CTR/NoPadding";
    private static final int KEY_BYTES = 32;
    private static final int START_BYTES = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final SecretKey key = new SecretKeySpec(random(KEY_BYTES), "AES");

    /** A content that waits. @param file gone once it is closed */
    record Spooled(ContentBytes content, FileChannel file) {

        void drop() {
            try {
                file.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** @throws IOException where the disk takes no more */
    Spooled keep(ContentBytes content) throws IOException {
        FileChannel file = open();
        byte[] start = random(START_BYTES);
        try (InputStream sealed = new CipherInputStream(content.source().stream(), cipher(Cipher.ENCRYPT_MODE, start))) {
            sealed.transferTo(Channels.newOutputStream(file));
        } catch (IOException e) {
            file.close();
            throw e;
        }
        return new Spooled(new ContentBytes(content.length(),
                () -> new CipherInputStream(new FromStart(file), cipher(Cipher.DECRYPT_MODE, start))), file);
    }

    private static FileChannel open() throws IOException {
        Path folder = OwnerOnly.folder(Path.of(System.getProperty("jboss.server.temp.dir", System.getProperty("java.io.tmpdir")), "spool"));
        return FileChannel.open(folder.resolve(UUID.randomUUID().toString()), StandardOpenOption.CREATE_NEW, StandardOpenOption.READ,
                StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
    }

    private Cipher cipher(int mode, byte[] start) {
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
