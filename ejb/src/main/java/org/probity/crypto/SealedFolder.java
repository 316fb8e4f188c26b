package org.probity.crypto;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.stream.Stream;
import javax.crypto.Cipher;
import javax.crypto.CipherInputStream;
import javax.crypto.CipherOutputStream;
import javax.crypto.SecretKey;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Where files lie for a while: on disk, sealed with a key that this process alone has. What a process that crashed has left
 * opens no more, and is gone with the next start.
 */
public final class SealedFolder {

    /** It keeps others from reading; nothing that is kept for good is taken from here unchecked. */
    private static final String CIPHER = "AES/CTR/NoPadding";
    private static final int KEY_BYTES = 32;

    /** What a file begins with: the start of its cipher. */
    private static final int START_BYTES = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final SecretKey key = new SecretKeySpec(random(KEY_BYTES), "AES");
    private final Path folder;

    public SealedFolder(Path folder) {
        this.folder = folder;
    }

    /** The one of that name, among what the server keeps while it runs. */
    public static SealedFolder named(String name) {
        return new SealedFolder(Path.of(System.getProperty("jboss.server.temp.dir", System.getProperty("java.io.tmpdir")), name));
    }

    /** Makes it, and throws away what is there. */
    public void begin() {
        try {
            OwnerOnly.folder(folder);
            try (Stream<Path> left = Files.list(folder)) {
                left.map(Path::getFileName).map(Path::toString).forEach(this::delete);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("No files can be kept in " + folder, e);
        }
    }

    public OutputStream write(String name) throws IOException {
        byte[] start = random(START_BYTES);
        OutputStream file = Files.newOutputStream(folder.resolve(name));
        file.write(start);
        return new CipherOutputStream(file, cipher(Cipher.ENCRYPT_MODE, start));
    }

    public InputStream read(String name) throws IOException {
        InputStream file = Files.newInputStream(folder.resolve(name));
        return new CipherInputStream(file, cipher(Cipher.DECRYPT_MODE, file.readNBytes(START_BYTES)));
    }

    /** In bytes, as it was before it was sealed. */
    public long length(String name) throws IOException {
        return Files.size(folder.resolve(name)) - START_BYTES;
    }

    public boolean has(String name) {
        return Files.exists(folder.resolve(name));
    }

    /** One that is not there is none to delete. */
    public void delete(String name) {
        try {
            Files.deleteIfExists(folder.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Cipher cipher(int mode, byte[] start) {
        try {
            Cipher cipher = Cipher.getInstance(CIPHER);
            cipher.init(mode, key, new IvParameterSpec(start));
            return cipher;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return bytes;
    }
}
