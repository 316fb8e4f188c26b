package org.probity.names;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.probity.kernel.Letters;
import org.probity.spelling.BesideNames;
import org.probity.spelling.FirstNames;
import org.probity.spelling.Prefixes;
import org.probity.spelling.Spellings;
import org.probity.spelling.Titles;
import org.probity.spelling.WordSpans;

/**
 * Single names in the field for somebody's name, without what people write beside one: {@code PC Evans}, {@code Mrs Evans,
 * safeguarding team}, {@code Siân from the board}. In brackets it is left out anyway; here it stands in the open. A whole name
 * has none, whatever stands beside it, nor has one that is written surname first.
 */
public final class LoneNames {

    /** Shorter ones mean nobody, and are names where they have a capital, or a title. */
    private static final int SHORTEST = 2;
    private static final String STOPS = "?!";
    private static final String COMMAS = ",;:";
    private static final String BARS = "/|\\–—";
    private static final String ALSO = "&+";

    /** How a piece of the text hangs together with the one before it. */
    private enum Joint {
        COMMA, OR, AND
    }

    /** Words that stand together as one name or as parts of one. */
    private static final class Piece {
        private final Joint joint;
        private final List<String> units = new ArrayList<>();
        private boolean titled;
        private boolean titledFirst;
        private boolean labelled;

        /** Whether one of its words may be a name, as small words of two letters are not. */
        private boolean name;

        /** What is its name unless another word is: {@code Mrs Ward}. Empty where there is nothing. */
        private String rank = "";

        Piece(Joint joint) {
            this.joint = joint;
        }

        boolean isSingle() {
            return units.size() == 1;
        }

        /** Whether it makes a whole name of a single one beside it, which {@code Holly House} and {@code Mr Evans} do not. */
        boolean isOtherPart() {
            return isSingle() && !titled && (labelled || FirstNames.isOne(units.get(0)) || units.get(0).length() == 1);
        }
    }

    private final WordSpans spans;
    private final boolean told;
    private final List<Piece> pieces = new ArrayList<>();
    /** Of pieces that have no other name. */
    private final List<String> ranks = new ArrayList<>();

    private Piece piece = new Piece(Joint.COMMA);
    private boolean away;
    private int lastUnit = -1;
    private int lastTitle = -1;

    private LoneNames(String cased) {
        spans = new WordSpans(cased, Letters.lower(cased));
        told = spans.hasBothCases();
        for (int i = 0; i < spans.words().size(); i++) {
            divide(i);
            i = read(i);
        }
        end(Joint.COMMA);
    }

    /** What stands in brackets is read too where nothing else is a name: {@code Compliance officer (Siân)}. */
    private static LoneNames read(String typed) {
        String cased = Letters.cased(typed, PersonName.LONGEST);
        LoneNames outside = new LoneNames(WordSpans.withoutBrackets(cased, Titles.always()));
        return outside.pieces.isEmpty() && outside.ranks.isEmpty() ? new LoneNames(WordSpans.withStrokes(cased)) : outside;
    }

    /** @param typed for one name; may be null @return folded */
    public static Stream<String> of(String typed) {
        LoneNames names = read(typed);
        List<Piece> all = names.pieces;
        return Stream.concat(IntStream.range(0, all.size()).filter(i -> names.isLone(i)).mapToObj(i -> all.get(i).units.get(0)), names.ranks.stream())
                .filter(name -> name.length() >= SHORTEST);
    }

    /** Folded, every name that a family may have among the words: of each piece all but the first, unless that is a first name beside another. */
    public static Stream<String> last(String typed) {
        LoneNames names = read(typed);
        List<Piece> all = names.pieces;
        Stream<String> units = IntStream.range(0, all.size()).filter(i -> all.get(i).name && !names.isFirst(i)).mapToObj(i -> all.get(i).units)
                .flatMap(own -> own.subList(own.size() > 1 ? 1 : 0, own.size()).stream());
        return Stream.concat(units, names.ranks.stream()).filter(name -> name.length() >= SHORTEST);
    }

    /** Folded, what may be a surname behind a title, where what follows may be no more than where they work: {@code Mrs Evans Riverside}. */
    public static Stream<String> behindTitles(String typed) {
        return read(typed).pieces.stream().filter(one -> one.titledFirst && !one.isSingle())
                .filter(one -> one.units.size() > 2 || !FirstNames.isOne(one.units.get(1))).map(one -> one.units.get(0)).filter(name -> name.length() >= SHORTEST);
    }

    /** {@code Ann} of {@code Lee, Ann}, and of {@code Ann and Bob Evans}. */
    private boolean isFirst(int at) {
        return pieces.get(at).isOtherPart() && (beside(at, Joint.COMMA).anyMatch(Piece::isSingle) || beside(at, Joint.AND).findAny().isPresent());
    }

