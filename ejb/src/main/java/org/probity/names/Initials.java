package org.probity.names;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.probity.spelling.Capitals;
import org.probity.spelling.Titles;
import org.probity.spelling.WordPlaces;
import org.probity.spelling.WordSpans;

/**
 * Where initials stand in a text: before a name ({@code S. M. Evans}, {@code SM Evans}) or behind one ({@code Siân E.},
 * {@code Evans, S.}). A letter that is a word of English or Welsh is one with a full stop, behind a title, beside another
 * initial, or as a capital where capitals tell something.
 */
public final class Initials {

    private static final String WORDS_OF_A_LETTER = "aioy";

    /** Letters that are written for words by whoever writes no capitals. */
    private static final String SPOKEN_LETTERS = "nruxv";

    /** More letters in a row are a word with spaces between them. */
    private static final int MOST = 3;

    /** Small letters with full stops. */
    private static final Set<String> ABBREVIATED = Set.of("eg", "ie", "am", "pm", "hy", "nb", "ps", "co");

    /** Words of two letters. */
    private static final Set<String> WORDS = Set.copyOf(List.of(("ah am an as at be by do eh er ex go ha he hi hm if in is it me mm my no of oh "
            + "ok on or ow ox pa re so to uh um up us we ac ai ar bu ei eu fe fo fy ia ie im la mi na ne ni ny oi os un wn ym yn yr").split(" ")));

    /** Short names and abbreviations, which are nobody's initials where they have no full stops, as words are not. */
    private static final Set<String> SHORT_WORDS = Set.copyOf(List.of(("al bo cy di ed jo li mo si ty vi "
            + "st rd tv pe hr it gp mp ta co cc id ip pr pt uk ww nb ps pm eg cv dj vs "
            + "and are but did for had has her him his how not our out saw she the was who why you mae oes ond oed nid pwy sut "
            + "ceo dsl lsa slt nhs bbc sen eyo tas mps iro dbs cps usa ngo").split(" ")));

    private final WordSpans spans;

    /** Whether capitals tell something in the text. */
    private final boolean told;

    /** Without capitals and signs a letter is only an initial by itself, and before a name. */
    private final boolean plain;
    private final Map<Character, BitSet> alone = new HashMap<>();
    private final Map<Character, BitSet> before = new HashMap<>();
    private final Map<Character, BitSet> behind = new HashMap<>();

    /** @param plain whether the text has the capitals and signs that were typed */
    public Initials(WordSpans spans, boolean plain) {
        this.spans = spans;
        this.plain = plain;
        told = plain && spans.hasBothCases();
        for (int i = 0; i < spans.words().size(); i++) {
            String word = spans.word(i);
            if (isLetter(i) && isInitial(i)) {
                int last = lastOfRow(i);
                row(i, last);
                i = last;
            } else if (plain && (word.length() == 2 || word.length() == MOST)) {
                joined(i, word);
            }
        }
    }

    /** Whether it is a word of two letters of English or Welsh, and not only a name. */
    public static boolean isWord(String word) {
        return WORDS.contains(word);
    }

    /** The same, and what is short for something else than a name. */
    static boolean isShortWord(String word) {
        return WORDS.contains(word) || SHORT_WORDS.contains(word);
    }

    /** Where that letter stands by itself. Not to be changed. */
    public BitSet alone(char letter) {
        return alone.getOrDefault(letter, WordPlaces.NOWHERE);
    }

    /** Where initials end that begin or end with that letter. Not to be changed. */
    public BitSet before(char letter) {
        return before.getOrDefault(letter, WordPlaces.NOWHERE);
    }

    /** Where initials begin, behind a word that is not somebody's surname already, that begin with that letter. Not to be changed. */
    public BitSet behind(char letter) {
        return behind.getOrDefault(letter, WordPlaces.NOWHERE);
    }

