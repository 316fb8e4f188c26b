package org.probity.web.audit;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.probity.kernel.Json;
import org.probity.kernel.Language;
import org.probity.web.faces.Texts;

/**
 * What an act left behind, as somebody would say it. Each value is kept under a key; the key has a name in {@code audit.value.<key>},
 * another one for an act, or for all acts of one kind, in {@code audit.value.<act>.<key>} or {@code audit.value.<kind>.<key>}. What this
 * release has no name for is called something else: no key is ever shown.
 */
public final class AuditSentences {

    private static final String NAME = "audit.value.";

    private static final Set<String> WORDS = Set.of("advice", "note", "reason", "reasons", "why", "words");
    private static final Comparator<String> WORDS_LAST = Comparator.comparing((String key) -> WORDS.contains(key))
            .thenComparing(Comparator.naturalOrder());

    /** One value: what it is, and how it stood or stands. */
    public record Said(String name, String value) {
    }

    private AuditSentences() {
    }

    /** What was done. */
    public static String act(Language language, String act) {
        return ActNames.label(language, act);
    }

    /** Everything an act left behind. @param before JSON or null @param after JSON or null */
    public static List<Said> of(Language language, String act, String before, String after) {
        Map<String, Object> was = read(before);
        Map<String, Object> is = read(after);
        AuditValues values = new AuditValues(language, act);
        Set<String> keys = new TreeSet<>(WORDS_LAST);
        keys.addAll(is.keySet());
        keys.addAll(was.keySet());
        return keys.stream().filter(key -> !AuditValues.isForPrograms(key) && !(isEmpty(key, was.get(key)) && isEmpty(key, is.get(key))))
                .map(key -> new Said(name(language, act, key), change(values, key, was.get(key), is.get(key)))).toList();
    }

    /** The same in one line; empty where nothing is told. */
    public static String values(Language language, String act, String before, String after) {
        return of(language, act, before, after).stream().map(said -> said.name() + ": " + said.value()).collect(Collectors.joining("; "));
    }

    /** What was done and what it left behind, in one line. */
    static String line(Language language, String act, String before, String after) {
        return Stream.of(act(language, act), values(language, act, before, after)).filter(part -> !part.isEmpty())
                .collect(Collectors.joining(". "));
    }

    private static boolean isEmpty(String key, Object value) {
        return value == null || value instanceof String text && text.isBlank() || AuditValues.isNumberOfARow(key, value);
    }

    private static String name(Language language, String act, String key) {
        return Stream.of(act + "." + key, AuditValues.kind(act) + "." + key, key).map(place -> Texts.find(language, NAME + place).orElse(null))
                .filter(Objects::nonNull).findFirst().orElseGet(() -> Texts.get(language, "audit.value.other"));
    }

    private static String change(AuditValues values, String key, Object was, Object is) {
        String now = values.of(key, is);
        String before = values.of(key, was);
        return was == null || before.equals(now) ? now : is == null ? before : before + " → " + now;
    }

    /** One entry that cannot be read keeps nobody from reading the others. */
    static Map<String, Object> read(String json) {
        return Json.object(json).orElse(Map.of());
    }
}
