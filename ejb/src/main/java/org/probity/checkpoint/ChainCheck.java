package org.probity.checkpoint;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.probity.audit.ChainEntry;
import org.probity.audit.EarlierChain;
import org.probity.audit.Verdict;

/**
 * Walks a chain from its first entry and stops at the first that is wrong. Needs no more memory than {@link #AHEAD} entries, or fewer long ones.
 *
 * <p>The hash of an entry that is told binds the one before. That of one that is withheld cannot be worked out, so it binds nothing,
 * whatever stands beside it: what is told before it is proven by a mark of the last such entry that {@linkplain ChainAnchor#proves() proves} it, and not
 * at all without. Whoever has {@linkplain ChainAnchor#witnessed() kept} a mark of one that is withheld is told so, unless they kept one of that entry too.
 */
public final class ChainCheck {

    /** How far it looks for an entry that is not in its place. */
    private static final int AHEAD = 20_000;

    /** Signs of what it holds meanwhile. */
    private static final long LONGEST_AHEAD = 20_000_000;

    private final String board;
    private final Map<Long, Set<ChainAnchor>> marks = new HashMap<>();
    private long lastMark;
    private long marked;
    private long proven;
    private long unprovenFrom;
    private long unprovenTo;
    private long place;
    private boolean withheld;
    private boolean unwitnessed;
    private String hash = "";
    private String hashBefore = "";

    private final EarlierChain earlier;
    private final WitnessedPart witnessed = new WitnessedPart();

    /** @param marks what the chain is held against */
    public ChainCheck(String board, List<ChainAnchor> marks) {
        this(board, new ChainAnchor(0, ""), marks);
    }

    /** Of what follows that entry. @param reached the entry up to which the chain was checked before @param marks of later ones */
    public ChainCheck(String board, ChainAnchor reached, List<ChainAnchor> marks) {
        this.board = board;
        this.place = reached.seq();
        this.hash = reached.hash();
        this.marked = reached.seq();
        this.earlier = new EarlierChain(reached.seq() == 0);
        for (ChainAnchor mark : marks) {
            this.marks.computeIfAbsent(mark.seq(), seq -> new HashSet<>()).add(mark);
            lastMark = Math.max(lastMark, mark.seq());
        }
    }

    public Verdict check(Iterator<ChainEntry> links) {
        while (links.hasNext()) {
            ChainEntry link = links.next();
            if (!follows(link)) {
                return new Diagnosis(board, place + 1, hash, hashBefore).of(ahead(link, links));
            }
            if (!link.isWritten() || !earlier.follow(link)) {
                return Verdict.at(Verdict.Kind.CHANGED, place + 1);
            }
            lookBehind(link);
            if (!isAsMarked(link)) {
                return Verdict.between(Verdict.Kind.RESEALED, marked + 1, place + 1);
            }
            hearWitness(link);
            advance(link);
        }
        return lastMark > place ? Verdict.between(Verdict.Kind.CUT, place + 1, lastMark)
                : unprovenFrom > 0 ? new Verdict(Verdict.Kind.UNPROVEN, unprovenFrom, unprovenTo, place)
                : new Verdict(Verdict.Kind.WHOLE, 0, 0, place);
    }

    /** Place of the last entry up to which all that is told was proven by marks, of those walked by. */
    public long proven() {
        return proven;
    }

    /** How many of those that are told are proven by marks that somebody else kept, whatever was signed since. */
    public long witnessed() {
        return witnessed.proven();
    }

    /** Whether what is not proven is signed, and only not by what somebody else kept. */
    public boolean isUnwitnessed() {
        return unwitnessed;
    }

    private boolean follows(ChainEntry link) {
        return link.isReadable() && link.seq() == place + 1 && link.previous().equals(hash) && link.board().equals(board)
                && (link.isWithheld() || link.fits(place + 1, hash));
    }

    /** Of several in a row only the first has one before it that is told. */
    private void lookBehind(ChainEntry link) {
        if (link.isWithheld() && !withheld && marked < place) {
            leaveUnproven(marked + 1, place);
        }
    }

    private void leaveUnproven(long from, long to) {
        if (unprovenFrom == 0) {
            unprovenFrom = from;
            unprovenTo = to;
        }
    }

    /** A checkpoint from before there were salts names the hash of then: nothing can be said of it once an entry is withheld. */
    private boolean isAsMarked(ChainEntry link) {
        Set<ChainAnchor> wanted = marks.getOrDefault(place + 1, Set.of());
        boolean agreed = wanted.stream().map(ChainAnchor::hash).allMatch(mark -> mark.equals(link.hash()) || earlier.had(mark));
        if (agreed) {
            marked = wanted.stream().anyMatch(ChainAnchor::proves) ? place + 1 : marked;
            proven = unprovenFrom == 0 ? marked : proven;
        } else if (link.isWithheld() || link.isSealedTwice() && !earlier.isKnown()) {
            leaveUnproven(place + 1, place + 1);
            return true;
        }
        return agreed;
    }

    /** What stands before one that is withheld was signed for the export; whoever kept a checkpoint of that one was to need nobody's word. */
    private void hearWitness(ChainEntry link) {
        boolean kept = marks.getOrDefault(place + 1, Set.of()).stream().anyMatch(ChainAnchor::witnessed);
        if (!witnessed.follow(link, kept) && unprovenFrom == 0) {
            unwitnessed = true;
            proven = witnessed.from() - 1;
            leaveUnproven(witnessed.from(), witnessed.to());
        }
    }

    private void advance(ChainEntry link) {
        place++;
        hashBefore = hash;
        hash = link.hash();
        withheld = link.isWithheld();
    }

    private static List<ChainEntry> ahead(ChainEntry first, Iterator<ChainEntry> links) {
        List<ChainEntry> ahead = new ArrayList<>();
        ahead.add(first);
        long signs = length(first);
        while (links.hasNext() && ahead.size() < AHEAD && signs < LONGEST_AHEAD) {
            ahead.add(links.next());
            signs += length(ahead.get(ahead.size() - 1));
        }
        return ahead;
    }

    private static int length(ChainEntry link) {
        return link.isReadable() ? link.content().length() : 0;
    }
}
