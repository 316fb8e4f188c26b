package org.probity.identity;

import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.probity.kernel.Letters;

/**
 * What was typed into the field for somebody's name, asked the other way round: whether it holds a part of a given name that nothing
 * there makes somebody else's whole one. {@code Evans Business Manager} holds one of Siân Evans, whatever people are called who manage;
 * {@code David Evans, business manager} does not, for David is a first name.
 */
final class NameField {

    /** Likenesses of a part that stands alone. */
    private static final Set<Likeness> MEANT = Set.of(Likeness.SAME, Likeness.LOOK, Likeness.SLIP);

    private static final int SHORTEST = 3;

    /** Letters at most of what is written in capitals for several words. */
    private static final int LETTERS = 5;

    private final WordSpans spans;
    private final boolean told;
    private final FieldPlaces places;

    /** What each word is, whoever is meant; looked for once, when somebody is compared with them. */
    private BitSet parts;
    private BitSet ends;
    private BitSet first;
    private BitSet surnames;

    /** @param typed may be null */
    NameField(String typed) {
        String cased = WordSpans.withStrokes(Letters.cased(Spellings.endedByOwning(typed), PersonName.LONGEST));
        spans = new WordSpans(cased, Letters.lower(cased));
        told = spans.hasBothCases();
        places = new FieldPlaces(spans, this::isSomebodyNamed);
    }

    boolean isEmpty() {
        return spans.words().isEmpty();
    }

    /** @param shared first parts that tell nobody from another @param measure how alike two parts are */
    boolean mayMean(PersonName name, Set<String> shared, BiFunction<String, String, Likeness> measure) {
        divide();
        List<String> own = name.parts();
        return !own.isEmpty() && IntStream.range(0, spans.words().size()).anyMatch(at -> isFirstOf(at, own.get(0), shared, measure)
                || surnames(name).anyMatch(surname -> isLike(at, surname, measure) && isName(at, surname) && isSurnameAlone(at)));
    }

    private void divide() {
        if (parts == null) {
            parts = all(this::isPart);
            ends = all(this::isEnd);
            first = all(this::isFirst);
            surnames = all(this::isSurname);
        }
    }

    private BitSet all(IntPredicate is) {
        return IntStream.range(0, spans.words().size()).filter(is).collect(BitSet::new, BitSet::set, BitSet::or);
    }

    private boolean isFirstOf(int at, String part, Set<String> shared, BiFunction<String, String, Likeness> measure) {
        return !shared.contains(part) && (isLike(at, part, measure) || isShortForm(at, part, measure)) && isName(at, part) && !surnames.get(at) && !first.get(at);
    }

    private boolean isSurnameAlone(int at) {
        return !surnames.get(at) && !(first.get(at) && isFirstName(at));
    }

    /** Of a double one each half, which whole families have. */
    private static Stream<String> surnames(PersonName name) {
        List<String> parts = name.parts();
        String last = parts.get(parts.size() - 1);
        return Stream.concat(name.surnames().stream(), parts.stream().filter(part -> part.equals(last) || name.isHyphened(part, last))).distinct();
    }

    private boolean isLike(int at, String part, BiFunction<String, String, Likeness> measure) {
        String word = spans.word(at);
        return isKnown(word, part) || Math.min(word.length(), part.length()) >= SHORTEST && MEANT.contains(measure.apply(word, part));
    }

    /** {@code Geth, from the board}. Whoever is called so is no {@code Mrs}. */
    private boolean isShortForm(int at, String part, BiFunction<String, String, Likeness> measure) {
        String word = spans.word(at);
        return !FirstNames.isOne(word) && !Titles.always().contains(spans.word(at - 1)) && Math.min(word.length(), part.length()) >= SHORTEST
                && measure.apply(word, part) == Likeness.SHORT_FORM;
    }

    private static boolean isKnown(String word, String part) {
        return word.equals(part) || ShortForms.areSame(word, part);
    }

    /** A short name, and one that is a word in every text or what people are, is one where it is known for it and stands as names do. */
    private boolean isName(int at, String part) {
        boolean known = isKnown(spans.word(at), part) && standsAsName(at);
        return isName(at, known) || known && BesideNames.isPost(part) && spans.word(at).equals(part) && RankNames.isOne(spans, at) && !places.contains(at);
    }

    /** With a capital or, where capitals tell nothing, before everything else or behind what somebody is. */
    private boolean standsAsName(int at) {
        String word = spans.word(at);
        boolean begins = Prefixes.isOne(word) && isPart(at + 1) && spans.isFollowedBy(at, "-");
        boolean alone = spans.words().size() == 1 || BesideNames.isPost(spans.word(at - 1));
        boolean first = at == 0 && word.length() >= SHORTEST;
        return !begins && (alone || !Initials.isWord(word) && (told ? spans.isCapital(at) : first || !Capitals.isOrdinary(word)));
    }

    private boolean isName(int at, boolean known) {
        return mayBeName(at, known) && !places.contains(at);
    }

    /** Neither what people are, nor what is said of them. @param known for a name */
    private boolean mayBeName(int at, boolean known) {
        String word = spans.word(at);
        boolean post = BesideNames.isPost(word) && !(known && word.length() < SHORTEST && isNoTitle(at));
        boolean said = post || BesideNames.SAID.contains(word) || BesideNames.AWAY.contains(word) || Capitals.isOrdinary(word) && !known;
        boolean small = told && !spans.isCapital(at);
        boolean common = BesideNames.COMMON.contains(word);
        boolean behindArticle = BesideNames.ARTICLES.contains(spans.word(at - 1)) && (small || common);
        return (word.length() >= SHORTEST || known) && !said && !behindArticle && !(small && common);
    }

