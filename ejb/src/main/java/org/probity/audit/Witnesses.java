package org.probity.audit;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Set;

/** What the checkpoints of a chain say together: of those that a trusted key signed no more is kept than their marks. */
final class Witnesses {

    private static final Comparator<SignedCheckpoint> ORDER = Comparator.comparingLong(SignedCheckpoint::seq).thenComparing(SignedCheckpoint::at);

    private final TrustedKeys trusted;
    private final Set<Mark> marks = new HashSet<>();
    private final Set<SignedCheckpoint> forged = new HashSet<>();
    private final Set<SignedCheckpoint> unknown = new HashSet<>();
    private SignedCheckpoint newest;

    Witnesses(TrustedKeys trusted) {
        this.trusted = trusted;
    }

    /** What was heard before, from the database or from outside, counts once. */
    void hear(SignedCheckpoint checkpoint) {
        if (!trusted.knows(checkpoint)) {
            unknown.add(checkpoint);
        } else if (!trusted.vouchFor(checkpoint)) {
            forged.add(checkpoint);
        } else {
            marks.add(checkpoint.mark());
            newest = newest == null || ORDER.compare(checkpoint, newest) > 0 ? checkpoint : newest;
        }
    }

    Collection<Mark> marks() {
        return marks;
    }

    /** Place of the last entry that one of them covers; 0 where there is none. */
    long newest() {
        return newest == null ? 0 : newest.seq();
    }

    /** Null where there is none. */
    Instant newestAt() {
        return newest == null ? null : Instant.parse(newest.at());
    }

    /** How many say they were signed with a key that is trusted, and were not. */
    long forged() {
        return forged.size();
    }

    long unknown() {
        return unknown.size();
    }
}
