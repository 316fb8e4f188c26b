package org.probity.spelling;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.probity.kernel.Letters;
import org.probity.tenancy.CurrentBoard;

/**
 * What people write behind a first name and nobody is called: departments, posts, towns, what is said where a surname is not known. Those words are in
 * {@code reference/no-surnames.txt}, and the surnames that people have even where they are written small in {@code reference/family-names.txt}.
 */
public final class NoSurnames {

    private static final int SHORTEST = 3;
    private static final String VOWELS = "aeiouwy";

    private static final Set<String> WORDS = read("no-surnames.txt");
    private static final Set<String> SURNAMES = read("family-names.txt");

    /** In the list they begin with a hyphen. */
    private static final List<String> ENDINGS = WORDS.stream().filter(word -> word.startsWith("-")).map(word -> word.substring(1)).toList();

    private static final HastyWords HASTY = new HastyWords(Stream.of(WORDS, BesideNames.ROLES, BesideNames.SAID).flatMap(Set::stream));

    private NoSurnames() {
    }

    /** Whether nobody is called so: what is listed, what people are, and the like written in haste. @param word folded */
    public static boolean isOne(String word) {
        return isListed(word) || !isSurname(word) && !FirstNames.isOne(word) && HASTY.has(word);
    }

    /** The board's own name, letters for several words, and what is listed. @param word folded */
    public static boolean isListed(String word) {
        boolean letters = word.length() >= SHORTEST && word.chars().noneMatch(letter -> VOWELS.indexOf(letter) >= 0);
        return WORDS.contains(word) || word.equals(CurrentBoard.orNone()) || !isSurname(word) && (letters || ENDINGS.stream().anyMatch(word::endsWith));
    }

    /** Whether many people are called so. */
    public static boolean isSurname(String word) {
        return SURNAMES.contains(word) || ShortForms.isSurname(word);
    }

    private static Set<String> read(String file) {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                NoSurnames.class.getResourceAsStream("/reference/" + file), StandardCharsets.UTF_8))) {
            return lines.lines().filter(line -> !line.startsWith("#")).map(line -> Letters.fold(line, line.length())).flatMap(line -> List.of(line.split(" ")).stream())
                    .filter(word -> !word.isEmpty()).collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException("What nobody is called cannot be read", e);
        }
    }
}
