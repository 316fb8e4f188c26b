package org.probity.names;

import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.probity.kernel.Letters;
import org.probity.spelling.BesideNames;
import org.probity.spelling.Capitals;
import org.probity.spelling.FirstNames;
import org.probity.spelling.Likeness;
import org.probity.spelling.NoSurnames;
import org.probity.spelling.Prefixes;
import org.probity.spelling.ShortForms;
import org.probity.spelling.Spellings;
import org.probity.spelling.Titles;
import org.probity.spelling.WordSpans;

/**
 * What was typed into the field for somebody's name, asked the other way round: whether it holds a part of a given name that nothing
 * there makes somebody else's whole one. {@code Evans Business Manager} holds one of Siân Evans, whatever people are called who manage;
 * {@code David Evans, business manager} does not, for David is a first name.
 */
public final class NameField {

    /** Likenesses of a part that stands alone. */
    private static final Set<Likeness> MEANT = Set.of(Likeness.SAME, Likeness.LOOK, Likeness.SLIP);

    private static final int SHORTEST = 3;

    private static final int NOWHERE = -1;

    private static final Set<String> INITIALS = Set.of("initials", "initial", "llythrennau");

    /** Letters at most of what is written in capitals for several words. */
    private static final int LETTERS = 5;

    private final WordSpans spans;
    private final boolean told;
    private final FieldPlaces places;

    /** What each word is, whoever is meant; looked for once, when somebody is compared with them. */
    private BitSet parts;
    private BitSet ends;

    /** Where the rest of the whole name stands that a word is the first name of, and where that of which it is the surname; {@link #NOWHERE}. */
    private int[] surnames;
    private int[] firstNames;
    private Set<String> initials;

    /** @param typed may be null */
    public NameField(String typed) {
        String cased = WordSpans.withStrokes(Letters.cased(Spellings.endedByOwning(typed), PersonName.LONGEST));
        spans = new WordSpans(cased, Letters.lower(cased));
        told = spans.hasBothCases();
        places = new FieldPlaces(spans, this::isSomebodyNamed);
    }

    public boolean isEmpty() {
        return spans.words().isEmpty();
    }

    /** @param shared first parts that tell nobody from another @param measure how alike two parts are */
    public boolean mayMean(PersonName name, Set<String> shared, BiFunction<String, String, Likeness> measure) {
        if (name.isEmpty()) {
            return false;
        }
        divide();
        List<String> last = RecordedNames.surnames(name);
        List<String> given = RecordedNames.given(name, last).filter(part -> !shared.contains(part)).toList();
        return IntStream.range(0, spans.words().size()).anyMatch(at -> given.stream().anyMatch(part -> isGiven(at, part, name, measure))
                || last.stream().anyMatch(part -> isSurname(at, part, name, measure)))
                || Stream.of(name, name.closed()).map(NameField::initials).anyMatch(initials::contains);
    }

    private void divide() {
        if (parts == null) {
            parts = all(this::isPart);
            ends = all(this::isEnd);
            surnames = IntStream.range(0, spans.words().size()).map(this::surnameOf).toArray();
            firstNames = IntStream.range(0, spans.words().size()).map(this::firstNameOf).toArray();
            initials = IntStream.range(0, spans.words().size()).boxed().flatMap(at -> Stream.concat(initialsAt(at), initialsOnly(at))).collect(Collectors.toSet());
        }
    }

    private BitSet all(IntPredicate is) {
        return IntStream.range(0, spans.words().size()).filter(is).collect(BitSet::new, BitSet::set, BitSet::or);
    }

    private boolean isGiven(int at, String part, PersonName name, BiFunction<String, String, Likeness> measure) {
        return (isLike(at, part, measure) || isShortForm(at, part, measure)) && isName(at, part)
                && !isElse(firstNames[at], part, name, measure) && !isElse(surnames[at], part, name, measure);
    }

    private boolean isSurname(int at, String part, PersonName name, BiFunction<String, String, Likeness> measure) {
        return isLike(at, part, measure) && isName(at, part)
                && !isElse(firstNames[at], part, name, measure) && !(isFirstName(at) && isElse(surnames[at], part, name, measure));
    }

    /** Whether the rest of a whole name stands there and is nothing of theirs: {@code D. Collin} may be David Collins. */
    private boolean isElse(int rest, String part, PersonName name, BiFunction<String, String, Likeness> measure) {
        return rest != NOWHERE && name.parts().stream().filter(own -> !own.equals(part))
                .noneMatch(own -> own.startsWith(spans.word(rest)) || isLike(rest, own, measure));
    }

