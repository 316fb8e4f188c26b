package org.probity.kernel;

import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import java.util.Map;
import java.util.Optional;

/** JSON for what is kept as text: before and after of an act, answers that may be repeated. */
public final class Json {

    private static final Jsonb JSONB = JsonbBuilder.create();

    private Json() {
    }

    /** @return the value as JSON, or null for null */
    public static String write(Object value) {
        return value == null ? null : JSONB.toJson(value);
    }

    public static <T> T read(String json, Class<T> type) {
        return JSONB.fromJson(json, type);
    }

    /**
     * What stands in an object that is kept as text. It may be of another installation, so that nothing in it brings its reader down.
     *
     * @return nothing where it is no object, or none as {@link BoundedJson} takes it
     */
    @SuppressWarnings("unchecked")
    public static Optional<Map<String, Object>> object(String json) {
        try {
            return json == null || !BoundedJson.fits(json) ? Optional.empty() : Optional.ofNullable(read(json, Map.class));
        } catch (RuntimeException | StackOverflowError unreadable) {
            return Optional.empty();
        }
    }
}