    /** {@code Di from the board}, which {@code DI Evans} is not. */
    private boolean isNoTitle(int at) {
        return spans.words().size() == 1 || told && !spans.isAllCapitals(at) && (at + 1 == spans.words().size() || !spans.isFollowedBy(at, ".")
                || BesideNames.AWAY.contains(spans.word(at + 1)));
    }

    /** Whoever is named before where they are, unless that is no name. */
    private boolean isSomebodyNamed(int at) {
        return mayBeName(at, false) && !NoSurnames.isOne(spans.word(at)) && (!told || spans.isCapital(at) || FirstNames.isOne(spans.word(at)));
    }

    /** The one of a whole name: {@code David Evans}, {@code Evans, David}, {@code D. Evans}. */
    private boolean isSurname(int at) {
        boolean listed = FirstNames.isOne(spans.word(at)) && !ShortForms.isSurname(spans.word(at));
        boolean welshAnd = listed && !told && spans.word(at - 1).equals("a");
        return isBehindFirstName(at) && !welshAnd || !listed && spans.isFollowedBy(at, ",-") && isFirstName(at + 1) && ends.get(at + 1);
    }

    /** With what surnames begin with, or the half of one, between. */
    private boolean isBehindFirstName(int at) {
        int begin = at;
        while (spans.isFollowedBy(begin - 1, "-") && (Prefixes.isOne(spans.word(begin - 1)) || spans.between(begin - 1).equals("-"))) {
            begin--;
        }
        return spans.isFollowedBy(begin - 1, ".") && isFirstName(begin - 1);
    }

    /** Or its initial, which a small letter without a full stop is not where capitals tell something: {@code David Jones a Siân}. */
    private boolean isFirstName(int at) {
        String word = spans.word(at);
        boolean letter = word.length() == 1 && Character.isLetter(word.charAt(0));
        return FirstNames.isOne(word) && !isSomebody(at) || letter && (!told || spans.isCapital(at) || spans.isStopped(at));
    }

    /** {@code that guy Evans}, which {@code Guy Evans} is not. */
    private boolean isSomebody(int at) {
        return BesideNames.COMMON.contains(spans.word(at)) && (told && !spans.isCapital(at) || BesideNames.POINTING.contains(spans.word(at - 1)));
    }

    /**
     * The same: {@code Siân Price}, {@code Price, Siân}, and {@code Siân Kowalczyk Bello} with nothing behind it that is no name. Of {@code Siân and
     * David Price} and {@code David Price, Siân} nobody says whose surname it is besides.
     */
    private boolean isFirst(int at) {
        int next = at + 1;
        while (spans.isFollowedBy(next - 1, ".-") && isBeforeSurname(next) && spans.isFollowedBy(next, ".-")) {
            next++;
        }
        while (spans.isFollowedBy(next - 1, ".-") && parts.get(next) && !ends.get(next) && parts.get(next + 1)) {
            next++;
        }
        boolean before = spans.isFollowedBy(next - 1, ".-") && parts.get(next) && (ShortForms.isSurname(spans.word(next)) || ends.get(next));
        return before || spans.isFollowedBy(at - 1, ",-") && isFamily(spans.word(at - 1)) && ends.get(at)
                && (spans.between(at - 1).equals("-") || !isBehindFirstName(at - 1));
    }

    private static boolean isFamily(String word) {
        return ShortForms.isSurname(word) || NoSurnames.isSurname(word) && !FirstNames.isOne(word);
    }

    /** {@code Siân Mair Price}, {@code Siân van Dam}. */
    private boolean isBeforeSurname(int at) {
        return isFirstName(at) || Prefixes.isOne(spans.word(at));
    }

    /** A name, or what is half of one or has its capital: {@code Officer-Smith}, {@code Lead}. */
    private boolean isPart(int at) {
        return spans.isHalf(at) && !NoSurnames.isOne(spans.word(at + 1)) || BesideNames.LEADS.contains(spans.word(at)) && told && spans.isCapital(at) || isName(at, told && spans.isCapital(at) && NoSurnames.isSurname(spans.word(at))) && !isNoSurname(at);
    }

    /** {@code Siân secretary}, {@code Siân Finance}, {@code Siân CHSCB}: nobody is called so, or nobody who is writes it small. */
    private boolean isNoSurname(int at) {
        String word = spans.word(at);
        boolean apart = told && spans.isFollowedBy(at - 1, "") && !Prefixes.isOne(spans.word(at - 1));
        boolean odd = apart && (!spans.isCapital(at) || spans.isAllCapitals(at) && !spans.isAllCapitals(at - 1) && word.length() <= LETTERS);
        return NoSurnames.isOne(word) || odd && !NoSurnames.isSurname(word) && !FirstNames.isOne(word);
    }

    /** Whether a name may end there: at a sign, before where they are, or before another one. */
    private boolean isEnd(int at) {
        String next = spans.word(at + 1);
        boolean and = BesideNames.AND.contains(next) || next.equals("a") && told && !spans.isCapital(at + 1);
        boolean another = and && (isFirstName(at + 2) || Titles.isOne(spans.word(at + 2)));
        return !spans.isFollowedBy(at, "") || BesideNames.AWAY.contains(next) || BesideNames.OR.contains(next) || another;
    }
}
