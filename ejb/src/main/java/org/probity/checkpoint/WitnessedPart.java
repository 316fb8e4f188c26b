package org.probity.checkpoint;

import org.probity.audit.ChainEntry;

/**
 * What of a chain is proven by the checkpoints that a witness kept, and by nothing that was signed since: whatever is told between
 * the last entry that is withheld and one that such a checkpoint names.
 */
final class WitnessedPart {

    /** The first that is told since, and not proven yet. */
    private long open = 1;
    private long from = 1;
    private long to;
    private long proven;
    private boolean withheld;

    /**
     * Goes on to the next entry.
     *
     * @param kept whether the witness kept a checkpoint of it
     * @return false where they did, and it is withheld, and of what is told before it the last is in none that they kept
     */
    boolean follow(ChainEntry link, boolean kept) {
        long place = link.seq();
        if (!link.isWithheld()) {
            withheld = false;
            prove(place, kept);
            return true;
        }
        if (!withheld) {
            from = open;
            to = place - 1;
        }
        withheld = true;
        open = place + 1;
        return !kept || from > to;
    }

    private void prove(long place, boolean kept) {
        if (kept) {
            proven += place - open + 1;
            open = place + 1;
        }
    }

    /** Place of the first that is told and not proven, before what was withheld last. */
    long from() {
        return from;
    }

    /** Place of the last of them. */
    long to() {
        return to;
    }

    /** How many are. */
    long proven() {
        return proven;
    }
}
