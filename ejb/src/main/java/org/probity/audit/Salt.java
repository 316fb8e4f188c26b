package org.probity.audit;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Random bits that are sealed with an entry and told only with it: whoever is given the hash of an entry that is withheld
 * from them cannot try what it may say.
 *
 * <p>Entries from before there were salts were sealed a second time, each with a salt and with a proof of the hash it had.
 * That hash takes part in every later one of its time, so the proof can be checked only by who is told all salts before it:
 * the {@link #sum} of them is its key. Nobody from whom one entry is withheld can try what it says against a later proof.
 */
public final class Salt {

    /** Of the text, in characters: 128 random bits as base64url. */
    static final int LENGTH = 22;

    private static final int BYTES = 16;
    private static final String SALT = ",\"salt\":\"";

    /** Before the fields of an entry, of which the first says when it was written; and never around another salt. */
    private static final Pattern BEGINNING = Pattern.compile(",\"salt\":\"[\\w-]{22}\"(?:,\"earlier\":\"([\\w-]{43})\")?(?=,\"at\":\")");

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private Salt() {
    }

    public static String random() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return BASE64.encodeToString(bytes);
    }

    /** What stands before the fields of an entry. @param proof of the hash it had before it was given a salt, or null */
    public static String prefix(String salt, String proof) {
        if (salt == null) {
            return "";
        }
        Canonical prefix = Canonical.fields().with("salt", salt);
        return (proof == null ? prefix : prefix.with("earlier", proof)).text();
    }

    /** Whether a content begins as Probity writes one: with a salt and perhaps a proof, or from before there were any. */
    static boolean isWritten(String content) {
        return !content.startsWith(SALT) || BEGINNING.matcher(content).lookingAt();
    }

    /** The proof in a content, or null where it was sealed once only. */
    public static String proof(String content) {
        Matcher beginning = BEGINNING.matcher(content);
        return beginning.lookingAt() ? beginning.group(1) : null;
    }

    /** Where the fields of a content begin. */
    static int end(String content) {
        Matcher beginning = BEGINNING.matcher(content);
        return beginning.lookingAt() ? beginning.end() : 0;
    }

    /** @param sum of the salts of all entries before; empty for the first */
    public static String proof(String sum, String earlierHash) {
        return Canonical.hash(sum + earlierHash);
    }

    /** Of the salts up to an entry that was sealed twice. @param sum of those before it; empty for the first */
    public static String sum(String sum, String content) {
        return Canonical.hash(sum + content.substring(SALT.length(), SALT.length() + LENGTH));
    }

    /** The content that was sealed before. */
    static String unsalted(String content) {
        return content.substring(end(content));
    }
}
