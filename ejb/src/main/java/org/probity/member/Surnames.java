package org.probity.member;

import java.util.BitSet;
import java.util.List;
import org.probity.spelling.WordPlaces;
import org.probity.spelling.WordSpans;

/**
 * Surnames that do not stand beside the first name: one from before a marriage or after it, a couple's, and the one behind a
 * title in another breath ({@code Siân at the board, Ms Evans, said}).
 *
 * <p>A title and a surname alone mean nobody: concerns name the teachers and parents of a place like that, most of whom share
 * a surname with somebody at the board, and the head of safeguarding of a school is called as one at the board is. Whoever
 * is meant by it and reads the case can step aside; a conflict of interest is asked of all of that surname once somebody of
 * it is a party.
 */
final class Surnames {

    private static final List<String> MARRIED = List.of("nee", "formerly", "previously", "maiden", "now", "aka", "gynt", "ganwyd", "bellach", "nawr");

    /** What stands between those and the surname. */
    private static final List<String> FILLING = List.of("name", "named", "known", "called", "as", "is", "was", "enw", "cyn", "priodi", "oedd", "yn", "hi");

    /** What stands behind the surname: {@code Evans cyn priodi}, {@code Evans gynt}. */
    private static final List<String> MARRIED_BEHIND = List.of("gynt", "cyn");

    private static final List<String> FAMILY = List.of("family", "couple", "household");
    private static final List<String> FAMILY_BEFORE = List.of("teulu", "family");
    private static final List<String> FAMILY_FILLING = List.of("sef", "namely", "both");

    /** Words that a title may stand behind as it stands behind a comma. */
    private static final List<String> EQUALS = List.of("is", "sef", "aka", "yw", "ydy");

    private static final int FILLED = 3;
    private static final int APART = 4;
    private static final int BETWEEN = 5;

    private final WordSpans spans;
    private final WordPlaces words;
    private final BitSet titles;
    private final BitSet joints;
    private final BitSet named;

    /** @param named where words stand as names do */
    Surnames(Reading reading, BitSet titles, BitSet joints, BitSet named) {
        this.spans = reading.spans();
        this.words = reading.places();
        this.titles = titles;
        this.joints = joints;
        this.named = named;
    }

    /** {@code Siân Jones (née Evans)}. */
    boolean isByMarriage(BitSet first, BitSet last) {
        BitSet married = words.of(MARRIED);
        BitSet filling = with(words.of(FILLING), titles);
        BitSet behind = WordPlaces.before(last, words.of(MARRIED_BEHIND));
        BitSet before = new BitSet();
        married.stream().filter(at -> isReached(at, last, FILLED, filling)).forEach(before::set);
        before.or(behind);
        return first.stream().anyMatch(at -> isReached(at, before, APART, named));
    }

    /** {@code Mr and Mrs Evans, David and Siân}. */
    boolean isOfHousehold(BitSet first, BitSet last) {
        BitSet household = new BitSet();
        last.stream().filter(this::isHousehold).forEach(household::set);
        if (household.isEmpty()) {
            return false;
        }
        BitSet between = with(with(with(named, joints), titles), with(words.of(FAMILY), words.of(FAMILY_FILLING)));
        return household.stream().anyMatch(at -> isReached(at, first, BETWEEN, between))
                || first.stream().anyMatch(at -> isReached(at, household, BETWEEN, between));
    }

    private boolean isHousehold(int at) {
        boolean couple = at > 1 && titles.get(at - 1) && (titles.get(at - 2) || at > 2 && joints.get(at - 2) && titles.get(at - 3));
        return couple || FAMILY.contains(spans.word(at + 1)) || FAMILY_BEFORE.contains(spans.word(at - 1));
    }

    /** {@code Siân at the board, Ms Evans, said}. @param bars that do not stand between */
    boolean isSetOff(BitSet first, BitSet last, BitSet bars) {
        BitSet set = new BitSet();
        last.stream().filter(at -> at > 1 && titles.get(at - 1) && spans.isSetOff(at) && (spans.isSetOff(at - 2) || EQUALS.contains(spans.word(at - 2))))
                .forEach(at -> set.set(at - 1));
        BitSet between = new BitSet();
        between.set(0, spans.words().size());
        between.andNot(bars);
        return first.stream().anyMatch(at -> isReached(at, set, BETWEEN, between));
    }

    /** Whether one of the second stands behind the place, and no more than so many words between, all of them of these. */
    private static boolean isReached(int from, BitSet second, int most, BitSet between) {
        int next = second.nextSetBit(from + 1);
        return next > 0 && next - from - 1 <= most && between.nextClearBit(from + 1) >= next;
    }

    private static BitSet with(BitSet one, BitSet other) {
        BitSet both = (BitSet) one.clone();
        both.or(other);
        return both;
    }
}
