package org.probity.proof;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.security.KeyPair;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.probity.audit.AuditEntry;
import org.probity.audit.ChainEntry;
import org.probity.checkpoint.SignedCheckpoint;

/**
 * The stored chain on its way to somebody: gives each entry as it is stored, and writes it down as they may have it, with what it
 * says or with its place only. Remembers what has to be signed for them: where an entry is withheld, nothing else proves the one before.
 */
final class ToldChain implements Iterator<ChainEntry> {

    /** An entry after which one is withheld. @param at when it was written */
    private record Last(long seq, String hash, Instant at) {
    }

    private final Iterator<AuditEntry> stored;
    private final Predicate<AuditEntry> told;
    private final Writer out;
    private final Set<Long> places;
    private final Map<Long, String> sealedTwice = new HashMap<>();
    private final List<Last> last = new ArrayList<>();
    private Last before;
    private long entries;
    private long withheld;
    private long first = Long.MAX_VALUE;

    /** @param checkpoints those there are @param told what they may have */
    ToldChain(Iterator<AuditEntry> stored, List<SignedCheckpoint> checkpoints, Predicate<AuditEntry> told, Writer out) {
        this.stored = stored;
        this.places = checkpoints.stream().map(SignedCheckpoint::seq).collect(Collectors.toSet());
        this.told = told;
        this.out = out;
    }

    @Override
    public boolean hasNext() {
        return stored.hasNext();
    }

    /** @throws UncheckedIOException where it cannot be written */
    @Override
    public ChainEntry next() {
        AuditEntry entry = stored.next();
        ChainEntry link = entry.link();
        entries++;
        if (places.contains(link.seq()) && link.isSealedTwice()) {
            sealedTwice.put(link.seq(), link.hash());
        }
        boolean tells = told.test(entry);
        write(tells ? link : withheld(link));
        before = tells ? new Last(link.seq(), link.hash(), entry.at()) : null;
        return link;
    }

    /** Writes what is left, whatever was found in it. @throws IOException where it cannot be written */
    void toTheEnd() throws IOException {
        while (hasNext()) {
            next();
        }
        out.flush();
    }

    private ChainEntry withheld(ChainEntry link) {
        withheld++;
        first = Math.min(first, link.seq());
        if (before != null) {
            last.add(before);
        }
        return link.withheld();
    }

    private void write(ChainEntry link) {
        try {
            out.append(link.line()).append('\n');
        } catch (IOException e) {
            throw new UncheckedIOException("The chain could not be written", e);
        }
    }

    long entries() {
        return entries;
    }

    /** How many were withheld so far. */
    long withheld() {
        return withheld;
    }

    /**
     * Whether a checkpoint can be held against what was written: one from before there were salts as far as nothing is withheld; after
     * that it would only help to try what a withheld entry says. Any other has to agree, and is told whether it does or not.
     */
    boolean isProvable(SignedCheckpoint checkpoint) {
        return checkpoint.seq() < first || checkpoint.hash().equals(sealedTwice.getOrDefault(checkpoint.seq(), checkpoint.hash()));
    }

    /**
     * A checkpoint of each entry after which one is withheld, of the time when it was written and the last: one of today would let
     * somebody cut off what follows, as though nothing had by today.
     */
    Stream<SignedCheckpoint> sign(String board, KeyPair pair) {
        return last.stream().map(entry -> SignedCheckpoint.sign(board, entry.seq(), entry.hash(), entry.at(), pair.getPrivate(), pair.getPublic()));
    }
}
