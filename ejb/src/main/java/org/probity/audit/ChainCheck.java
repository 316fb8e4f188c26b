package org.probity.audit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Walks a chain from its first entry and stops at the first that is wrong. Needs no more memory than {@link #AHEAD} entries. */
final class ChainCheck {

    /** How far it looks for an entry that is not in its place. */
    private static final int AHEAD = 20_000;

    private final String board;
    private final Map<Long, Set<String>> marks = new HashMap<>();
    private long lastMark;
    private long marked;
    private long unproven;
    private long place;
    private String hash = "";
    private String hashBefore = "";

    private final EarlierChain earlier = new EarlierChain();

    /** @param marks what the chain is held against */
    ChainCheck(String board, List<Mark> marks) {
        this.board = board;
        for (Mark mark : marks) {
            this.marks.computeIfAbsent(mark.seq(), seq -> new HashSet<>()).add(mark.hash());
            lastMark = Math.max(lastMark, mark.seq());
        }
    }

    Verdict check(Iterator<Link> links) {
        while (links.hasNext()) {
            Link link = links.next();
            if (!follows(link)) {
                return new Diagnosis(board, place + 1, hash, hashBefore).of(ahead(link, links));
            }
            if (!earlier.follow(link)) {
                return Verdict.at(Verdict.Kind.CHANGED, place + 1);
            }
            if (!isAsMarked(link)) {
                return Verdict.between(Verdict.Kind.RESEALED, marked + 1, place + 1);
            }
            advance(link);
        }
        return lastMark > place ? Verdict.between(Verdict.Kind.CUT, place + 1, lastMark)
                : unproven > 0 ? new Verdict(Verdict.Kind.UNPROVEN, unproven, unproven, place)
                : new Verdict(Verdict.Kind.WHOLE, 0, 0, place);
    }

    private boolean follows(Link link) {
        return link.isReadable() && link.seq() == place + 1 && link.previous().equals(hash) && link.board().equals(board)
                && (link.isWithheld() || link.fits(place + 1, hash));
    }

    /** A checkpoint from before there were salts names the hash of then: nothing can be said of it once an entry is withheld. */
    private boolean isAsMarked(Link link) {
        Set<String> wanted = marks.getOrDefault(place + 1, Set.of());
        boolean proven = wanted.stream().allMatch(mark -> mark.equals(link.hash()) || earlier.had(mark));
        if (proven) {
            marked = wanted.isEmpty() ? marked : place + 1;
        } else if (link.isWithheld() || link.isSealedTwice() && !earlier.isKnown()) {
            unproven = unproven == 0 ? place + 1 : unproven;
            return true;
        }
        return proven;
    }

    private void advance(Link link) {
        place++;
        hashBefore = hash;
        hash = link.hash();
    }

    private static List<Link> ahead(Link first, Iterator<Link> links) {
        List<Link> ahead = new ArrayList<>();
        ahead.add(first);
        while (links.hasNext() && ahead.size() < AHEAD) {
            ahead.add(links.next());
        }
        return ahead;
    }
}
