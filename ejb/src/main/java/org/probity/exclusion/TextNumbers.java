package org.probity.exclusion;

import java.util.HashMap;
import java.util.Map;
import org.probity.exclusion.CaseTexts.Text;

/** Counts the texts of one board: whoever has to remember many of them, as each who joins does, keeps a bit for each. */
final class TextNumbers {

    private final Map<Text, Integer> numbers = new HashMap<>();

    /** The same for the same text, as long as this is kept. */
    synchronized int of(Text text) {
        return numbers.computeIfAbsent(text, none -> numbers.size());
    }
}
