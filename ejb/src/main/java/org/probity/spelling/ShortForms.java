package org.probity.spelling;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.probity.kernel.Letters;

/**
 * Names that are used for each other, English and Welsh: first names as {@code reference/short-forms.txt} groups them, and surnames as
 * {@code reference/surnames.txt} does.
 */
public final class ShortForms {

    /** Letters of a short form. */
    private static final int SHORTEST = 3;
    private static final int LONGEST = 7;
    private static final int LONGEST_END = 5;

    /** A slip leaves out fewer letters. */
    private static final int LEFT_OUT = 2;
    private static final List<String> ENDINGS = List.of("ie", "ey", "y", "i", "o", "s");

    private static final List<String> SPOKEN_ALIKE = List.of("ie", "ey", "y", "i");

    private static final Set<String> FIRST_NAMES = Set.copyOf(read("short-forms.txt").keySet());
    private static final Set<String> SURNAMES = Set.copyOf(read("surnames.txt").keySet());
    private static final Map<String, Set<String>> FORMS = read("short-forms.txt", "surnames.txt");

    private ShortForms() {
    }

    /** The name and those it is used for. @param part folded */
    public static Stream<String> of(String part) {
        return Stream.concat(Stream.of(part), FORMS.getOrDefault(part, Set.of()).stream()).distinct();
    }

    /** Whether it is among the first names. */
    public static boolean isKnown(String name) {
        return FIRST_NAMES.contains(name);
    }

    /** Whether it is among the surnames. */
    public static boolean isSurname(String name) {
        return SURNAMES.contains(name);
    }

    public static boolean areSame(String one, String other) {
        return FORMS.getOrDefault(one, Set.of()).contains(other);
    }

    /** Whether one is what is left of the other, with an ending or without: {@code Bronnie}, {@code Olu}, {@code Seun}. */
    static boolean isPetForm(String one, String other) {
        String first = one.replace('c', 'k');
        String second = other.replace('c', 'k');
        return isLeftOf(first, second) || isLeftOf(second, first);
    }

    /** The same of those that are names by themselves: what the other begins or ends with, and {@code Sammy} where {@code Sam} is that. */
    public static boolean isPlainPetForm(String one, String other) {
        return isPlainlyLeftOf(one, other) || isPlainlyLeftOf(other, one);
    }

    private static boolean isPlainlyLeftOf(String shorter, String longer) {
        return longer.endsWith(shorter) || stems(shorter).filter(stem -> stem.equals(shorter) || isKnown(stem))
                .anyMatch(stem -> longer.replace('c', 'k').startsWith(stem.replace('c', 'k')));
    }

    private static boolean isLeftOf(String shorter, String longer) {
        boolean begins = shorter.length() <= LONGEST
                && stems(shorter).anyMatch(stem -> longer.length() >= stem.length() + LEFT_OUT && longer.startsWith(stem));
        return begins || shorter.length() > SHORTEST && shorter.length() <= LONGEST_END && longer.length() >= shorter.length() + LEFT_OUT
                && longer.endsWith(shorter);
    }

    /** What a short form of that name, and a name that it is one of, are found by. */
    static Stream<String> ends(String part) {
        String plain = part.replace('c', 'k');
        return part.length() < SHORTEST ? Stream.of() : Stream.of(plain.substring(0, SHORTEST), "-" + plain.substring(plain.length() - SHORTEST));
    }

    private static Stream<String> stems(String part) {
        return Stream.concat(Stream.of(part), ENDINGS.stream().filter(part::endsWith).map(end -> part.substring(0, part.length() - end.length()))
                .flatMap(stem -> Stream.of(stem, single(stem)))).filter(stem -> stem.length() >= SHORTEST);
    }

    private static String single(String stem) {
        int last = stem.length() - 1;
        return last > 0 && stem.charAt(last) == stem.charAt(last - 1) ? stem.substring(0, last) : stem;
    }

    private static Map<String, Set<String>> read(String... files) {
        Map<String, Set<String>> forms = new HashMap<>();
        for (String file : files) {
            try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                    ShortForms.class.getResourceAsStream("/reference/" + file), StandardCharsets.UTF_8))) {
                lines.lines().filter(line -> !line.startsWith("#")).map(line -> WordSpans.words(Letters.fold(line, line.length())).stream()
                        .flatMap(ShortForms::written).distinct().toList())
                        .forEach(group -> add(forms, group));
            } catch (IOException e) {
                throw new UncheckedIOException("The short forms of names cannot be read", e);
            }
        }
        return forms;
    }

    /** {@code Lizzie} is {@code Lizzy} too. */
    private static Stream<String> written(String name) {
        return Stream.concat(Stream.of(name), SPOKEN_ALIKE.stream().filter(end -> name.length() > SHORTEST && name.endsWith(end)).limit(1)
                .flatMap(end -> SPOKEN_ALIKE.stream().map(other -> name.substring(0, name.length() - end.length()) + other)));
    }

    private static void add(Map<String, Set<String>> forms, List<String> group) {
        group.forEach(name -> forms.computeIfAbsent(name, none -> new HashSet<>()).addAll(group));
    }
}
