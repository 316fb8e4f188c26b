package org.probity.identity;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.probity.kernel.Letters;

/** One way to read somebody's name and address and a text beside them. */
final class Reading {

    /** A single name is a hint where no more people at the desk have it; where more do, it means nobody. */
    private static final int NAMED_ALIKE = 3;

    /** A letter that is a word of English or Welsh is no initial without a full stop. */
    private static final String WORDS_OF_A_LETTER = "aioy";

    private final PersonName name;
    private final List<String> words;
    private final Handles handles;

    /** Where the text was read by its sound, so are names in it. */
    private final boolean heard;
    private final BiFunction<String, String, Likeness> measure;

    /** Forms of the person's own address, of their name, and of what else the text holds. */
    private final Set<String> addresses = new HashSet<>();
    private final Set<String> names = new HashSet<>();
    private final Set<String> hints = new HashSet<>();

    /** As it stands. */
    Reading(String typed, String email, String text) {
        this(typed, email, text, false);
    }

    /** @param heard whether by its sound */
    Reading(String typed, String email, String text, boolean heard) {
        this.heard = heard;
        measure = heard ? Likeness::heard : Likeness::of;
        name = PersonName.of(typed);
        String folded = Letters.fold(Stream.of(typed, text).filter(Objects::nonNull).collect(Collectors.joining(" / ")), Mention.LONGEST);
        words = PersonName.words(folded);
        handles = new Handles(name.parts().size() == 1 ? "/" + folded.stripLeading() : folded);
        keep(addresses, Stream.of(PersonName.address(email), PersonName.address(typed)).filter(address -> !address.isEmpty())
                .map(MemberName.ADDRESS::concat));
        keep(names, name.wanted());
        keep(hints, PersonName.addresses(folded).map(MemberName.ADDRESS::concat));
        keep(hints, Stream.of(MemberName.squeezed(typed)).filter(form -> !form.isEmpty()).map(MemberName.ADDRESS::concat));
        keep(names, heard ? PersonName.sounds(words.stream()) : Stream.of());
    }

    private static void keep(Set<String> forms, Stream<String> found) {
        found.map(MemberName::cut).forEach(forms::add);
    }

    /** What to look for in {@link MemberName}. */
    Set<String> wanted() {
        return Stream.of(addresses.stream(), names.stream(), hints.stream(), words.stream(), handles.wanted())
                .flatMap(forms -> forms).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Those of them who are meant, or may be. */
    List<Namesakes.Namesake> meant(Collection<Mention.Candidate> candidates) {
        List<Mention.Candidate> certain = candidates.stream().filter(this::isCertain).toList();
        boolean rare = candidates.stream().filter(one -> !one.isElsewhere() && isBySingleName(one)).count() <= NAMED_ALIKE;
        List<Mention.Candidate> near = candidates.stream().filter(one -> !certain.contains(one) && (isNamed(one) || name.isNear(one.name(), measure)
                && (!isBySingleName(one) || rare && !one.isElsewhere()))).toList();
        return Stream.concat(certain.stream().map(one -> new Namesakes.Namesake(one.accountId(), true)), near.stream()
                .filter(one -> !isExplained(one, certain, near)).map(one -> new Namesakes.Namesake(one.accountId(), false))).toList();
    }

    private boolean isCertain(Mention.Candidate one) {
        return one.forms().stream().anyMatch(addresses::contains) || name.isSame(one.name());
    }

    private boolean isNamed(Mention.Candidate one) {
        return one.forms().stream().anyMatch(hints::contains) || one.name().isIn(words, 1) || one.name().isWordOf(words)
                || isBeside(ends(one.name().parts())) || handles.mayBe(one.name());
    }

    /** A first and a last name: what stands between them is left out as often. */
    private static List<String> ends(List<String> parts) {
        return parts.size() < 2 ? List.of() : List.of(parts.get(0), parts.get(parts.size() - 1));
    }

    /** Whether a part of the name stands in the text, and beside it what is like another, or its initial. */
    private boolean isBeside(List<String> parts) {
        return IntStream.range(0, words.size()).anyMatch(i -> parts.stream().anyMatch(part -> isWritten(words.get(i), part)
                && (i > 0 && isOther(words.get(i - 1), part, parts) || i + 1 < words.size() && isLike(words.get(i + 1), part, parts))));
    }

    private boolean isWritten(String word, String part) {
        return word.length() > 2 && (word.equals(part) || heard && isLike(word, part));
    }

    private boolean isOther(String word, String part, List<String> parts) {
        boolean initial = word.length() == 1 && !WORDS_OF_A_LETTER.contains(word);
        return initial && parts.stream().anyMatch(other -> !other.equals(part) && other.startsWith(word)) || isLike(word, part, parts);
    }

    private boolean isLike(String word, String part, List<String> parts) {
        return word.length() > 2 && parts.stream().anyMatch(other -> !other.equals(part) && isLike(word, other));
    }

    private boolean isLike(String word, String part) {
        return measure.apply(word, part).compareTo(Likeness.INITIAL) < 0;
    }

    private boolean isBySingleName(Mention.Candidate one) {
        return (name.parts().size() == 1 || one.name().parts().size() == 1) && name.isNear(one.name(), measure);
    }

    /** Where somebody else bears the whole name, who has less of it or more is not meant by it, unless they are named beside them. */
    private boolean isExplained(Mention.Candidate one, List<Mention.Candidate> certain, List<Mention.Candidate> near) {
        boolean ownWords = one.forms().stream().anyMatch(hints::contains) || one.name().isIn(words, 0) || one.name().isWordOf(words);
        List<PersonName> written = near.stream().map(Mention.Candidate::name).filter(other -> other.isIn(words, 0)).toList();
        boolean longer = Stream.concat(certain.stream().map(Mention.Candidate::name), written.stream()).anyMatch(one.name()::isPartOf);
        boolean shorter = !certain.isEmpty() && name.isPartOf(one.name()) || written.stream().anyMatch(other -> other.isPartOf(one.name()));
        return !ownWords && (longer || shorter);
    }
}
