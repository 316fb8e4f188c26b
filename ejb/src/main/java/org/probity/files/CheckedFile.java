package org.probity.files;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.probity.kernel.Checks;
import org.probity.kernel.Refusal;

/**
 * A file that came in and passed its checks.
 *
 * @param fileName safe to show and to save under
 * @param sha256 of the bytes, lower-case hex
 */
public record CheckedFile(String fileName, FileType type, byte[] bytes, String sha256) {

    /** Largest file taken, in megabytes (MiB). */
    static final int LARGEST = 25;

    private static final String FIELD = "file";

    /** @throws Refusal TOO_LARGE, or INVALID where the file is empty, of no type we take, not what its name says,
     *         immense once it is opened, has parts that act or come from elsewhere, or is called by a password */
    public static CheckedFile of(String name, byte[] bytes) {
        if (bytes == null || bytes.length == 0) {
            throw Refusal.invalid(FIELD, "documents.refused.empty");
        }
        if (bytes.length > LARGEST * 1024L * 1024L) {
            throw Refusal.tooLarge(FIELD, "documents.refused.tooLarge", LARGEST);
        }
        new Checks().max(FIELD, FileNames.spoken(name), Checks.LONG_TEXT).done();
        String fileName = FileNames.safe(name);
        FileType type = FileType.named(fileName)
                .orElseThrow(() -> Refusal.invalid(FIELD, "documents.refused.type", fileName, FileType.allowed()));
        FileSniffer.problem(type, bytes).ifPresent(key -> {
            throw Refusal.invalid(FIELD, key, fileName, key.equals(OfficeFile.SWELLS) ? OfficeFile.LARGEST : PictureSize.MEGAPIXELS);
        });
        return new CheckedFile(fileName, type, bytes, sha256(bytes));
    }

    /** Lower-case hex. */
    public static String sha256(byte[] bytes) {
        MessageDigest digest = digest();
        digest.update(bytes);
        return hex(digest);
    }

    /** Lower-case hex. */
    public static String hex(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest());
    }

    public static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
