package org.probity.checkpoint;

import java.util.List;
import org.probity.audit.ChainEntry;
import org.probity.audit.Verdict;
import org.probity.audit.Verdict.Kind;

/**
 * Finds out what happened where a chain breaks. Numbers may have been put right and hashes worked out anew to hide it, so it
 * tries for which place, and after which entry, the one that was found there had been sealed.
 */
final class Diagnosis {

    /** Most entries at once that are looked for as removed or inserted where their numbers were put right. */
    private static final int SHIFT = 1_000;

    private final String board;
    private final long place;
    private final String hash;
    private final String hashBefore;

    /**
     * @param place the first that does not hold what it should
     * @param hash of the entry before that place
     * @param hashBefore of the one before that
     */
    Diagnosis(String board, long place, String hash, String hashBefore) {
        this.board = board;
        this.place = place;
        this.hash = hash;
        this.hashBefore = hashBefore;
    }

    /** @param found what stands at that place, and what follows */
    Verdict of(List<ChainEntry> found) {
        ChainEntry first = found.get(0);
        int own = own(found);
        if (own > 0) {
            return Verdict.at(!isCopied(found) && belongsAfter(found, own) ? Kind.MOVED : Kind.INSERTED, place);
        }
        if (!first.isReadable()) {
            return Verdict.at(Kind.CHANGED, place);
        }
        if (!first.board().equals(board)) {
            return Verdict.at(Kind.INSERTED, place);
        }
        if (first.seq() > place) {
            return Verdict.between(Kind.REMOVED, place, first.seq() - 1);
        }
        return first.seq() < place ? twice(first) : changed(first);
    }

    /** Whether what stands here also stands in a place further on. */
    private static boolean isCopied(List<ChainEntry> found) {
        return found.stream().skip(1).anyMatch(link -> link.hash().equals(found.get(0).hash()));
    }

    /** Where the entry that belongs here stands instead; 0 where it is nowhere. */
    private int own(List<ChainEntry> found) {
        for (int i = 1; i < found.size(); i++) {
            if (found.get(i).isReadable() && found.get(i).fits(place, hash)) {
                return i;
            }
        }
        return 0;
    }

    /** Whether what stands here has its own place further on in the chain. */
    private boolean belongsAfter(List<ChainEntry> found, int own) {
        ChainEntry stray = found.get(0);
        long next = place + 1;
        String last = found.get(own).hash();
        for (int i = 1; stray.isReadable() && i <= found.size(); i++) {
            if (stray.fits(next, last)) {
                return true;
            }
            if (i < found.size() && i != own && found.get(i).isReadable() && found.get(i).fits(next, last)) {
                last = found.get(i).hash();
                next++;
            }
        }
        return false;
    }

    /** Two entries have the number before: the one that came first, unless this is a copy of it. */
    private Verdict twice(ChainEntry first) {
        boolean earlier = !first.hash().equals(hash) && first.fits(place - 1, hashBefore);
        return Verdict.at(Kind.INSERTED, earlier ? place - 1 : place);
    }

    private Verdict changed(ChainEntry first) {
        if (first.fits(place, first.previous()) && place > 1) {
            return Verdict.at(Kind.CHANGED, place - 1);
        }
        for (int shift = 1; shift <= SHIFT; shift++) {
            if (first.fits(place + shift, first.previous())) {
                return Verdict.between(Kind.REMOVED, place, place + shift - 1);
            }
            if (shift < place && first.fits(place - shift, first.previous())) {
                return Verdict.between(Kind.INSERTED, place - shift, place - 1);
            }
        }
        return Verdict.at(Kind.CHANGED, place);
    }
}
