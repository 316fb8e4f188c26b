package org.probity.audit;

import java.io.Serializable;
import java.time.Instant;

/**
 * What came of checking a stored chain.
 *
 * @param signed place of the newest entry that a checkpoint covers; 0 where there is none
 * @param signedAt when that checkpoint was made, or null
 * @param forged checkpoints that are not as they were signed
 */
public record Examination(Verdict verdict, long signed, Instant signedAt, long forged) implements Serializable {

    public boolean whole() {
        return verdict.whole() && forged == 0;
    }
}
