package org.probity.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;

/**
 * The one way to write something down that is hashed or signed: JSON whose fields stand in a fixed order, without spaces,
 * with only the quote, the backslash and control characters escaped, times in UTC with six digits of a second. Text is
 * always quoted, that of other JSON too, so that nothing can be shifted from one field into the next.
 */
public final class Canonical {

    public static final int VERSION = 1;

    private static final DateTimeFormatter MICROSECONDS = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'")
            .withZone(ZoneOffset.UTC);

    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private final StringBuilder text = new StringBuilder(400);

    /** Begins with the version of this form. */
    public static Canonical begin() {
        Canonical canonical = new Canonical();
        canonical.text.append("{\"v\":").append(VERSION);
        return canonical;
    }

    /** Fields to be put into another one with {@link #with(CharSequence)}. */
    public static Canonical fields() {
        return new Canonical();
    }

    public Canonical with(String name, String value) {
        name(name);
        if (value == null) {
            text.append("null");
        } else {
            quote(value);
        }
        return this;
    }

    public Canonical with(String name, Long value) {
        name(name).append(value);
        return this;
    }

    public Canonical with(String name, Instant value) {
        name(name).append('"').append(time(value)).append('"');
        return this;
    }

    public static String time(Instant value) {
        return MICROSECONDS.format(value);
    }

    /** What was written with another one of these. */
    public Canonical with(CharSequence written) {
        text.append(written);
        return this;
    }

    /** What was written so far, without an end. */
    public String text() {
        return text.toString();
    }

    public String end() {
        return text.append('}').toString();
    }

    private StringBuilder name(String name) {
        return text.append(",\"").append(name).append("\":");
    }

    private void quote(String value) {
        text.append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '"' || c == '\\') {
                text.append('\\').append(c);
            } else if (c < ' ') {
                text.append(String.format("\\u%04x", (int) c));
            } else {
                text.append(c);
            }
        }
        text.append('"');
    }

    /** SHA-256 of the UTF-8 bytes, as 43 characters of base64url. */
    static String hash(String canonical) {
        return BASE64.encodeToString(sha256(utf8(canonical)));
    }

    public static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    public static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
