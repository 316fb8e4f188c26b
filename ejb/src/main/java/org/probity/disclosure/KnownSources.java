package org.probity.disclosure;

import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.probity.kernel.Language;
import org.probity.token.ApiToken;

/**
 * Everything of a case that could go into its pack, by {@link PackSource#source()}, in order.
 *
 * @param language the pack is written in
 * @param all in each language
 */
public record KnownSources(Language language, Map<Language, Map<String, PackSource>> all) {

    /** In the language of the pack. */
    Map<String, PackSource> bySource() {
        return in(language);
    }

    Map<String, PackSource> in(Language other) {
        return all.get(other);
    }

    /** That source in each language; none where there is none. */
    Stream<PackSource> inEachLanguage(String source) {
        return all.values().stream().map(known -> known.get(source)).filter(Objects::nonNull);
    }

    /** Another as soon as somebody has said more, or a file has come; the same in whichever language the pack is written. */
    public String print() {
        return ApiToken.hash(in(Language.EN).keySet().stream().map(source -> source + " " + print(source)).collect(Collectors.joining("\n")));
    }

    /** Of that source alone; null where there is none. */
    String print(String source) {
        PackSource known = in(Language.EN).get(source);
        return known == null ? null : known.fingerprint();
    }
}
