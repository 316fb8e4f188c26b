package org.probity.account;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import javax.crypto.spec.SecretKeySpec;
import org.probity.crypto.Secrets;

/** Codes of six digits, a new one each 30 seconds (RFC 6238 with HMAC-SHA-1, which every authenticator app knows). */
public final class Totp {

    private static final TimeBasedOneTimePasswordGenerator CODES = new TimeBasedOneTimePasswordGenerator(Duration.ofSeconds(30), 6);

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int SECRET_BYTES = 20;

    private Totp() {
    }

    /** 160 random bits in base 32: 32 letters and digits. */
    static String newSecret() {
        StringBuilder text = new StringBuilder();
        int bits = 0;
        int held = 0;
        for (byte b : Secrets.bytes(SECRET_BYTES)) {
            bits = bits << 8 | b & 255;
            for (held += 8; held >= 5; held -= 5) {
                text.append(ALPHABET.charAt(bits >> held - 5 & 31));
            }
            bits &= (1 << held) - 1;
        }
        return text.toString();
    }

    /**
     * The step the code belongs to, where it is right: the present one, or the one before or after it, for clocks that differ.
     *
     * @param after the last step that counted; this one and earlier ones do not count again
     */
    static OptionalLong step(String secret, String code, Instant now, long after) {
        String digits = code == null ? "" : code.replaceAll("\\s", "");
        long present = now.getEpochSecond() / CODES.getTimeStep().toSeconds();
        for (long step = present - 1; step <= present + 1; step++) {
            if (step > after && digits.equals(code(secret, step))) {
                return OptionalLong.of(step);
            }
        }
        return OptionalLong.empty();
    }

    /** What an authenticator app reads from the picture. */
    static String address(String secret, String username) {
        return "otpauth://totp/Probity:" + URLEncoder.encode(username, StandardCharsets.UTF_8).replace("+", "%20") + "?secret=" + secret
                + "&issuer=Probity&algorithm=SHA1&digits=6&period=30";
    }

    public static String code(String secret, long step) {
        try {
            return CODES.generateOneTimePasswordString(new SecretKeySpec(bytes(secret), CODES.getAlgorithm()),
                    Instant.ofEpochSecond(step * CODES.getTimeStep().toSeconds()), Locale.ROOT);
        } catch (InvalidKeyException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] bytes(String secret) {
        byte[] bytes = new byte[secret.length() * 5 / 8];
        int bits = 0;
        int held = 0;
        int at = 0;
        for (char c : secret.toCharArray()) {
            bits = (bits << 5 | ALPHABET.indexOf(c)) & 0xfff;
            held += 5;
            if (held >= 8) {
                held -= 8;
                bytes[at++] = (byte) (bits >> held);
            }
        }
        return bytes;
    }
}
