package org.probity.member;

import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.probity.kernel.Letters;
import org.probity.names.Handles;
import org.probity.names.Initials;
import org.probity.names.PersonName;
import org.probity.spelling.Capitals;
import org.probity.spelling.ShortForms;
import org.probity.spelling.WordPlaces;
import org.probity.spelling.WordSpans;

/** One way to read somebody's name and address and a text beside them. */
final class Reading {

    /** A whole name is looked for at both ends of longer words; a shorter one could be the end of any word. */
    private static final int SHORTEST_END = 7;

    private final PersonName name;
    private final WordSpans spans;
    private final List<String> words;
    private final Initials initials;
    private final WordPlaces places;
    private final WordPlaces sounds;

    private BitSet named;

    /** Two words in a row as one. */
    private WordPlaces pieces;
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
        this(typed, email, text, false, true);
        keep(ends, words.stream().flatMap(word -> IntStream.range(SHORTEST_END, word.length())
                .mapToObj(length -> Stream.of(word.substring(0, length), word.substring(word.length() - length))).flatMap(both -> both)));
    }

    /** As it may be meant. @param heard whether by its sound */
    Reading(String typed, String text, boolean heard) {
        this(typed, null, text, heard, false);
    }

    /** Surnames in it as one word. */
    static Reading closed(String typed, String text) {
        return new Reading(typed, null, text, false, true);
    }

    /** @param plain whether it has the capitals and signs that were typed */
    private Reading(String typed, String email, String text, boolean heard, boolean plain) {
        this.heard = heard;
        name = PersonName.of(typed);
        String cased = Letters.cased(Stream.of(typed, text).filter(Objects::nonNull).collect(Collectors.joining(" / ")), Mention.LONGEST);
        String folded = Letters.lower(cased);
        spans = new WordSpans(cased, folded);
        words = spans.words();
        initials = new Initials(spans, plain);
        places = new WordPlaces(words);
        sounds = new WordPlaces(words, word -> PersonName.heard(word).map(MemberName::cut));
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
        return Stream.of(addresses.stream(), names.stream(), hints.stream(), ends.stream(), words.stream().flatMap(ShortForms::of), handles.wanted(),
                sounds.all().stream()).flatMap(forms -> forms);
    }

    /**
     * Whether whoever has these forms may be found here: one that is heard in a text is anybody's, two beside each other are a name, and one
     * of two words with capitals.
     */
    boolean mayBe(Set<String> forms, Capitals capitals) {
        return forms.stream().anyMatch(form -> !form.startsWith(PersonName.SOUND) || names.contains(form))
                || forms.stream().anyMatch(one -> forms.stream().anyMatch(other -> !one.equals(other)
                && WordPlaces.follow(sounds.of(one), sounds.of(other), 1))) || capitals.areTold() && isBesideCapital(sounds.of(forms), named(capitals));
    }

    /** Where words stand as names do. Not to be changed. */
    BitSet named(Capitals capitals) {
        if (named == null) {
            named = places.of(capitals.names());
        }
        return named;
    }

    private static boolean isBesideCapital(BitSet heard, BitSet capitals) {
        heard.and(capitals);
        return WordPlaces.areNear(heard, capitals, 0, WordPlaces.NOWHERE);
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

    /** Where the first of two words stands that are that part together. */
    BitSet pieces(String part) {
        if (pieces == null) {
            pieces = new WordPlaces(IntStream.range(1, words.size()).mapToObj(i -> words.get(i - 1) + words.get(i)).toList());
        }
        return pieces.of(part);
    }

    WordSpans spans() {
        return spans;
    }

    Initials initials() {
        return initials;
    }

    /** Where its words stand. */
    WordPlaces places() {
        return places;
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
