package org.probity.audit;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An entry in its place in a chain. Its hash is the SHA-256 of its canonical form, which holds the hash of the entry before.
 *
 * @param seq its place, counted from 1 without gaps
 * @param previous hash of the entry before; empty for the first
 * @param content the fields of the canonical form after these three
 */
public record ChainEntry(String board, long seq, String previous, String content, String hash) {

    private static final String ENTRY = "{\"entry\":";
    private static final String WITHHELD = "{\"withheld\":";
    private static final String HASH = ",\"hash\":\"";
    private static final String END = "\"}";
    private static final String AT = ",\"at\":\"";
    private static final int HASH_LENGTH = 43;
    private static final Pattern HEAD = Pattern.compile("\\{\"v\":" + Canonical.VERSION
            + ",\"board\":\"([^\"\\\\]*)\",\"seq\":(\\d{1,18}),\"previous\":\"([\\w-]*)\"");

    /** The link that follows in a chain. */
    public static ChainEntry after(String board, long seq, String previous, String content) {
        return new ChainEntry(board, seq, previous, content, Canonical.hash(canonical(board, seq, previous, content)));
    }

    private static String canonical(String board, long seq, String previous, String content) {
        return Canonical.begin().with("board", board).with("seq", seq).with("previous", previous).with(content).end();
    }

    /** Whether it was sealed for that place, after an entry of that hash. */
    public boolean fits(long place, String after) {
        return Canonical.hash(canonical(board, place, after, content)).equals(hash);
    }

    /** Whether it begins as Probity writes an entry: a salt or a proof that stands there otherwise somebody put around it. */
    public boolean isWritten() {
        return isReadable() && Salt.isWritten(content);
    }

    /** Whether this was sealed before entries were given salts, and is told. */
    public boolean isSealedTwice() {
        return isReadable() && Salt.proof(content) != null;
    }

    /** The hash it had then. @param after the one of the entry before; empty for the first */
    public String earlierHash(String after) {
        return Canonical.hash(canonical(board, seq, after, Salt.unsalted(content)));
    }

    public boolean isReadable() {
        return content != null;
    }

    /** Whether only its place is told. Whether its hash is the right one is said by the entry after it, which holds it; of the one before it proves nothing. */
    public boolean isWithheld() {
        return isReadable() && content.isEmpty();
    }

    /** Whether that is when it was written, in canonical form; of one that is withheld nobody is told. */
    public boolean isOf(String time) {
        return isReadable() && content.startsWith(AT + time + "\",", Salt.end(content));
    }

    /** The same for somebody whom its content does not concern. */
    public ChainEntry withheld() {
        return new ChainEntry(board, seq, previous, "", hash);
    }

    /** As a line of an exported chain. */
    public String line() {
        return (isWithheld() ? WITHHELD : ENTRY) + canonical(board, seq, previous, content) + HASH + hash + END;
    }

    /** What a line of an exported chain says; where it says nothing that can be read, a link that fits nowhere. */
    public static ChainEntry parse(String line) {
        String start = line.startsWith(WITHHELD) ? WITHHELD : ENTRY;
        int hash = line.length() - END.length() - HASH_LENGTH;
        int end = hash - HASH.length();
        Matcher head = HEAD.matcher(line).region(Math.min(start.length(), line.length()), line.length());
        boolean whole = end > 0 && line.startsWith(start) && line.endsWith(END) && line.startsWith(HASH, end) && head.lookingAt()
                && head.end() < end && line.charAt(end - 1) == '}';
        return whole && start.equals(WITHHELD) == (head.end() == end - 1)
                ? new ChainEntry(head.group(1), Long.parseLong(head.group(2)), head.group(3), line.substring(head.end(), end - 1),
                        line.substring(hash, hash + HASH_LENGTH))
                : new ChainEntry("", 0, "", null, "");
    }
}
