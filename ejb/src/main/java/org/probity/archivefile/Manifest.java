package org.probity.archivefile;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.probity.tenancy.Board;

/**
 * What an archive says of itself; its last entry but the {@link Seal} over it, {@code manifest.json}.
 *
 * @param format of the archive; this release writes and reads {@link #FORMAT}
 * @param release of Probity that wrote it
 * @param schema version of the database, as the migrations count
 * @param engine version of the process engine's tables
 * @param at when it was written, the only thing in it that differs between two archives of the same state
 * @param tables each entry of lines with their number and the SHA-256 of its bytes, in order
 * @param files how many there are
 * @param leftBehind what of the board and its people is not in the archive: secrets that only the installation it comes from
 *        could open, and people's ways in
 * @param processes names of the definitions its cases run on, as the engine gives them
 * @param checkpointKeys the keys that the checkpoints of the audit were signed with, and how each came to that, a line each
 * @param contents SHA-256 over the SHA-256 and the name of every entry but this one, in order
 */
public record Manifest(int format, String release, String schema, String engine, String board, String name, Instant at,
        List<Lines> tables, long files, List<String> leftBehind, List<String> processes, AuditHead audit,
        List<String> checkpointKeys, String contents) {

    public static final int FORMAT = 2;
    static final String ENTRY = "manifest.json";

    private static final int LONGEST_KEY = 2_000;

    /** One entry of lines. */
    public record Lines(String entry, long lines, String sha256) {
    }

    /**
     * The last entry of the board's audit chain.
     *
     * @param signed the checkpoint of it that was signed for the archive; null in those of earlier releases, and where there is no entry
     */
    public record AuditHead(long seq, String hash, String signed) {

        /** Whether that is the entry, signed or not. */
        public boolean is(AuditHead other) {
            return seq == other.seq && hash.equals(other.hash);
        }
    }

    /** The same with a checkpoint of where the audit ends. */
    public Manifest signed(String checkpoint) {
        return new Manifest(format, release, schema, engine, board, name, at, tables, files, leftBehind, processes,
                new AuditHead(audit.seq(), audit.hash(), checkpoint), checkpointKeys, contents);
    }

    /** Whether it says everything an archive has to say; names are still to be looked up. */
    boolean isWhole() {
        return isComplete(tables) && isComplete(leftBehind) && isComplete(processes) && isComplete(checkpointKeys) && Board.isSlug(board)
                && schema != null && engine != null && at != null && audit != null && audit.hash() != null && contents != null
                && (audit.signed() == null || audit.signed().length() <= LONGEST_KEY)
                && checkpointKeys.stream().allMatch(key -> key.length() <= LONGEST_KEY);
    }

    private static boolean isComplete(List<?> list) {
        return list != null && list.stream().noneMatch(Objects::isNull);
    }
}