    /** The first and the last of {@code S.E.} and {@code S. M. E. from the board}; not of {@code S. E. Jones}, {@code Jones, S. E.}, {@code P.E. teacher}. */
    private Stream<String> initialsAt(int at) {
        int end = at;
        while (isLetter(end) && (spans.isCapital(end) || spans.isStopped(end)) && (end == at || spans.isFollowedBy(end - 1, "."))) {
            end++;
        }
        String letters = String.join("", spans.words().subList(at, end));
        boolean behind = spans.isFollowedBy(at - 1, ".,") && (parts.get(at - 1) || isLetter(at - 1));
        boolean before = spans.isFollowedBy(end - 1, ".") && parts.get(end);
        boolean others = behind || before || letters.length() < 2 || BesideNames.isPost(letters) || NoSurnames.isListed(letters);
        return others ? Stream.of() : Stream.of(letters.substring(0, 1) + letters.charAt(letters.length() - 1));
    }

    /** {@code TB}, {@code Initials SE}: two capitals, and nothing else. */
    private Stream<String> initialsOnly(int at) {
        String word = spans.word(at);
        boolean said = at == 1 && INITIALS.contains(spans.word(0));
        boolean only = at + 1 == spans.words().size() && (said || at == 0 && !Initials.isShortWord(word));
        boolean others = BesideNames.isPost(word) || NoSurnames.isListed(word);
        return word.length() == 2 && only && spans.isAllCapitals(at) && !others ? Stream.of(word) : Stream.of();
    }

    private static String initials(PersonName name) {
        return name.parts().get(0).substring(0, 1) + name.surname().charAt(0);
    }

    private boolean isLike(int at, String part, BiFunction<String, String, Likeness> measure) {
        String word = spans.word(at);
        return isKnown(word, part) || Math.min(word.length(), part.length()) >= SHORTEST && MEANT.contains(measure.apply(word, part));
    }

    /** {@code Geth, from the board}. Whoever is called so is no {@code Mrs}, and {@code Mary} is no Martin. */
    private boolean isShortForm(int at, String part, BiFunction<String, String, Likeness> measure) {
        String word = spans.word(at);
        return !Titles.always().contains(spans.word(at - 1)) && Math.min(word.length(), part.length()) >= SHORTEST
                && measure.apply(word, part) == Likeness.SHORT_FORM && (!FirstNames.isOne(word) || ShortForms.isPlainPetForm(word, part));
    }

    private static boolean isKnown(String word, String part) {
        return word.equals(part) || ShortForms.areSame(word, part);
    }

    /** A short name, and one that is a word in every text or what people are, is one where it is known for it and stands as names do. */
    private boolean isName(int at, String part) {
        boolean known = isKnown(spans.word(at), part) && standsAsName(at);
        boolean rank = known && BesideNames.isPost(part) && spans.word(at).equals(part) && !places.contains(at);
        return isName(at, known) || rank && (RankNames.isOne(spans, at) || isTitled(at));
    }

    /** {@code Mrs Ward CHSCB}, which {@code Rev. Canon Smith} is not. */
    private boolean isTitled(int at) {
        return Titles.always().contains(spans.word(at - 1)) && spans.isFollowedBy(at - 1, ".") && !(spans.isFollowedBy(at, "") && parts.get(at + 1));
    }

    /** With a capital or, where capitals tell nothing, before everything else or behind what somebody is. */
    private boolean standsAsName(int at) {
        String word = spans.word(at);
        boolean begins = Prefixes.isOne(word) && isPart(at + 1) && spans.isFollowedBy(at, "-");
        boolean alone = spans.words().size() == 1 || BesideNames.isPost(spans.word(at - 1)) || isWhoItIs(at);
        boolean first = at == 0 && word.length() >= SHORTEST;
        return !begins && (alone || !Initials.isWord(word) && (told ? spans.isCapital(at) : first || !Capitals.isOrdinary(word)));
    }

