package org.probity.web.faces;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.util.AbstractMap;
import java.util.Map;
import java.util.Set;
import org.probity.access.CurrentCaller;
import org.probity.kernel.Language;

/** {@code #{text['key']}} and {@code #{text.of('key', argument)}} in the language of whoever reads. */
@Named("text")
@ApplicationScoped
public class Text extends AbstractMap<String, String> {

    @Override
    public String get(Object key) {
        return Texts.get(language(), String.valueOf(key));
    }

    /** The text with arguments put in. */
    public String of(String key, Object... args) {
        return Texts.of(language(), key, args);
    }

    /** Whether there is such a text; for hints that not every field has. */
    public boolean has(String key) {
        return Texts.find(language(), key).isPresent();
    }

    /** The name of a value of an enum: {@code label('removal.status', SENT)} reads {@code removal.status.SENT}. */
    public String label(String prefix, Object value) {
        return value == null ? "" : get(prefix + "." + (value instanceof Enum<?> e ? e.name() : value));
    }

    /** ISO 639-1 code of the language in use. */
    public String code() {
        return language().code();
    }

    @Override
    public Set<Map.Entry<String, String>> entrySet() {
        return Set.of();
    }

    private static Language language() {
        return CurrentCaller.get().language();
    }
}
