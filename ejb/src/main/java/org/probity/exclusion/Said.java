package org.probity.exclusion;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * What somebody who does not work on a case says of it.
 *
 * @param at when it came in
 * @param by account of whoever speaks for themself, since nobody names themself by signing; null where somebody else wrote it down
 * @param present who was there and heard it: they are named in the minutes for that alone; null where nobody was
 */
public record Said(Instant at, Long by, String words, String present) {

    /** Any of the words may be null. */
    public static Said of(Instant at, String... words) {
        return new Said(at, null, joined(Arrays.asList(words)), null);
    }

    /** The same by somebody who speaks for themself. */
    public Said by(Long account) {
        return new Said(at, account, words, present);
    }

    /** The same with those who were there. */
    public Said before(String others) {
        return new Said(at, by, words, others);
    }

    /** The same with the names of the files that came with it. */
    public Said with(List<String> names) {
        return new Said(at, by, words + " / " + joined(names), present);
    }

    private static String joined(List<String> words) {
        return words.stream().filter(Objects::nonNull).collect(Collectors.joining(" / "));
    }
}
