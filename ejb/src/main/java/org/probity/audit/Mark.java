package org.probity.audit;

/** The hash that the entry at that place has to have, as known from elsewhere: a checkpoint, or the end of the stored chain. */
record Mark(long seq, String hash) {
}
