package org.probity.kernel;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The words that {@link GivenAway} knows, of both languages: {@code reference/given-away.txt}. */
enum GivenAwayWords {

    /** What a secret is called. */
    SECRET, PHRASE, PIN, CODE, PASS, LOGIN,
    /** What makes a code one that opens something. */
    OF,
    /** What stands between its name and itself. */
    IS, AS, FILLER, OWN, THIS, LINK, POINTING, NAME, WORDS, BELOW, BEFORE_MARK, USER,
    /** What leads to somebody using it, and what leads away from it. */
    USING, ASKING, WHEN, APART,
    /** What stands after it, and between a user's name and it. */
    FOLLOWING, PAIRED,
    /** What is said about a secret without telling it. */
    NOT,
    /** What cases speak of, one beside the other. */
    FIELD,
    DIGIT, MONTH, NUMBERED, SINCE, UNIT,
    /** What a pin is that is no number: these words follow it. */
    PINNED;

    private static final Map<GivenAwayWords, Set<String>> LISTS = read("/reference/given-away.txt");

    /** @param word folded; two words with a plus sign between them */
    boolean has(String word) {
        return LISTS.get(this).contains(word);
    }

    /** Whether such a secret is made of figures. */
    boolean isOfFigures() {
        return this == PIN || this == CODE;
    }

    private static Map<GivenAwayWords, Set<String>> read(String resource) {
        Map<GivenAwayWords, Set<String>> lists = Arrays.stream(values()).collect(Collectors.toMap(kind -> kind, kind -> new HashSet<>(),
                (a, b) -> a, () -> new EnumMap<>(GivenAwayWords.class)));
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                GivenAwayWords.class.getResourceAsStream(resource), StandardCharsets.UTF_8))) {
            GivenAwayWords list = null;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("[")) {
                    list = valueOf(line.substring(1, line.length() - 1).toUpperCase(Locale.ROOT));
                } else if (!line.isBlank() && !line.startsWith("#")) {
                    lists.get(list).addAll(Arrays.asList(line.split(" ")));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return lists;
    }
}
