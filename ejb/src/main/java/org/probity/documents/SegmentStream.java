package org.probity.documents;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/**
 * Seals or opens what it reads, segment by segment: AES-256 in GCM, with the number of the segment and whether it is the last
 * in the nonce, so that none can be left out, cut off or put elsewhere, and none is handed out before it was checked. Known as
 * STREAM (Hoang, Reyhanitabar, Rogaway and Vizár, 2015). The key must be used for one content only.
 */
final class SegmentStream extends InputStream {

    /** Bytes before they are sealed. */
    static final int SEGMENT = 1 << 16;
    static final int TAG = 16;

    private static final int NONCE = 12;

    private final InputStream from;
    private final int mode;
    private final SecretKey key;
    private final byte[] bound;
    private final long document;
    private final Cipher cipher;
    private byte[] ready = new byte[0];
    private int place;
    private byte[] next;
    private long number;
    private boolean ended;

    /**
     * @param mode of {@link Cipher}
     * @param bound what the bytes are bound to
     */
    SegmentStream(InputStream from, int mode, SecretKey key, byte[] bound, long document) throws IOException {
        this.from = from;
        this.mode = mode;
        this.key = key;
        this.bound = bound;
        this.document = document;
        this.cipher = gcm();
        this.next = segment();
    }

    private static Cipher gcm() {
        try {
            return Cipher.getInstance("AES/GCM/NoPadding");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has AES in GCM", e);
        }
    }

    private byte[] segment() throws IOException {
        return from.readNBytes(mode == Cipher.ENCRYPT_MODE ? SEGMENT : SEGMENT + TAG);
    }

    @Override
    public int read() throws IOException {
        return isReady() ? ready[place++] & 0xff : -1;
    }

    @Override
    public int read(byte[] to, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (!isReady()) {
            return -1;
        }
        int some = Math.min(length, ready.length - place);
        System.arraycopy(ready, place, to, offset, some);
        place += some;
        return some;
    }

    private boolean isReady() throws IOException {
        while (place == ready.length && !ended) {
            byte[] now = next;
            next = segment();
            ended = next.length == 0;
            ready = crypt(now);
            place = 0;
        }
        return place < ready.length;
    }

    private byte[] crypt(byte[] segment) throws DamagedContent {
        if (mode == Cipher.DECRYPT_MODE && segment.length < TAG) {
            throw new DamagedContent(document, null);
        }
        try {
            byte[] nonce = ByteBuffer.allocate(NONCE).putLong(number++).putInt(ended ? 1 : 0).array();
            cipher.init(mode, key, new GCMParameterSpec(TAG * Byte.SIZE, nonce));
            cipher.updateAAD(bound);
            return cipher.doFinal(segment);
        } catch (GeneralSecurityException e) {
            throw new DamagedContent(document, e);
        }
    }

    @Override
    public void close() throws IOException {
        from.close();
    }
}
