package org.probity.names;

import java.util.BitSet;
import java.util.function.IntPredicate;
import org.probity.spelling.BesideNames;
import org.probity.spelling.FirstNames;
import org.probity.spelling.Prefixes;
import org.probity.spelling.Spellings;
import org.probity.spelling.WordSpans;

/**
 * Which words of the field for a name say where somebody is, or what a place is called: {@code Mrs Popescu of Church Field}. They are
 * told from names once, from the first word to the last: whether one of them is a place depends on who was named before it.
 */
final class FieldPlaces {

    private final WordSpans spans;
    private final BitSet places = new BitSet();

    /** @param somebody whether the word, where it is no place, is somebody; asked once of each */
    FieldPlaces(WordSpans spans, IntPredicate somebody) {
        this.spans = spans;
        boolean named = false;
        boolean namedBefore = false;
        boolean right = false;
        int where = -1;
        for (int at = 0; at < spans.words().size(); at++) {
            named &= spans.isFollowedBy(at - 1, ".");
            boolean begins = BesideNames.WHERE.contains(spans.word(at - 1)) && !isSender(at);
            where = !spans.isFollowedBy(at - 1, "") ? -1 : begins ? at - 1 : where;
            right = begins || right && isBeforePlace(at - 1);
            boolean place = where >= 0 && !Spellings.isLabel(spans.word(where - 1)) && (namedBefore || right);
            places.set(at, place);
            if (BesideNames.WHERE.contains(spans.word(at))) {
                namedBefore = named;
            }
            named |= !place && somebody.test(at);
        }
    }

    /** {@code From Siân}, {@code From Siân at the board}. */
    private boolean isSender(int at) {
        return at == 1 && spans.word(0).equals("from") && FirstNames.isOne(spans.word(at))
                && (spans.isSetOff(at) || BesideNames.AWAY.contains(spans.word(at + 1)));
    }

    private boolean isBeforePlace(int at) {
        String word = spans.word(at);
        boolean kind = BesideNames.PLACES.contains(word) && !BesideNames.ARTICLES.contains(spans.word(at - 1));
        return BesideNames.ARTICLES.contains(word) || Prefixes.isOne(word) || kind;
    }

    boolean contains(int at) {
        return places.get(at);
    }
}
