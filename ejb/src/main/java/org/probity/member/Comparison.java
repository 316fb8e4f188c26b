package org.probity.member;

import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.probity.member.Mention.Candidate;
import org.probity.member.Namesakes.Namesake;
import org.probity.names.Initials;
import org.probity.names.PersonName;
import org.probity.spelling.Capitals;
import org.probity.spelling.Likeness;
import org.probity.spelling.LikenessIndex;
import org.probity.spelling.Prefixes;
import org.probity.spelling.ShortForms;
import org.probity.spelling.Titles;
import org.probity.spelling.WordPlaces;

/** One reading of the words compared with those whom they may mean. */
final class Comparison {

    /** A single name is a hint where no more people at the desk have it; where more do, it means those alone who read cases. */
    static final int NAMED_ALIKE = 3;

    /** What stands between the first names of a couple. */
    private static final List<String> JOINTS = List.of("and", "a", "ac", "or", "neu");

    /** Words between two parts of a name: {@code Siân, who is called Evans}. */
    private static final int BETWEEN = 5;

    /** Letters of a part that may be in two pieces. */
    private static final int SHORTEST_PIECES = 5;

    private final Reading reading;
    private final LikenessIndex index;
    private final PersonName name;
    private final WordPlaces words;
    private final BitSet joints;

    /** Where words stand as names do; not to be changed. */
    private final BitSet named;

    /** Behind a title somebody else begins: {@code Siân and Mrs Evans}. */
    private final BitSet titles;
    private final Surnames surnames;

    /** Whether capitals tell something. */
    private final boolean told;
    private final BiFunction<String, String, Likeness> measure;
    private final Map<String, BitSet> alike = new HashMap<>();

    Comparison(Reading reading, LikenessIndex index, Capitals capitals) {
        this.reading = reading;
        this.index = index;
        name = reading.name();
        words = reading.places();
        named = reading.named(capitals);
        told = capitals.areTold() && reading.spans().hasBothCases();
        titles = words.of(Titles.always());
        joints = words.of(JOINTS);
        surnames = new Surnames(reading, titles, joints, named);
        measure = reading.isHeard() ? index::heard : index::of;
    }

    /** Those of them who are meant, or may be. */
    List<Namesake> meant(Collection<Candidate> candidates) {
        Set<Candidate> single = candidates.stream().filter(this::isBySingleName).collect(Collectors.toSet());
        boolean rare = single.stream().filter(Candidate::isOfDesk).count() <= NAMED_ALIKE;
        List<Candidate> certain = candidates.stream().filter(this::isCertain).toList();
        Set<Candidate> sure = new HashSet<>(certain);
        List<Candidate> near = candidates.stream().filter(one -> !sure.contains(one) && (isNamed(one) || isNear(one)
                && (!single.contains(one) || one.readsCases() || rare && !one.isElsewhere()))).toList();
        List<Candidate> written = near.stream().filter(other -> other.name().isIn(words, 0)).toList();
        return Stream.concat(certain.stream().map(one -> new Namesake(one.accountId(), true)), near.stream()
                .filter(one -> !isExplained(one, peers(one, certain), peers(one, written))).map(one -> new Namesake(one.accountId(), false))).toList();
    }

    private boolean isCertain(Candidate one) {
        return one.forms().stream().anyMatch(reading.addresses()::contains) || name.isSame(one.name());
    }

    private boolean isNamed(Candidate one) {
        return hasHint(one) || one.name().isIn(words, 1) || one.name().isWordOf(words::has) || one.name().isWordOf(reading.ends()::contains)
                || isBeside(one.name()) || reading.handles().mayBe(one.name(), index);
    }

    private boolean hasHint(Candidate one) {
        return one.forms().stream().anyMatch(reading.hints()::contains);
    }

    /** Whether what is like a first name stands in the text beside what is like a last one, or one of them beside the initial of the other, in either order. */
    private boolean isBeside(PersonName member) {
        List<String> parts = member.parts();
        if (parts.isEmpty()) {
            return false;
        }
        String first = parts.get(0);
        String last = parts.get(parts.size() - 1);
        return !first.equals(last) && (isBeside(member, first, last) || isBesideAllFirst(member, last) || isOfCouple(first, last)
                || isBesideInitial(first, last) || isBesideHalf(member, first, last));
    }

    /** {@code S. M. Evans}, {@code Evans, S.}, {@code Siân E.}, {@code E. Siân}. */
    private boolean isBesideInitial(String first, String last) {
        Initials initials = reading.initials();
        char ofFirst = first.charAt(0);
        char ofLast = last.charAt(0);
        return WordPlaces.follow(initials.before(ofFirst), written(last), 1) || WordPlaces.follow(written(last), initials.behind(ofFirst), 1)
                || WordPlaces.follow(written(first), initials.behind(ofLast), 1) || WordPlaces.follow(initials.alone(ofLast), written(first), 1);
    }

    /** The same where only half of a double surname is given. */
    private boolean isBesideHalf(PersonName member, String first, String last) {
        return member.parts().stream().anyMatch(half -> member.isHyphened(half, last) && !member.isHyphened(half, first)
                && (isBeside(member, first, half) || isBesideInitial(first, half)));
    }