    /** {@code its pam}, {@code the name is dan}. */
    private boolean isWhoItIs(int at) {
        String before = spans.word(at - 1);
        return before.equals("its") || before.equals("it") && spans.between(at - 1).startsWith(Spellings.OWNS)
                || before.equals("is") && at + 1 == spans.words().size();
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

    /** Of a whole name: {@code David Evans}, {@code Evans, David}, {@code D. Evans}. Who is called {@code Owen J.} may be either. */
    private int firstNameOf(int at) {
        boolean listed = FirstNames.isOne(spans.word(at)) && !ShortForms.isSurname(spans.word(at));
        boolean welshAnd = listed && !told && spans.word(at - 1).equals("a");
        int before = firstNameBefore(at);
        if (before != NOWHERE && !welshAnd) {
            return before;
        }
        boolean letter = isLetter(at + 1) && FirstNames.isOne(spans.word(at)) && spans.isFollowedBy(at, "");
        return !listed && !letter && spans.isFollowedBy(at, ",-") && isFirstName(at + 1) && ends.get(at + 1) ? at + 1 : NOWHERE;
    }

    /** With what surnames begin with, or the half of one, between. */
    private int firstNameBefore(int at) {
        int begin = at;
        while (spans.isFollowedBy(begin - 1, "-") && (Prefixes.isOne(spans.word(begin - 1)) || spans.between(begin - 1).equals("-"))) {
            begin--;
        }
        return spans.isFollowedBy(begin - 1, ".") && isFirstName(begin - 1) ? begin - 1 : NOWHERE;
    }

    /** Or its initial, which a small letter without a full stop is not where capitals tell something: {@code David Jones a Siân}. */
    private boolean isFirstName(int at) {
        String word = spans.word(at);
        return FirstNames.isOne(word) && !isSomebody(at) || isLetter(at) && (!told || spans.isCapital(at) || spans.isStopped(at));
    }

    private boolean isLetter(int at) {
        String word = spans.word(at);
        return word.length() == 1 && Character.isLetter(word.charAt(0));
    }

    /** {@code that guy Evans}, which {@code Guy Evans} is not. */
    private boolean isSomebody(int at) {
        return BesideNames.COMMON.contains(spans.word(at)) && (told && !spans.isCapital(at) || BesideNames.POINTING.contains(spans.word(at - 1)));
    }

    /**
     * The same: {@code Siân Price}, {@code Price, Siân}, and {@code Siân Kowalczyk Bello} with nothing behind it that is no name. Of {@code Siân and
     * David Price} and {@code David Price, Siân} nobody says whose surname it is besides, and {@code Siân Mair} has none.
     */
    private int surnameOf(int at) {
        int next = at + 1;
        while (spans.isFollowedBy(next - 1, ".-") && isBeforeSurname(next) && spans.isFollowedBy(next, ".-")) {
            next++;
        }
        while (spans.isFollowedBy(next - 1, ".-") && parts.get(next) && !ends.get(next) && parts.get(next + 1)) {
            next++;
        }
        boolean before = spans.isFollowedBy(next - 1, ".-") && parts.get(next) && (ShortForms.isSurname(spans.word(next)) || ends.get(next));
        if (before && !isGivenAlone(next)) {
            return next;
        }
        boolean behind = spans.isFollowedBy(at - 1, ",-") && isFamily(spans.word(at - 1)) && ends.get(at)
                && (spans.between(at - 1).equals("-") || firstNameBefore(at - 1) == NOWHERE);
        return behind ? at - 1 : NOWHERE;
    }

    /** A first name behind another one, or joined to it. */
    private boolean isGivenAlone(int at) {
        boolean joined = spans.between(at - 1).equals("-") && !Prefixes.isOne(spans.word(at - 1));
        return FirstNames.isOne(spans.word(at)) && (joined || !NoSurnames.isSurname(spans.word(at)));
    }

    private static boolean isFamily(String word) {
        return ShortForms.isSurname(word) || NoSurnames.isSurname(word) && !FirstNames.isOne(word);
    }

    /** {@code Siân Mair Price}, {@code Siân van Dam}. */
    private boolean isBeforeSurname(int at) {
        return isFirstName(at) || Prefixes.isOne(spans.word(at));
    }

    /** A name, or what is half of one: {@code Officer-Smith}. */
    private boolean isPart(int at) {
        return !isHalfOfNoSurname(at) && (spans.isHalf(at) && !NoSurnames.isOne(spans.word(at + 1))
                || isName(at, told && spans.isCapital(at) && NoSurnames.isSurname(spans.word(at))) && !isNoSurname(at));
    }

    /** {@code Siân safe-guarding}, {@code Siân Follow-up}. */
    private boolean isHalfOfNoSurname(int at) {
        return isNoSurnameWithNext(at) || isNoSurnameWithNext(at - 1);
    }

    private boolean isNoSurnameWithNext(int at) {
        if (at < 0 || at + 1 >= spans.words().size() || !spans.between(at).equals("-")) {
            return false;
        }
        String closed = spans.word(at) + spans.word(at + 1);
        return NoSurnames.isListed(closed) || BesideNames.SAID.contains(closed);
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
