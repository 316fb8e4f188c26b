package org.probity.identity;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.probity.kernel.Letters;

/**
 * Single names in the field for somebody's name, without what people write beside one: {@code PC Evans}, {@code Mrs Evans,
 * safeguarding team}, {@code Siân from the board}. In brackets it is left out anyway; here it stands in the open. A whole name
 * has none, whatever stands beside it, nor has one that is written surname first.
 */
final class LoneNames {

    /** Shorter ones mean nobody, and are names where they have a capital, or a title. */
    private static final int SHORTEST = 2;

    private static final String STOPS = "?!";
    private static final String COMMAS = ",;:";
    private static final String BARS = "/|\\–—";
    private static final String ALSO = "&+";

    private static final Set<String> OR = Set.of("or", "neu", "nee", "aka", "alias", "formerly", "gynt");
    private static final Set<String> AND = Set.of("and", "ac");

    /** What follows tells where they are, and no name, up to the next sign. */
    private static final Set<String> AWAY = words("at from in of on with by for near who which works worked working lives living based "
            + "yn yng ym gan gyda gydar efo efor am wrth oddi sydd syn sy");

    /** The same behind a name alone: {@code Evans the Bread}. */
    private static final Set<String> AWAY_BEHIND = Set.of("the", "that");

    /** Behind these a name follows after all, as behind a label. */
    private static final Set<String> NAMING = Set.of("called", "named");

    /** Before them stands no name: {@code my boss Siân}. */
    private static final Set<String> OWNERS = words("my our his her their fy ein eu");

    /** What people say of a name, of somebody whose name they do not know, and of a place: never a name itself. */
    private static final Set<String> SAID = words("the that an this is was it be my our his her their he she they think thinks believe believed suspect guess "
            + "maybe perhaps probably possibly sure certain not no dont do cant know known unknown unsure unclear unnamed anonymous something someone "
            + "somebody whatever etc else title teitl spell spelling see above below man woman male female girl boy gentleman neighbour colleague work year class "
            + "safeguarding team staff board council school club hospital office department dept service services "
            + "mae ydy yw oedd ei eu fy ein hi fo fe meddwl credu tybio dwi dwin rwy rwyn efallai siwr ddim nid gwybod nabod cofio anhysbys rhywun "
            + "rhywbeth dyn dynes menyw merch bachgen cymydog cydweithiwr blwyddyn dosbarth diogelu bwrdd cyngor ysgol clwb ysbyty swyddfa adran gwasanaeth");

    private static final Set<String> ARTICLES = Set.of("the", "a", "an", "y", "yr");

    /** Words that surnames are too: behind an article not even where capitals tell nothing. */
    private static final Set<String> COMMON = words("dean prior abbott abbot chancellor pope king cook child price day young church field case "
            + "steward porter marshall marshal friend page squire bailiff hall mayor knight baker butcher gardener");

    /** What people are, before a name and behind it. */
    private static final Set<String> ROLES = words("teacher headteacher headmaster headmistress coach tutor instructor caretaker carer social worker police "
            + "policeman policewoman hr gp ta lsa hlta dsl slt lado ceo cid nhs athrawes hyfforddwr hyfforddwraig heddlu heddwas cymdeithasol "
            + "gweithiwr gweithwraig");

    /** Before a name alone, or behind one that has a title or where they begin small; elsewhere they may be part of it. */
    private static final Set<String> RANKS = words("ex former retired acting officer detective det con dep deputy chief ci acc dcc superintendent "
            + "commander line manager ward matron sister auntie aunty uncle doctor surgeon consultant midwife paramedic canon father pastor imam rabbi "
            + "vicar deacon bishop judge head principal youth anti modryb ewythr wncwl cyn swyddog ditectif pennaeth prifathro rheolwr esgob ficer barnwr "
            + "bydwraig ymgynghorydd");

    /** Ranks that a name follows: {@code Officer Ward}. Behind others another word for what somebody is may follow. */
    private static final Set<String> BEFORE_NAMES = words("officer superintendent commander auntie aunty uncle sister father doctor judge pastor "
            + "bishop canon rabbi imam matron coach teacher swyddog modryb ewythr wncwl barnwr esgob");

    /** How a piece of the text hangs together with the one before it. */
    private enum Joint {
        COMMA, OR, AND
    }

    /** Words that stand together as one name or as parts of one. */
    private static final class Piece {
        private final Joint joint;
        private final List<String> units = new ArrayList<>();
        private boolean titled;
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

