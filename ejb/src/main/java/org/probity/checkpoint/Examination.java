package org.probity.checkpoint;

import java.io.Serializable;
import java.time.Instant;
import org.probity.audit.Verdict;

/**
 * What came of checking a stored chain.
 *
 * @param signed place of the newest entry that a checkpoint covers; 0 where there is none
 * @param signedAt when that checkpoint was made, or null
 * @param forged checkpoints that are not as they were signed, stand for another day than that on which they were, or stand there twice
 * @param unknown checkpoints of keys that nobody knows here, and lines of their file that are none: they cannot be checked
 */
public record Examination(Verdict verdict, long signed, Instant signedAt, long forged, long unknown) implements Serializable {

    public boolean whole() {
        return verdict.whole() && forged == 0 && unknown == 0;
    }
}
