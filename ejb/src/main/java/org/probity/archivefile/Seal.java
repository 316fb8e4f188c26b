package org.probity.archivefile;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.probity.crypto.Sha256;

/**
 * Says which installation wrote an archive; its last entry, {@code manifest.sig}: a line with the installation's public key and
 * one with its signature over the manifest, which in turn holds the hash of everything else. Encryption to the board's key says
 * nothing of the kind, since anybody can do that.
 */
public record Seal(PublicKey key, byte[] signature) {

    static final String ENTRY = "manifest.sig";
    static final int LARGEST = 1_000;

    private static final String ALGORITHM = "Ed25519";
    private static final int GROUP = 4;
    private static final int LONGEST_TYPED = 200;

    /** Signed before the manifest, so that nothing else that is signed with the key can be taken for an archive. */
    private static final byte[] PURPOSE = "probity archive\n".getBytes(StandardCharsets.US_ASCII);

    static Seal over(byte[] manifest, PrivateKey signing, PublicKey checking) {
        try {
            Signature made = Signature.getInstance(ALGORITHM);
            made.initSign(signing);
            made.update(PURPOSE);
            made.update(manifest);
            return new Seal(checking, made.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @throws org.probity.kernel.Refusal STATE where the text is no seal */
    static Seal parse(byte[] text) {
        try {
            List<String> lines = new String(text, StandardCharsets.US_ASCII).lines().toList();
            if (lines.size() != 2) {
                throw ArchiveReader.damaged();
            }
            return new Seal(key(lines.get(0)), Base64.getDecoder().decode(lines.get(1)));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw ArchiveReader.damaged();
        }
    }

    /** @param text a public key as {@link #text(PublicKey)} writes it */
    static PublicKey key(String text) throws GeneralSecurityException {
        return KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(text)));
    }

    static String text(PublicKey key) {
        return Base64.getEncoder().encodeToString(key.getEncoded());
    }

    boolean fits(byte[] manifest) {
        try {
            Signature check = Signature.getInstance(ALGORITHM);
            check.initVerify(key);
            check.update(PURPOSE);
            check.update(manifest);
            return check.verify(signature);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    String text() {
        return text(key) + "\n" + Base64.getEncoder().encodeToString(signature) + "\n";
    }

    public String fingerprint() {
        return fingerprint(key);
    }

    /** SHA-256 of the key in hex, in groups of four: to be read out on the telephone and compared in full. */
    public static String fingerprint(PublicKey key) {
        MessageDigest digest = Sha256.digest();
        digest.update(key.getEncoded());
        return String.join(" ", HexFormat.of().formatHex(digest.digest()).split("(?<=\\G.{" + GROUP + "})"));
    }

    /** Whether that could be a whole fingerprint. */
    public static boolean isFingerprint(String typed) {
        return typed.length() <= LONGEST_TYPED && normal(typed).matches("([0-9a-f]{4} ){15}[0-9a-f]{4}");
    }

    /** A fingerprint as somebody typed it, in the form of {@link #fingerprint}. */
    static String normal(String typed) {
        String hex = typed == null ? "" : typed.replaceAll("[\\s:.-]", "").toLowerCase(Locale.ROOT);
        return String.join(" ", hex.split("(?<=\\G.{" + GROUP + "})"));
    }
}