        /** Whether it makes a whole name of a single one beside it. */
        boolean isOtherPart() {
            return labelled || FirstNames.isOne(units.get(0)) || units.get(0).length() == 1;
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

    private LoneNames(String typed) {
        String cased = WordSpans.withoutBrackets(Letters.cased(typed, PersonName.LONGEST));
        spans = new WordSpans(cased, Letters.lower(cased));
        told = spans.hasBothCases();
        for (int i = 0; i < spans.words().size(); i++) {
            divide(i);
            i = read(i);
        }
        end(Joint.COMMA);
    }

    /** @param typed for one name; may be null @return folded */
    static Stream<String> of(String typed) {
        LoneNames names = new LoneNames(typed);
        List<Piece> all = names.pieces;
        return Stream.concat(IntStream.range(0, all.size()).filter(i -> names.isLone(i)).mapToObj(i -> all.get(i).units.get(0)), names.ranks.stream())
                .filter(name -> name.length() >= SHORTEST);
    }

    /**
     * Every name that a family may have among the words, whole names and single ones: the last of each piece, unless that is a first
     * name beside another.
     *
     * @param typed for one name; may be null
     * @return folded
     */
    static Stream<String> last(String typed) {
        LoneNames names = new LoneNames(typed);
        List<Piece> all = names.pieces;
        return Stream.concat(IntStream.range(0, all.size()).filter(i -> all.get(i).name && !names.isFirst(i))
                .mapToObj(i -> all.get(i).units.get(all.get(i).units.size() - 1)), names.ranks.stream()).filter(name -> name.length() >= SHORTEST);
    }

    /** {@code Ann} of {@code Lee, Ann}, and of {@code Ann and Bob Evans}. */
    private boolean isFirst(int at) {
        Piece one = pieces.get(at);
        return one.isSingle() && one.isOtherPart() && Stream.concat(beside(at, Joint.COMMA), beside(at, Joint.AND)).findAny().isPresent();
    }

    private static Set<String> words(String text) {
        return Set.copyOf(List.of(text.split(" ")));
    }

    /** Of what a comma sets apart the first is the name, or the one with a title, unless a first name stands beside it. */
    private boolean isLone(int at) {
        Piece one = pieces.get(at);
        boolean first = at == 0 || one.joint != Joint.COMMA || one.titled;
        return one.isSingle() && one.name && first && beside(at, Joint.COMMA).noneMatch(Piece::isOtherPart)
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
            away &= !Titles.always().contains(word);
            piece.titled = true;
            lastTitle = spelled;
        } else if (OR.contains(word) || isAnd(at)) {
            end(OR.contains(word) ? Joint.OR : Joint.AND);
        } else if (NAMING.contains(word) || Spellings.isLabel(word)) {
            away = false;
            piece.labelled |= Spellings.isLabel(word);
        } else if (AWAY.contains(word) || AWAY_BEHIND.contains(word) && piece.isSingle() || isWelshFrom(at) || isOther(at)) {
            away = true;
        } else if (piece.units.isEmpty() && (RANKS.contains(word) || ROLES.contains(word))) {
            piece.titled = true;
        } else if (!away && !isPlain(at)) {
            return unit(at);
        }
        return spelled;
    }

    /** {@code PC 1234 Ward}, {@code P.C. Ward}. */
    private boolean isBehindTitle(int at) {
        int before = letters(spans.word(at - 1)).isEmpty() ? at - 2 : at - 1;
        boolean title = before >= 0 && before == lastTitle || BEFORE_NAMES.contains(spans.word(before));
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
        return AND.contains(spans.word(at)) || spans.word(at).equals("a") && isSmall(at);
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
        return ARTICLES.contains(before) && (COMMON.contains(spans.word(at)) ? !told || isSmall(at) : isSmall(at) && !before.equals("a"));
    }

    /** No name: a number, a label, what is said of one, small words behind a title and a name. */
    private boolean isPlain(int at) {
        String word = spans.word(at);
        boolean behind = piece.titled && piece.isSingle() && (isSmall(at) && !Prefixes.isOne(word) || RANKS.contains(word));
        boolean small = isSmall(at) && (RANKS.contains(word) || OWNERS.contains(spans.word(at - 1)));
        return letters(word).isEmpty() || isSaidOf(at) || behind || small || ROLES.contains(word)
                || (word.length() == 1 ? isWordOfALetter(at) : isSaid(at));
    }

    /** Of one letter it is an initial unless one of the others follows: {@code I think}. */
    private boolean isWordOfALetter(int at) {
        return "ai".contains(spans.word(at)) && (isSmall(at) || SAID.contains(spans.word(at + 1)) || Titles.always().contains(spans.word(at + 1)));
    }

    /** With a capital behind a name one of two letters is a name: {@code Linh Do}. */
    private boolean isSaid(int at) {
        String word = spans.word(at);
        return SAID.contains(word) && (word.length() > 2 || !spans.isCapital(at) || piece.units.isEmpty());
    }

    /** Takes it for a name, with what a surname begins with or has behind a hyphen. */
    private int unit(int at) {
        boolean hyphened = lastUnit >= 0 && lastUnit == at - 1 && !piece.units.isEmpty() && spans.between(lastUnit).equals("-");
        boolean prefix = Prefixes.isOne(spans.word(at)) && spans.isFollowedBy(at, "") && !AWAY.contains(spans.word(at + 1));
        String word = prefix ? spans.word(at) + " " + spans.word(at + 1) : spans.word(at);
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
