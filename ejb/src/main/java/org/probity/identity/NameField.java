package org.probity.identity;

import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
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

    private final WordSpans spans;
    private final boolean told;

    /** @param typed may be null */
    NameField(String typed) {
        String cased = WordSpans.withStrokes(Letters.cased(typed, PersonName.LONGEST));
        spans = new WordSpans(cased, Letters.lower(cased));
        told = spans.hasBothCases();
    }

    boolean isEmpty() {
        return spans.words().isEmpty();
    }

    /** @param measure how alike two parts are */
    boolean mayMean(PersonName name, BiFunction<String, String, Likeness> measure) {
        List<String> parts = name.parts();
        return !parts.isEmpty() && IntStream.range(0, spans.words().size()).filter(at -> isName(at) && !isSurname(at))
                .anyMatch(at -> !isFirst(at) && isLike(at, parts.get(0), measure)
                        || !(isFirst(at) && isFirstName(at)) && surnames(name).anyMatch(surname -> isLike(at, surname, measure)));
    }

    /** Of a double one each half, which whole families have. */
    private static Stream<String> surnames(PersonName name) {
        List<String> parts = name.parts();
        String last = parts.get(parts.size() - 1);
        return Stream.concat(name.surnames().stream(), parts.stream().filter(part -> part.equals(last) || name.isHyphened(part, last))).distinct();
    }

    private boolean isLike(int at, String part, BiFunction<String, String, Likeness> measure) {
        String word = spans.word(at);
        return part.length() >= SHORTEST && (ShortForms.areSame(word, part) || MEANT.contains(measure.apply(word, part)));
    }

    /** Neither what people are, nor what is said of them. */
    private boolean isName(int at) {
        String word = spans.word(at);
        boolean said = BesideNames.isPost(word) || BesideNames.SAID.contains(word) || BesideNames.AWAY.contains(word) || Capitals.isOrdinary(word);
        boolean small = told && !spans.isCapital(at);
        boolean common = BesideNames.COMMON.contains(word);
        boolean behindArticle = BesideNames.ARTICLES.contains(spans.word(at - 1)) && (small || common);
        return word.length() >= SHORTEST && !said && !behindArticle && !(small && common) && !isPlace(at);
    }

    /** {@code Mrs Popescu of Church Field}: where somebody is, up to the next sign. */
    private boolean isPlace(int at) {
        int begin = at;
        while (spans.isFollowedBy(begin - 1, "") && !BesideNames.WHERE.contains(spans.word(begin - 1))) {
            begin--;
        }
        return BesideNames.WHERE.contains(spans.word(begin - 1)) && spans.isFollowedBy(begin - 1, "");
    }

    /** The one of a whole name: {@code David Evans}, {@code Evans, David}, {@code D. Evans}. */
    private boolean isSurname(int at) {
        int begin = at;
        while (spans.isFollowedBy(begin - 1, "-") && (Prefixes.isOne(spans.word(begin - 1)) || spans.between(begin - 1).equals("-"))) {
            begin--;
        }
        boolean behind = spans.isFollowedBy(begin - 1, ".") && isFirstName(begin - 1);
        boolean listed = FirstNames.isOne(spans.word(at)) && !ShortForms.isSurname(spans.word(at));
        return behind || !listed && spans.isFollowedBy(at, ",-") && isFirstName(at + 1) && isEnd(at + 1);
    }

    private boolean isFirstName(int at) {
        return FirstNames.isOne(spans.word(at)) || spans.word(at).length() == 1 && Character.isLetter(spans.word(at).charAt(0));
    }

    /** The same: {@code Siân Price}, {@code Price, Siân}, and {@code Siân Kowalczyk Bello} with nothing behind it that is no name. */
    private boolean isFirst(int at) {
        int next = at + 1;
        while (spans.isFollowedBy(next - 1, ".-") && isBeforeSurname(next) && spans.isFollowedBy(next, ".-")) {
            next++;
        }
        while (isPart(next) && !isEnd(next) && isPart(next + 1)) {
            next++;
        }
        boolean before = spans.isFollowedBy(next - 1, ".-") && isPart(next) && (ShortForms.isSurname(spans.word(next)) || isEnd(next));
        return before || spans.isFollowedBy(at - 1, ",-") && ShortForms.isSurname(spans.word(at - 1)) && isEnd(at);
    }

    /** {@code Siân Mair Price}, {@code Siân van Dam}, {@code Siân and David Price}. */
    private boolean isBeforeSurname(int at) {
        return isFirstName(at) || Prefixes.isOne(spans.word(at)) || BesideNames.AND.contains(spans.word(at)) && isFirstName(at + 1);
    }

    /** A name, or what is half of one or has its capital: {@code Officer-Smith}, {@code Lead}. */
    private boolean isPart(int at) {
        return isName(at) || spans.isHalf(at) || BesideNames.LEADS.contains(spans.word(at)) && told && spans.isCapital(at);
    }

    /** Whether a name may end there: at a sign, before where they are, or before another one. */
    private boolean isEnd(int at) {
        String next = spans.word(at + 1);
        boolean another = BesideNames.AND.contains(next) && (isFirstName(at + 2) || Titles.isOne(spans.word(at + 2)));
        return !spans.isFollowedBy(at, "") || BesideNames.AWAY.contains(next) || BesideNames.OR.contains(next) || another;
    }
}
