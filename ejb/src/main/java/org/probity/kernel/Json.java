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

    /** @return the parts of a record by their names, as they are written as JSON */
    public static Map<String, Object> parts(Object value) {
        return map(write(value));
    }

    /**
     * What stands in an object that is kept as text. It may be of another installation, so that nothing in it brings its reader down.
     *
     * @return nothing where it is no object, or none as {@link BoundedJson} takes it
     */
    public static Optional<Map<String, Object>> object(String json) {
        try {
            return json == null || !BoundedJson.fits(json) ? Optional.empty() : Optional.ofNullable(map(json));
        } catch (RuntimeException | StackOverflowError unreadable) {
            return Optional.empty();
        }
    }

    /** An object of JSON has texts as names, whatever is in it. */
    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(String json) {
        return read(json, Map.class);
    }
}
