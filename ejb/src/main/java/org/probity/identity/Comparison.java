package org.probity.identity;

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
import org.probity.identity.Mention.Candidate;
import org.probity.identity.Namesakes.Namesake;

/** One reading of the words compared with those whom they may mean. */
final class Comparison {

    /** A single name is a hint where no more people at the desk have it; where more do, it means nobody. */
    private static final int NAMED_ALIKE = 3;

    /** A letter that is a word of English or Welsh is no initial without a full stop. */
    private static final String WORDS_OF_A_LETTER = "aioy";

    /** What stands between the first names of a couple. */
    private static final List<String> JOINTS = List.of("and", "a", "ac", "or", "neu");

    private final Reading reading;
    private final LikenessIndex index;
    private final PersonName name;
    private final WordPlaces words;
    private final BitSet joints;
    private final BiFunction<String, String, Likeness> measure;
    private final Map<String, BitSet> alike = new HashMap<>();

    Comparison(Reading reading, LikenessIndex index) {
        this.reading = reading;
        this.index = index;
        name = reading.name();
        words = new WordPlaces(reading.words());
        joints = words.of(JOINTS);
        measure = reading.isHeard() ? index::heard : index::of;
    }

    /** Those of them who are meant, or may be. */
    List<Namesake> meant(Collection<Candidate> candidates) {
        Set<Candidate> single = candidates.stream().filter(this::isBySingleName).collect(Collectors.toSet());
        boolean rare = single.stream().filter(one -> !one.isElsewhere()).count() <= NAMED_ALIKE;
        List<Candidate> certain = candidates.stream().filter(this::isCertain).toList();
        Set<Candidate> sure = new HashSet<>(certain);
        List<Candidate> near = candidates.stream().filter(one -> !sure.contains(one) && (isNamed(one) || name.isNear(one.name(), measure)
                && (!single.contains(one) || rare && !one.isElsewhere()))).toList();
        List<PersonName> written = near.stream().map(Candidate::name).filter(other -> other.isIn(words, 0)).toList();
        return Stream.concat(certain.stream().map(one -> new Namesake(one.accountId(), true)), near.stream()
                .filter(one -> !isExplained(one, certain, written)).map(one -> new Namesake(one.accountId(), false))).toList();
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

    /** Whether a first or last name stands in the text, and beside it what is like the other one or its initial. */
    private boolean isBeside(PersonName member) {
        List<String> parts = member.parts();
        String first = parts.isEmpty() ? "" : parts.get(0);
        String last = parts.isEmpty() ? "" : parts.get(parts.size() - 1);
        return !first.equals(last) && (isBeside(first, last) || isBeside(last, first) || isOfCouple(first, last)
                || WordPlaces.follow(initial(last), written(first), 1) || WordPlaces.follow(initial(first), written(last), 1) || isBesideHalf(member, first, last));
    }

    /** The same where only half of a double surname is given. */
    private boolean isBesideHalf(PersonName member, String first, String last) {
        return member.parts().stream().anyMatch(half -> member.isHyphened(half, last) && !member.isHyphened(half, first)
                && (isBeside(first, half) || isBeside(half, first)));
    }

    /** Whether one part stands in the text, and beside it what is like the other. */
    private boolean isBeside(String part, String other) {
        BitSet written = written(part);
        return !written.isEmpty() && (WordPlaces.follow(written, alike(other), 1) || WordPlaces.follow(alike(other), written, 1));
    }

    /** {@code Siân and David Evans}. */
    private boolean isOfCouple(String first, String last) {
        return WordPlaces.follow(WordPlaces.before(written(first), joints), alike(last), 3);
    }

    private BitSet written(String part) {
        return reading.isHeard() ? alike(part) : words.of(part.length() > 2 ? part : "");
    }

    private BitSet initial(String part) {
        String letter = part.substring(0, 1);
        return words.of(WORDS_OF_A_LETTER.contains(letter) ? "" : letter);
    }

    private BitSet alike(String part) {
        return alike.computeIfAbsent(part, none -> words.of((reading.isHeard() ? index.sounding(part) : index.like(part)).keySet().stream()
                .filter(word -> word.length() > 2).toList()));
    }

    private boolean isBySingleName(Candidate one) {
        return (name.parts().size() == 1 || one.name().parts().size() == 1) && name.isNear(one.name(), measure);
    }

    /** Where somebody else bears the whole name, who has less of it or more is not meant by it, unless they are named beside them. */
    private boolean isExplained(Candidate one, List<Candidate> certain, List<PersonName> written) {
        boolean longer = Stream.concat(certain.stream().map(Candidate::name), written.stream()).anyMatch(one.name()::isPartOf);
        boolean shorter = !certain.isEmpty() && name.isPartOf(one.name()) || written.stream().anyMatch(other -> other.isPartOf(one.name()));
        return (longer || shorter) && !hasHint(one) && !one.name().isIn(words, 0) && !one.name().isWordOf(words::has);
    }
}
