package org.probity.checkpoint;

/**
 * The hash that the entry at that place has to have, as known from elsewhere: a checkpoint, or the end of the stored chain.
 *
 * @param proves whether what stands before it is proven by it; otherwise it can only contradict
 * @param witnessed whether somebody else than Probity has kept it since it was signed
 */
public record ChainAnchor(long seq, String hash, boolean proves, boolean witnessed) {

    public ChainAnchor(long seq, String hash) {
        this(seq, hash, true, false);
    }
}