    private static void set(Map<Character, BitSet> places, char letter, int at) {
        places.computeIfAbsent(letter, none -> new BitSet()).set(at);
    }

    private boolean isLetter(int at) {
        String word = spans.word(at);
        return word.length() == 1 && Character.isLetter(word.charAt(0));
    }

    private boolean isWordOfALetter(int at) {
        return WORDS_OF_A_LETTER.contains(spans.word(at));
    }

    private boolean isInitial(int at) {
        return !isWordOfALetter(at) || spans.isStopped(at) || isTitled(at) || told && spans.isCapital(at)
                || isLetter(at + 1) && !isWordOfALetter(at + 1) && spans.isFollowedBy(at, "");
    }

    private int lastOfRow(int first) {
        int last = first;
        while (isLetter(last + 1) && spans.isFollowedBy(last, ".-") && !(spans.word(last + 1).equals("i") && !spans.isStopped(last + 1))) {
            last++;
        }
        return last;
    }

    /** Initials each of which stands by itself. */
    private void row(int first, int last) {
        boolean few = last - first < MOST;
        String letters = String.join("", spans.words().subList(first, last + 1));
        if (few && !spans.isCapital(first) && spans.isStopped(last) && ABBREVIATED.contains(letters)) {
            return;
        }
        char end = letters.charAt(letters.length() - 1);
        boolean sure = !isWordOfALetter(last) || spans.isStopped(last);
        if (sure) {
            set(alone, end, last);
        }
        if (sure || last > first || isTitled(first) || isBeforeCapital(last)) {
            set(before, end, last);
            set(before, few ? letters.charAt(0) : end, last);
        }
        if (plain && few && (sure || !letters.equals("i")) && isBehind(first, last)) {
            set(behind, letters.charAt(0), first);
        }
    }

    private boolean isTitled(int at) {
        return Titles.always().contains(spans.word(at - 1));
    }

    private boolean isBeforeCapital(int at) {
        return spans.isFollowedBy(at, "") && spans.isCapital(at + 1);
    }

    /** Initials as one word: capitals where they tell something, else two letters that are no word. {@code Siân E's} has one of them. */
    private void joined(int at, String word) {
        if (!word.chars().allMatch(Character::isLetter) || isWord(word) || SHORT_WORDS.contains(word) || Titles.isOne(word)) {
            return;
        }
        boolean capitals = told && spans.isAllCapitals(at);
        boolean possessive = told && !capitals && spans.isCapital(at) && word.length() == 2 && word.charAt(1) == 's';
        boolean small = word.length() == 2 && (!told || !spans.isCapital(at));
        if ((capitals || small) && spans.isFollowedBy(at, ".")) {
            set(before, word.charAt(0), at);
            set(before, word.charAt(word.length() - 1), at);
        }
        if ((capitals || possessive) && isBehind(at, at)) {
            set(behind, word.charAt(0), at);
        }
    }

    /** Whether they belong to the word before them, and not to a name that follows: {@code B. Evans, S. Jones}. */
    private boolean isBehind(int first, int last) {
        boolean beside = spans.isFollowedBy(first - 1, ",") && spans.isApart(last);
        boolean letters = spans.isCapital(first) || !spans.isCapital(first - 1)
                && (last > first || spans.isStopped(first) || !SPOKEN_LETTERS.contains(spans.word(first)));
        boolean followed = told && isNamed(last + 1) && spans.isFollowedBy(last, ".");
        return beside && letters && !(followed && (!spans.isStopped(last) || isTaken(first - 1)));
    }

    /** Whether what stands before a word is a name with it. */
    private boolean isTaken(int at) {
        return spans.isFollowedBy(at - 1, ".") && (isNamed(at - 1) || isLetter(at - 1) || isTitled(at));
    }

    private boolean isNamed(int at) {
        return spans.isCapital(at) && !Capitals.isOrdinary(spans.word(at)) && !Titles.always().contains(spans.word(at));
    }
}
