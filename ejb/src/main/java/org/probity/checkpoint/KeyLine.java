package org.probity.checkpoint;

import java.time.Instant;

/**
 * A key that signs, or signed, checkpoints.
 *
 * @param key its id: the first 16 hex digits of the SHA-256 of the public key
 * @param at since when
 * @param previous id of the key it took the place of, or null for a first one
 * @param declared why it is there without a signature of the key before, as the operator said it; null where there is one
 * @param foreign whether it came with the board from another installation
 */
public record KeyLine(String key, Instant at, String previous, String declared, boolean foreign) {
}
