package org.probity.checkpoint;

import jakarta.persistence.EntityManager;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.probity.audit.ChainEntry;
import org.probity.audit.Verdict;
import org.probity.checkpoint.Chains.End;

/**
 * The stored chain as it has grown since it was signed, read on from the last entry that a checkpoint outside the database names, as a
 * rule the entries of a day: whoever holds the database can write down another end of it, or other entries before one, and have them
 * signed. Where no checkpoint outside can be trusted by itself it is read from its first entry.
 */
final class GrownChain {

    private final EntityManager entities;
    private final String board;
    private final CheckpointFiles files;
    private final TrustedKeys trusted;
    private final List<SignedCheckpoint> farthest;
    private ChainAnchor reached;

    /** Looks into the file; where the chain ends is asked for afterwards, so that no other server signs what is not seen. */
    GrownChain(EntityManager entities, String board, CheckpointFiles files, TrustedKeys trusted) {
        this.entities = entities;
        this.board = board;
        this.files = files;
        this.trusted = trusted;
        this.farthest = files.farthest(board);
    }

    /** Reads up to that end, while others may add to it. @return what is wrong first */
    Verdict read(End end) {
        Verdict verdict = signed().map(mark -> sinceSigned(mark, end)).orElseGet(() -> fromItsBeginning(end));
        reached = new ChainAnchor(end.seq(), end.hash());
        return verdict;
    }

    /** Reads on to that end, beyond which nothing may stand. Nothing that was found whole is read again. */
    Verdict readOn(End end) {
        return onFrom(reached, end, Long.MAX_VALUE);
    }

    /** The last entry that was signed, where all that name it agree. */
    private Optional<ChainAnchor> signed() {
        List<ChainAnchor> named = farthest.stream().filter(this::counts).map(SignedCheckpoint::mark).distinct().toList();
        return named.size() == 1 && farthest.stream().anyMatch(trusted::vouchFor) ? Optional.of(named.get(0)) : Optional.empty();
    }

    /** Also where nobody knows its key: whoever holds the database can take that out of it, and not the line out of the file. */
    private boolean counts(SignedCheckpoint line) {
        return !trusted.knows(line) || trusted.vouchFor(line);
    }

    private Verdict sinceSigned(ChainAnchor signed, End end) {
        if (end.seq() < signed.seq()) {
            return Verdict.between(Verdict.Kind.CUT, end.seq() + 1, signed.seq());
        }
        Optional<ChainEntry> there = Optional.of(new StoredChain(entities, signed.seq() - 1, signed.seq())).filter(StoredChain::hasNext)
                .map(chain -> chain.next().link());
        if (there.isEmpty()) {
            return Verdict.at(Verdict.Kind.REMOVED, signed.seq());
        }
        if (there.get().hash().equals(signed.hash())) {
            return onFrom(signed, end, end.seq());
        }
        return there.get().isSealedTwice() ? fromItsBeginning(end) : Verdict.between(Verdict.Kind.RESEALED, 1, signed.seq());
    }

    private Verdict onFrom(ChainAnchor start, End end, long last) {
        if (end.seq() < start.seq()) {
            return Verdict.between(Verdict.Kind.CUT, end.seq() + 1, start.seq());
        }
        if (end.seq() == start.seq() && !end.hash().equals(start.hash())) {
            return Verdict.at(Verdict.Kind.RESEALED, end.seq());
        }
        return new ChainCheck(board, start, List.of(new ChainAnchor(end.seq(), end.hash())))
                .check(new StoredChain(entities, start.seq(), last).links()).endingAt(end.seq());
    }

    /** A checkpoint from before entries had salts names the hash of then, which only the whole chain tells. */
    private Verdict fromItsBeginning(End end) {
        Set<ChainAnchor> marks = new HashSet<>();
        long last = farthest.stream().mapToLong(SignedCheckpoint::seq).max().orElse(0);
        files.read(board, line -> {
            if (line.seq() <= last && counts(line)) {
                marks.add(line.mark());
            }
        });
        marks.add(new ChainAnchor(end.seq(), end.hash()));
        return new ChainCheck(board, List.copyOf(marks)).check(new StoredChain(entities, end.seq()).links());
    }
}
