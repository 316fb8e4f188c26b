package org.probity.audit;

import java.io.Serializable;

/**
 * What came of checking a chain.
 *
 * @param from place of the first entry concerned; 0 where the chain is whole
 * @param to place of the last one concerned
 * @param entries how many were found in order before that, or all
 */
public record Verdict(Kind kind, long from, long to, long entries) implements Serializable {

    /** What is wrong first. */
    public enum Kind {
        /** Nothing. */
        WHOLE,
        /** The entry no longer says what it said. */
        CHANGED,
        /** One or several are no longer there. */
        REMOVED,
        /** One or several that were not written by Probity at that place. */
        INSERTED,
        /** Another entry stands there, and the one that belongs there further down. */
        MOVED,
        /** The end is missing. */
        CUT,
        /** One of them was changed and all after it sealed anew: the last is not the one that was signed. */
        RESEALED,
        /** There is no checkpoint that can be held against the last of them, for what is withheld there or next, or because nobody signed it. */
        UNPROVEN
    }

    public static Verdict at(Kind kind, long place) {
        return new Verdict(kind, place, place, place - 1);
    }

    public static Verdict between(Kind kind, long from, long to) {
        return new Verdict(kind, from, to, from - 1);
    }

    /** The same of a chain that ends at that place: what follows there was not written by Probity. */
    public Verdict endingAt(long end) {
        return whole() && entries > end ? between(Kind.INSERTED, end + 1, entries) : this;
    }

    public boolean whole() {
        return kind == Kind.WHOLE;
    }
}