    /** The same where all first names are written as one word, of which what a surname begins with is none. */
    private boolean isBesideAllFirst(PersonName member, String last) {
        List<String> parts = member.parts();
        return parts.size() > 2 && !Prefixes.isOne(parts.get(parts.size() - 2))
                && isBeside(member, String.join("", parts.subList(0, parts.size() - 1)), last);
    }

    /** Whether what is like one part stands beside what is like the other, or not far from the other itself, and nobody else's name between. */
    private boolean isBeside(PersonName member, String part, String other) {
        if (isBesidePieces(part, written(other)) || isBesidePieces(other, written(part))) {
            return true;
        }
        BitSet one = like(part);
        BitSet two = like(other);
        if (one.isEmpty() || two.isEmpty()) {
            return false;
        }
        BitSet bars = (BitSet) named.clone();
        member.parts().forEach(own -> bars.andNot(like(own)));
        BitSet first = WordPlaces.without(one, bars, -1);
        boolean byTitle = surnames.isOfHousehold(first, written(other)) || surnames.isSetOff(first, written(other), bars);
        BitSet behind = WordPlaces.without(alike(part), bars, -1);
        BitSet before = WordPlaces.without(alike(other), bars, 1);
        bars.or(titles);
        return byTitle || surnames.isByMarriage(one, two) || WordPlaces.areNear(one, two, 0, WordPlaces.NOWHERE)
                || WordPlaces.areNear(and(exact(part), behind), before, BETWEEN, bars)
                || WordPlaces.areNear(behind, and(exact(other), before), BETWEEN, bars);
    }

    private static BitSet and(BitSet one, BitSet other) {
        BitSet both = (BitSet) one.clone();
        both.and(other);
        return both;
    }

    /** Whether the part stands beside those places in two pieces: {@code Dy lan}. */
    private boolean isBesidePieces(String part, BitSet places) {
        if (places.isEmpty() || part.length() < SHORTEST_PIECES) {
            return false;
        }
        BitSet pieces = reading.pieces(part);
        return WordPlaces.follow(pieces, places, 2) || WordPlaces.follow(places, pieces, 1);
    }

    /** {@code Siân and David Evans}, which {@code Siân and Mr Evans} are not. */
    private boolean isOfCouple(String first, String last) {
        return WordPlaces.follow(WordPlaces.before(written(first), joints), WordPlaces.without(like(last), titles, 1), 3);
    }

    private BitSet written(String part) {
        return part.length() == 2 ? ofTwoLetters(part) : exact(part);
    }

    private BitSet exact(String part) {
        return reading.isHeard() ? alike(part) : words.of(part.length() > 2 ? part : "");
    }

    /** A word of two letters is a name where it has a capital or, where capitals tell nothing, is no other word. */
    private BitSet ofTwoLetters(String part) {
        BitSet places = new BitSet();
        words.of(part.length() == 2 ? part : "").stream().filter(at -> told ? reading.spans().isCapital(at) : !Initials.isWord(part))
                .forEach(places::set);
        return places;
    }

    /** With those of two letters, which no other words are like; far from the rest of a name they are not one. */
    private BitSet like(String part) {
        BitSet places = alike(part);
        if (part.length() == 2) {
            places = (BitSet) places.clone();
            places.or(ofTwoLetters(part));
        }
        return places;
    }

    private BitSet alike(String part) {
        return alike.computeIfAbsent(part, none -> words.of((reading.isHeard() ? index.sounding(part) : index.like(part)).keySet().stream()
                .filter(word -> mayStandFor(word, part)).toList()));
    }

    /** A word of two letters, and one that is in every text, is nobody's name unless it is known for one. */
    private static boolean mayStandFor(String word, String part) {
        return word.length() > 2 && !Capitals.isOrdinary(word) || ShortForms.areSame(word, part) || word.equals(part) && word.length() > 2;
    }

    private boolean isNear(Candidate one) {
        return name.isNear(one.name(), measure) || name.isOnePartOf(one.name()) || isNearUntitled(one);
    }

    /** Of a member who is only {@code DS Evans} to everybody. */
    private boolean isNearUntitled(Candidate one) {
        PersonName untitled = one.name().untitled();
        return !untitled.equals(one.name()) && name.isNear(untitled, measure);
    }

    private boolean isBySingleName(Candidate one) {
        return name.parts().size() == 1 || one.name().parts().size() == 1 ? name.isNear(one.name(), measure)
                : (isNearUntitled(one) || name.isOnePartOf(one.name())) && !name.isNear(one.name(), measure);
    }

    /** Who reads cases is not kept from being meant by a member whom one administrator may invent, or who has left. */
    private static List<PersonName> peers(Candidate one, List<Candidate> others) {
        return others.stream().filter(other -> other.isOfDesk() || !one.isOfDesk()).map(Candidate::name).toList();
    }

    /** Where somebody else bears the whole name, who has less of it or more is not meant by it, unless they are named beside them. */
    private boolean isExplained(Candidate one, List<PersonName> certain, List<PersonName> written) {
        boolean longer = Stream.concat(certain.stream(), written.stream()).anyMatch(one.name()::isPartOf);
        boolean shorter = !certain.isEmpty() && name.isPartOf(one.name()) || written.stream().anyMatch(other -> other.isPartOf(one.name()));
        return (longer || shorter) && !hasHint(one) && !one.name().isIn(words, 0) && !one.name().isWordOf(words::has);
    }
}
