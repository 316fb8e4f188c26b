package org.probity.documents;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.probity.crypto.Keys;

/**
 * One key of a board for the contents of its documents. The sealed form is a byte that names it, four for the number of the
 * key, a salt that makes a key of the content's own from it (HMAC-SHA-256), and the segments of {@link SegmentStream}. It opens
 * only at the board and for the document it was sealed for, so that bytes copied to another row do not.
 */
public final class ContentCipher {

    /** The only form so far. */
    private static final byte FORM = 1;

    private static final int KEY_BYTES = 32;
    private static final int SALT_BYTES = 32;
    private static final int HEAD = 1 + Integer.BYTES + SALT_BYTES;

    private static final SecureRandom RANDOM = new SecureRandom();

    private final String board;
    private final int number;
    private final byte[] key;

    /**
     * @param sealedKey as {@link #newKey} made it
     * @throws IllegalStateException where another installation made it, or for another board or number
     */
    public ContentCipher(Keys keys, String board, int number, String sealedKey) {
        this.board = board;
        this.number = number;
        this.key = Base64.getDecoder().decode(keys.open(purpose(board, number), sealedKey));
    }

    /** A new key of the board, sealed with the installation's own. */
    public static String newKey(Keys keys, String board, int number) {
        return keys.seal(purpose(board, number), Base64.getEncoder().encodeToString(random(KEY_BYTES)));
    }

    private static String purpose(String board, int number) {
        return "content/" + board + "/" + number;
    }

    public int number() {
        return number;
    }

    /** As it is kept. @param document the number of the document the bytes belong to */
    public ContentBytes sealed(long document, ContentBytes plain) {
        return new ContentBytes(sealedLength(plain.length()), () -> sealing(document, plain.source().stream()));
    }

    /** How long a content of that length is once it is sealed, in bytes. */
    public static long sealedLength(long plain) {
        return HEAD + plain + Math.max(1, segments(plain, SegmentStream.SEGMENT)) * SegmentStream.TAG;
    }

    private InputStream sealing(long document, InputStream plain) throws IOException {
        byte[] salt = random(SALT_BYTES);
        byte[] head = ByteBuffer.allocate(HEAD).put(FORM).putInt(number).put(salt).array();
        return new SequenceInputStream(new ByteArrayInputStream(head), segments(plain, Cipher.ENCRYPT_MODE, salt, document));
    }

    /** As it came. @param document the number of the document the bytes belong to */
    public ContentBytes opened(long document, ContentBytes sealed) {
        long body = Math.max(0, sealed.length() - HEAD);
        long segments = segments(body, SegmentStream.SEGMENT + SegmentStream.TAG);
        return new ContentBytes(Math.max(0, body - segments * SegmentStream.TAG), () -> opening(document, sealed.source().stream()));
    }

    /**
     * As it came, while it is read.
     *
     * @throws DamagedContent here or while it is read, where it was sealed with another key, for another document or board, or was
     *         changed or cut since
     */
    public InputStream opening(long document, InputStream sealed) throws IOException {
        byte[] head = sealed.readNBytes(HEAD);
        if (head.length < HEAD || head[0] != FORM || ByteBuffer.wrap(head, 1, Integer.BYTES).getInt() != number) {
            throw new DamagedContent(document, null);
        }
        byte[] salt = new byte[SALT_BYTES];
        ByteBuffer.wrap(head, HEAD - SALT_BYTES, SALT_BYTES).get(salt);
        return segments(sealed, Cipher.DECRYPT_MODE, salt, document);
    }

    private InputStream segments(InputStream from, int mode, byte[] salt, long document) throws IOException {
        byte[] bound = ("document/" + board + "/" + number + "/" + document).getBytes(StandardCharsets.UTF_8);
        return new SegmentStream(from, mode, own(salt), bound, document);
    }

    private SecretKey own(byte[] salt) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return new SecretKeySpec(mac.doFinal(salt), "AES");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has HMAC-SHA-256", e);
        }
    }

    private static long segments(long bytes, int each) {
        return (bytes + each - 1) / each;
    }

    private static byte[] random(int bytes) {
        byte[] made = new byte[bytes];
        RANDOM.nextBytes(made);
        return made;
    }
}
