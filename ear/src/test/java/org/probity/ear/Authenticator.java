package org.probity.ear;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** An authenticator app as RFC 6238 describes it, written from the RFC and not from Probity. */
public final class Authenticator {

    private static final String BASE_32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int SECONDS = 30;

    private final byte[] secret;

    /** @param shown the secret as the page shows it, in groups */
    public Authenticator(String shown) {
        String letters = shown.replace(" ", "");
        ByteBuffer bytes = ByteBuffer.allocate(letters.length() * 5 / 8);
        long held = 0;
        int bits = 0;
        for (char letter : letters.toCharArray()) {
            held = held << 5 | BASE_32.indexOf(letter);
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                bytes.put((byte) (held >> bits));
            }
        }
        secret = bytes.array();
    }

    /** What the app shows at that moment. */
    public String at(Instant moment) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret, "HmacSHA1"));
            byte[] hash = mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(moment.getEpochSecond() / SECONDS).array());
            int number = ByteBuffer.wrap(hash, hash[hash.length - 1] & 15, Integer.BYTES).getInt() & Integer.MAX_VALUE;
            return String.format("%06d", number % 1_000_000);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
