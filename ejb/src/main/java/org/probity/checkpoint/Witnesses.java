package org.probity.checkpoint;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the checkpoints of a chain say together: of those that a trusted key signed no more is kept than
 * their marks, the signatures of those that the database holds, and those that it does not hold.
 */
public final class Witnesses {

    private static final Comparator<SignedCheckpoint> ORDER = Comparator.comparingLong(SignedCheckpoint::seq).thenComparing(SignedCheckpoint::at);

    private final TrustedKeys trusted;
    private final Set<ChainAnchor> marks = new HashSet<>();
    private final Set<SignedCheckpoint> forged = new HashSet<>();
    private final Set<SignedCheckpoint> unknown = new HashSet<>();
    private final Set<String> signatures = new HashSet<>();
    private final Set<ChainAnchor> suspected = new HashSet<>();
    private final List<SignedCheckpoint> onlyOutside = new ArrayList<>();
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

    /** A line of the file; those of the database are heard before. */
    void hearOutside(SignedCheckpoint line) {
        if (hear(line)) {
            if (!signatures.contains(line.signature())) {
                onlyOutside.add(line);
            }
        } else if (!trusted.knows(line)) {
            suspected.add(line.mark());
        }
    }

    /** What was heard before, from the database or from outside, counts once. @return whether a trusted key signed it */
    private boolean hear(SignedCheckpoint checkpoint) {
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

    Collection<ChainAnchor> marks() {
        return marks;
    }

    /**
     * And of lines of the file whose keys nobody knows here: whoever holds the database can take a key out of it, and what it signed
     * has to agree all the same before anything is signed.
     */
    public List<ChainAnchor> contradicting() {
        return Stream.concat(marks.stream(), suspected.stream()).toList();
    }

    /** What a trusted key signed and the database no longer holds, or not yet. */
    public List<SignedCheckpoint> onlyOutside() {
        return onlyOutside;
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
