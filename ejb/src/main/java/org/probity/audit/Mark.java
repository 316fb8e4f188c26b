package org.probity.audit;

/**
 * The hash that the entry at that place has to have, as known from elsewhere: a checkpoint, or the end of the stored chain.
 *
 * @param proves whether what stands before it is proven by it; otherwise it can only contradict
 */
record Mark(long seq, String hash, boolean proves) {

    Mark(long seq, String hash) {
        this(seq, hash, true);
    }
}
