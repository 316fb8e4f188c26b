package org.probity.identity;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.probity.kernel.Letters;

/** One way to read somebody's name and address and a text beside them. */
final class Reading {

    /** A whole name is looked for at both ends of longer words; a shorter one could be the end of any word. */
    private static final int SHORTEST_END = 7;

    private final PersonName name;
    private final List<String> words;
    private final Handles handles;

    /** Where the text was read by its sound, so are names in it. */
    private final boolean heard;

    /** Forms of the person's own address, of their name, and of what else the text holds. */
    private final Set<String> addresses = new HashSet<>();
    private final Set<String> names = new HashSet<>();
    private final Set<String> hints = new HashSet<>();
    private final Set<String> ends = new HashSet<>();

    /** As it stands. */
    Reading(String typed, String email, String text) {
        this(typed, email, text, false);
        keep(ends, words.stream().flatMap(word -> IntStream.range(SHORTEST_END, word.length())
                .mapToObj(length -> Stream.of(word.substring(0, length), word.substring(word.length() - length))).flatMap(both -> both)));
    }

    /** @param heard whether by its sound */
    Reading(String typed, String email, String text, boolean heard) {
        this.heard = heard;
        name = PersonName.of(typed);
        String folded = Letters.fold(Stream.of(typed, text).filter(Objects::nonNull).collect(Collectors.joining(" / ")), Mention.LONGEST);
        words = PersonName.words(folded);
        handles = new Handles(name.parts().size() == 1 ? "/" + folded.stripLeading() : folded);
        keep(addresses, Stream.of(PersonName.address(email), PersonName.address(typed)).filter(address -> !address.isEmpty())
                .map(MemberName.ADDRESS::concat));
        keep(names, name.wanted());
        keep(hints, PersonName.addresses(folded).map(MemberName.ADDRESS::concat));
        keep(hints, Stream.of(MemberName.squeezed(typed)).filter(form -> !form.isEmpty()).map(MemberName.ADDRESS::concat));
    }

    private static void keep(Set<String> forms, Stream<String> found) {
        found.map(MemberName::cut).forEach(forms::add);
    }

    /** What to look for in {@link MemberName}. */
    Stream<String> wanted() {
        return Stream.of(addresses.stream(), names.stream(), hints.stream(), ends.stream(), words.stream(), handles.wanted()).flatMap(forms -> forms);
    }

    Set<String> addresses() {
        return addresses;
    }

    Set<String> hints() {
        return hints;
    }

    /** What longer words begin or end with. */
    Set<String> ends() {
        return ends;
    }

    PersonName name() {
        return name;
    }

    List<String> words() {
        return words;
    }

    Handles handles() {
        return handles;
    }

    boolean isHeard() {
        return heard;
    }

    /** Every word that is compared with parts of names. */
    Stream<String> compared() {
        return Stream.of(words.stream(), name.parts().stream(), handles.parts()).flatMap(all -> all);
    }
}
