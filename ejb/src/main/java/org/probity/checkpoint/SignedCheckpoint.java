package org.probity.checkpoint;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.probity.audit.Canonical;

/**
 * Says, signed, what the last entry of a chain was at some time. Whoever holds one can tell whether anything up to that entry
 * was touched since, and whether it is still there.
 *
 * @param seq place of that entry
 * @param at in canonical form
 * @param key id of the key it was signed with
 * @param signature Ed25519 over the line without itself, base64
 */
public record SignedCheckpoint(String board, long seq, String hash, String at, String key, String signature) {

    private static final String ALGORITHM = "Ed25519";
    private static final int KEY_BYTES = 8;
    private static final Pattern LINE = Pattern.compile("(\\{\"v\":" + Canonical.VERSION + ",\"board\":\"([^\"\\\\]*)\",\"seq\":(\\d{1,18}),"
            + "\"hash\":\"([\\w-]*)\",\"at\":\"([^\"\\\\]*)\",\"key\":\"([0-9a-f]+)\"),\"signature\":\"([\\w+/=]+)\"}");

    public static SignedCheckpoint sign(String board, long seq, String hash, Instant at, PrivateKey signing, PublicKey checking) {
        String key = id(checking);
        String text = Canonical.begin().with("board", board).with("seq", seq).with("hash", hash).with("at", at).with("key", key).end();
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(signing);
            signature.update(text.getBytes(StandardCharsets.UTF_8));
            return parse(text.substring(0, text.length() - 1) + ",\"signature\":\""
                    + Base64.getEncoder().encodeToString(signature.sign()) + "\"}");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static boolean isOne(String line) {
        return LINE.matcher(line).matches();
    }

    /** @throws IllegalArgumentException where the line is no checkpoint */
    public static SignedCheckpoint parse(String line) {
        Matcher found = LINE.matcher(line);
        if (!found.matches()) {
            throw new IllegalArgumentException("A line that should be a checkpoint is none");
        }
        return new SignedCheckpoint(found.group(2), Long.parseLong(found.group(3)), found.group(4), found.group(5), found.group(6),
                found.group(7));
    }

    /** Whether that key's owner signed exactly this. */
    public boolean isSignedWith(PublicKey checking) {
        try {
            Signature check = Signature.getInstance(ALGORITHM);
            check.initVerify(checking);
            check.update((fields() + "}").getBytes(StandardCharsets.UTF_8));
            return check.verify(Base64.getDecoder().decode(signature));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }

    /** As it is kept in a file. */
    public String line() {
        return fields() + ",\"signature\":\"" + signature + "\"}";
    }

    private String fields() {
        return Canonical.begin().with("board", board).with("seq", seq).with("hash", hash).with("at", at).with("key", key).text();
    }

    ChainAnchor mark() {
        return new ChainAnchor(seq, hash);
    }

    /** Names a key: the first 16 hex digits of its SHA-256. */
    public static String id(PublicKey key) {
        return HexFormat.of().formatHex(Canonical.sha256(key.getEncoded()), 0, KEY_BYTES);
    }
}
