package org.probity.checkpoint;

import java.time.Instant;

/**
 * A checkpoint in a list.
 *
 * @param seq place of the last entry it covers
 * @param key id of the key it was signed with
 * @param asked whether somebody asked for it; otherwise it is the one of its day
 */
public record CheckpointLine(Instant at, long seq, String key, boolean asked, String madeBy) {
}
