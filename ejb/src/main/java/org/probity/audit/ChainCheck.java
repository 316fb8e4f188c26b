package org.probity.audit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** Walks a chain from its first entry and stops at the first that is wrong. Needs no more memory than {@link #AHEAD} entries. */
final class ChainCheck {

    /** How far it looks for an entry that is not in its place. */
    private static final int AHEAD = 20_000;

    private final String board;
    private final Map<Long, String> marks = new HashMap<>();
    private long lastMark;
    private long marked;
    private long place;
    private String hash = "";
    private String hashBefore = "";

    /** @param marks what the chain is held against */
    ChainCheck(String board, List<Mark> marks) {
        this.board = board;
        for (Mark mark : marks) {
            this.marks.merge(mark.seq(), mark.hash(), (one, other) -> one.equals(other) ? one : "");
            lastMark = Math.max(lastMark, mark.seq());
        }
    }

    Verdict check(Iterator<Link> links) {
        while (links.hasNext()) {
            Link link = links.next();
            if (!follows(link)) {
                return new Diagnosis(board, place + 1, hash, hashBefore).of(ahead(link, links));
            }
            advance(link);
            String mark = marks.get(place);
            if (mark != null && !mark.equals(hash)) {
                return Verdict.between(Verdict.Kind.RESEALED, marked + 1, place);
            }
            marked = mark == null ? marked : place;
        }
        return lastMark > place ? Verdict.between(Verdict.Kind.CUT, place + 1, lastMark)
                : new Verdict(Verdict.Kind.WHOLE, 0, 0, place);
    }

    private boolean follows(Link link) {
        return link.isReadable() && link.seq() == place + 1 && link.previous().equals(hash) && link.board().equals(board)
                && (link.isWithheld() || link.fits(place + 1, hash));
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
