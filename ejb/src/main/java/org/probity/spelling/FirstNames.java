package org.probity.spelling;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;
import org.probity.kernel.Letters;

/** Words that are known for first names: those of {@link ShortForms}, and of {@code reference/first-names.txt}. */
public final class FirstNames {

    private static final Set<String> ALL = read();

    private FirstNames() {
    }

    public static boolean isOne(String word) {
        return ShortForms.isKnown(word) || ALL.contains(word);
    }

    private static Set<String> read() {
        try (InputStream in = FirstNames.class.getResourceAsStream("/reference/first-names.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().filter(line -> !line.startsWith("#"))
                    .flatMap(line -> WordSpans.words(Letters.fold(line, line.length())).stream()).collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException("The first names cannot be read", e);
        }
    }
}