    /** Whether it is one name, and nothing beside it. @param typed for one name; may be null */
    public static boolean isOneName(String typed) {
        LoneNames names = read(typed);
        return names.pieces.size() == 1 && names.ranks.isEmpty() && !names.pieces.get(0).titled;
    }

    /** Of what a comma sets apart the first is the name, or the one with a title, unless a first name stands beside it. */
    private boolean isLone(int at) {
        Piece one = pieces.get(at);
        boolean first = at == 0 || one.joint != Joint.COMMA || one.titled;
        return one.isSingle() && one.name && first && (one.titled || beside(at, Joint.COMMA).noneMatch(Piece::isOtherPart))
                && (one.titled || beside(at, Joint.AND).allMatch(Piece::isSingle));
    }

    private Stream<Piece> beside(int at, Joint joint) {
        return Stream.concat(at > 0 && pieces.get(at).joint == joint ? Stream.of(pieces.get(at - 1)) : Stream.of(),
                at + 1 < pieces.size() && pieces.get(at + 1).joint == joint ? Stream.of(pieces.get(at + 1)) : Stream.of());
    }

    /** Begins another piece where signs before the word say so. */
    private void divide(int at) {
        String signs = at == 0 ? "" : spans.between(at - 1);
        boolean dash = signs.contains("-") && signs.length() > 1;
        if (piece.labelled && piece.units.isEmpty() && signs.contains(":")) {
            return;
        }
        if (dash || holds(signs, BARS)) {
            end(Joint.OR);
        } else if (holds(signs, ALSO)) {
            end(Joint.AND);
        } else if (holds(signs, COMMAS) || holds(signs, STOPS) || signs.startsWith(". ")) {
            end(Joint.COMMA);
        }
    }

    private static boolean holds(String signs, String any) {
        return signs.chars().anyMatch(sign -> any.indexOf(sign) >= 0);
    }

    private void end(Joint next) {
        away = false;
        if (!piece.units.isEmpty()) {
            pieces.add(piece);
            piece = new Piece(next);
        } else {
            if (!piece.rank.isEmpty()) {
                ranks.add(piece.rank);
            }
            boolean titled = piece.titled;
            piece = new Piece(next);
            piece.titled = titled;
        }
    }

    /** Takes the word for what it is. @return place of the last word that was read with it */
    private int read(int at) {
        String word = spans.word(at);
        int spelled = spelledTitle(at);
        if (!away && piece.rank.isEmpty() && (isBehindTitle(at) || isFirstNameAsWell(at))) {
            piece.rank = word;
        }
        if (spelled > at || Titles.isOne(letters(word))) {
            away &= !Titles.always().contains(word) && !piece.units.isEmpty();
            piece.titled = true;
            lastTitle = spelled;
        } else if (BesideNames.OR.contains(word) || isAnd(at)) {
            end(BesideNames.OR.contains(word) ? Joint.OR : Joint.AND);
        } else if (BesideNames.NAMING.contains(word) || Spellings.isLabel(word)) {
            away = false;
            piece.labelled |= Spellings.isLabel(word);
        } else if (BesideNames.AWAY.contains(word) && !Spellings.isLabel(spans.word(at - 1)) || BesideNames.AWAY_BEHIND.contains(word) && piece.isSingle() || isWelshFrom(at) || isOther(at)) {
            away = true;
        } else if (piece.units.isEmpty() && !spans.isHalf(at) && (BesideNames.isRank(word) || BesideNames.LEADS.contains(word) && spans.isFollowedBy(at, ""))) {
            away &= !BesideNames.RANKS.contains(word);
            piece.titled = true;
        } else if (!away && !isPlain(at)) {
            return unit(at);
        }
        return spelled;
    }

    /** {@code PC 1234 Ward}, {@code P.C. Ward}. */
    private boolean isBehindTitle(int at) {
        int before = letters(spans.word(at - 1)).isEmpty() ? at - 2 : at - 1;
        boolean title = before >= 0 && before == lastTitle || BesideNames.BEFORE_NAMES.contains(spans.word(before));
        return title && !letters(spans.word(at)).isEmpty() && spans.isFollowedBy(at - 1, ".");
    }

    /** {@code Di from the board}, which {@code DI} is not. */
    private boolean isFirstNameAsWell(int at) {
        return FirstNames.isOne(spans.word(at)) && Titles.isOne(spans.word(at)) && !(told && spans.isAllCapitals(at));
    }

    /** Of {@code PC4521} what is no number. */
    private static String letters(String word) {
        return word.chars().filter(Character::isLetter).mapToObj(Character::toString).collect(Collectors.joining());
    }

