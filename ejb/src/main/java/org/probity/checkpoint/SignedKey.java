package org.probity.checkpoint;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.probity.audit.Canonical;

/**
 * Says that a key signs checkpoints from some time on: the first of an installation, or one that took the place of another.
 * The key signs this itself, so that it stands for the key before; the key before signs it too, unless that one was lost and
 * the operator declared the new one. Whoever trusts one of the two trusts the other only where both have signed.
 *
 * @param key id of the key
 * @param publicKey X.509, base64
 * @param at in canonical form
 * @param previous id of the key before; empty for the first
 * @param declared why there is a new key without a signature of the one before; empty where there is one
 * @param own Ed25519 by the key over the fields before, base64
 * @param byPrevious the same by the key before; empty where it was lost
 */
public record SignedKey(String key, String publicKey, String at, String previous, String declared, String own, String byPrevious) {

    /** Longest reason for a declared key, in characters. */
    public static final int LONGEST_REASON = 500;

    private static final String ALGORITHM = "Ed25519";
    private static final Pattern LINE = Pattern.compile("\\{\"v\":" + Canonical.VERSION + ",\"key\":\"([0-9a-f]{16})\",\"public\":\"([\\w+/=]{1,200})\","
            + "\"at\":\"([^\"\\\\]{1,40})\",\"previous\":\"([0-9a-f]{0,16})\",\"declared\":\"([^\"\\\\]{0,500})\",\"own\":\"([\\w+/=]{1,200})\","
            + "\"byPrevious\":\"([\\w+/=]{0,200})\"}");

    /** The first key of an installation. */
    public static SignedKey first(PublicKey key, PrivateKey signing, Instant at) {
        return make(key, signing, at, "", "", null);
    }

    /** A key that the one before hands over to. */
    public static SignedKey handedOver(PublicKey key, PrivateKey signing, Instant at, String previous, PrivateKey signingBefore) {
        return make(key, signing, at, previous, "", signingBefore);
    }

    /** A key in the place of one that was lost. @param why of the operator; quotes, backslashes and controls are taken out of it */
    public static SignedKey declared(PublicKey key, PrivateKey signing, Instant at, String previous, String why) {
        String plain = why.length() > LONGEST_REASON ? why.substring(0, LONGEST_REASON) : why;
        return make(key, signing, at, previous, plain.replaceAll("[\"\\\\\\p{Cntrl}]", " ").strip(), null);
    }

    private static SignedKey make(PublicKey key, PrivateKey signing, Instant at, String previous, String declared, PrivateKey signingBefore) {
        String bytes = Base64.getEncoder().encodeToString(key.getEncoded());
        SignedKey unsigned = new SignedKey(SignedCheckpoint.id(key), bytes, Canonical.time(at), previous, declared, "", "");
        String own = sign(unsigned.fields(), signing);
        return new SignedKey(unsigned.key, bytes, unsigned.at, previous, declared, own, signingBefore == null ? "" : sign(unsigned.fields(), signingBefore));
    }

    private static String sign(String text, PrivateKey key) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(key);
            signature.update(Canonical.utf8(text));
            return Base64.getEncoder().encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @throws IllegalArgumentException where the line says no such thing */
    public static SignedKey parse(String line) {
        Matcher found = LINE.matcher(line);
        if (!found.matches()) {
            throw new IllegalArgumentException("A line about a key cannot be read");
        }
        return new SignedKey(found.group(1), found.group(2), found.group(3), found.group(4), found.group(5), found.group(6), found.group(7));
    }

    /** As it is kept in a file. */
    public String line() {
        return fields() + ",\"own\":\"" + own + "\",\"byPrevious\":\"" + byPrevious + "\"}";
    }

    private String fields() {
        return Canonical.begin().with("key", key).with("public", publicKey).with("at", at).with("previous", previous)
                .with("declared", declared).text();
    }

    /** Whether the key is the one it is named as, and stands for what is said here. */
    public boolean isGenuine() {
        try {
            PublicKey mine = toPublicKey();
            return SignedCheckpoint.id(mine).equals(key) && isSignedBy(mine, own);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** Whether the key before handed over to this one. */
    boolean isHandedOverBy(PublicKey before) {
        return SignedCheckpoint.id(before).equals(previous) && isSignedBy(before, byPrevious);
    }

    private boolean isSignedBy(PublicKey by, String signature) {
        try {
            Signature check = Signature.getInstance(ALGORITHM);
            check.initVerify(by);
            check.update(Canonical.utf8(fields()));
            return !signature.isEmpty() && check.verify(Base64.getDecoder().decode(signature));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }

    /** @throws IllegalArgumentException where it is no Ed25519 key */
    PublicKey toPublicKey() {
        try {
            return KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(publicKey)));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("No key", e);
        }
    }
}
