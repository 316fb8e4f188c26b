package org.probity.audit;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Set;

/**
 * What the checkpoints of a chain say together: of those that a trusted key signed no more is kept than
 * their marks, and the signatures of those that the database holds.
 */
final class Witnesses {

    private static final Comparator<SignedCheckpoint> ORDER = Comparator.comparingLong(SignedCheckpoint::seq).thenComparing(SignedCheckpoint::at);

    private final TrustedKeys trusted;
    private final Set<Mark> marks = new HashSet<>();
    private final Set<SignedCheckpoint> forged = new HashSet<>();
    private final Set<SignedCheckpoint> unknown = new HashSet<>();
    private final Set<String> signatures = new HashSet<>();
    private long altered;
    private SignedCheckpoint newest;

    Witnesses(TrustedKeys trusted) {
        this.trusted = trusted;
    }

    /** A row: none stands there twice, or for another day than the one on which it was signed. */
    void hear(Checkpoint row) {
        SignedCheckpoint checkpoint = row.signed();
        if (hear(checkpoint) && (!row.isOfItsDay() || !signatures.add(checkpoint.signature()))) {
            altered++;
        }
    }

    /** What was heard before, from the database or from outside, counts once. @return whether a trusted key signed it */
    boolean hear(SignedCheckpoint checkpoint) {
        boolean genuine = trusted.vouchFor(checkpoint);
        if (!trusted.knows(checkpoint)) {
            unknown.add(checkpoint);
        } else if (!genuine) {
            forged.add(checkpoint);
        } else {
            marks.add(checkpoint.mark());
            newest = newest == null || ORDER.compare(checkpoint, newest) > 0 ? checkpoint : newest;
        }
        return genuine;
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

    /** How many say they were signed with a key that is trusted, and were not, or not on that day, or not so often. */
    long forged() {
        return forged.size() + altered;
    }

    long unknown() {
        return unknown.size();
    }
}