    /** The last letter of a title whose letters stand apart, {@code P.C.}; the place itself where there is none. */
    private int spelledTitle(int at) {
        StringBuilder letters = new StringBuilder(spans.word(at));
        int end = at;
        while (letters.length() == end - at + 1 && spans.word(end + 1).length() == 1 && spans.isFollowedBy(end, ".")) {
            letters.append(spans.word(++end));
        }
        return end > at && Titles.isOne(letters.toString()) ? end : at;
    }

    private boolean isAnd(int at) {
        return BesideNames.AND.contains(spans.word(at)) || spans.word(at).equals("a") && isSmall(at);
    }

    /** {@code Siân o Gaerdydd}, which {@code Sean O Neill} is not. */
    private boolean isWelshFrom(int at) {
        return spans.word(at).equals("o") && isSmall(at) && !piece.units.isEmpty();
    }

    private boolean isSmall(int at) {
        return told && !spans.isCapital(at);
    }

    /** Whether the words behind a sign are no name, since they begin small: {@code Siân, swimming lessons}. */
    private boolean isOther(int at) {
        return isSmall(at) && piece.units.isEmpty() && !pieces.isEmpty() && !isPlain(at) && !FirstNames.isOne(spans.word(at))
                && !Prefixes.isOne(spans.word(at));
    }

    /** {@code the dean of the school}, which says what somebody is. */
    private boolean isSaidOf(int at) {
        String before = spans.word(at - 1);
        return BesideNames.ARTICLES.contains(before) && (BesideNames.COMMON.contains(spans.word(at)) ? !told || isSmall(at) : isSmall(at) && !before.equals("a"));
    }

    /** No name: a number, a label, what is said of one, small words behind a title and a name. */
    private boolean isPlain(int at) {
        String word = spans.word(at);
        boolean behind = piece.titled && piece.isSingle() && (isSmall(at) && !Prefixes.isOne(word) || BesideNames.RANKS.contains(word));
        boolean small = isSmall(at) && (BesideNames.RANKS.contains(word) || BesideNames.OWNERS.contains(spans.word(at - 1)) || isOfWords(at));
        return letters(word).isEmpty() || isSaidOf(at) || behind || small || isRole(at)
                || (word.length() == 1 ? isWordOfALetter(at) : isSaid(at));
    }

    /** What somebody is, in one word or in two: {@code compliance officer}. */
    private boolean isRole(int at) {
        boolean beside = BesideNames.LEADS.contains(spans.word(at)) || BesideNames.RANKS.contains(spans.word(at)) && !piece.units.isEmpty();
        return BesideNames.ROLES.contains(spans.word(at))
                || beside && (BesideNames.isOfRole(spans.word(at - 1)) || BesideNames.ROLES.contains(spans.word(at + 1)));
    }

    /** Behind a name one word that begins small may be the rest of it, which several are not: {@code Siân front desk}. */
    private boolean isOfWords(int at) {
        return isSmallWord(at) && (isSmallWord(at - 1) && spans.isFollowedBy(at - 1, "") || isSmallWord(at + 1) && spans.isFollowedBy(at, ""));
    }

    private boolean isSmallWord(int at) {
        String word = spans.word(at);
        return word.length() > 1 && isSmall(at) && !FirstNames.isOne(word) && !Prefixes.isOne(word);
    }

    /** Of one letter it is an initial unless one of the others follows: {@code I think}. */
    private boolean isWordOfALetter(int at) {
        return "ai".contains(spans.word(at)) && (isSmall(at) || BesideNames.SAID.contains(spans.word(at + 1)) || Titles.always().contains(spans.word(at + 1)));
    }

    /** With a capital behind a name one of two letters is a name: {@code Linh Do}. */
    private boolean isSaid(int at) {
        String word = spans.word(at);
        return BesideNames.SAID.contains(word) && (word.length() > 2 || !spans.isCapital(at) || piece.units.isEmpty());
    }

    /** Takes it for a name, with what a surname begins with or has behind a hyphen. */
    private int unit(int at) {
        boolean hyphened = lastUnit >= 0 && lastUnit == at - 1 && !piece.units.isEmpty() && spans.between(lastUnit).equals("-");
        boolean prefix = Prefixes.isOne(spans.word(at)) && spans.isFollowedBy(at, "") && !BesideNames.AWAY.contains(spans.word(at + 1));
        String word = prefix ? spans.word(at) + " " + spans.word(at + 1) : spans.word(at);
        piece.titledFirst |= piece.units.isEmpty() && piece.titled;
        piece.name |= word.length() > 2 || (told ? spans.isCapital(at) : piece.titled || FirstNames.isOne(word));
        if (hyphened) {
            piece.units.add(piece.units.remove(piece.units.size() - 1) + "-" + word);
        } else {
            piece.units.add(word);
        }
        lastUnit = prefix ? at + 1 : at;
        return lastUnit;
    }
}
