package org.probity.identity;

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

/** First names that are used for each other, English and Welsh, as {@code reference/short-forms.txt} groups them. */
final class ShortForms {

    private static final Map<String, Set<String>> FORMS = read();

    private ShortForms() {
    }

    /** The name and those it is used for. @param part folded */
    static Stream<String> of(String part) {
        return Stream.concat(Stream.of(part), FORMS.getOrDefault(part, Set.of()).stream()).distinct();
    }

    static boolean areSame(String one, String other) {
        return FORMS.getOrDefault(one, Set.of()).contains(other);
    }

    private static Map<String, Set<String>> read() {
        Map<String, Set<String>> forms = new HashMap<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                ShortForms.class.getResourceAsStream("/reference/short-forms.txt"), StandardCharsets.UTF_8))) {
            lines.lines().filter(line -> !line.startsWith("#")).map(line -> PersonName.words(Letters.fold(line, line.length())))
                    .forEach(group -> add(forms, group));
        } catch (IOException e) {
            throw new UncheckedIOException("The short forms of names cannot be read", e);
        }
        return forms;
    }

    private static void add(Map<String, Set<String>> forms, List<String> group) {
        group.forEach(name -> forms.computeIfAbsent(name, none -> new HashSet<>()).addAll(group));
    }
}
