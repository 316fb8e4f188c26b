package org.probity.web.api;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParser.Event;
import jakarta.json.stream.JsonParserFactory;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.probity.kernel.Refusal;

/**
 * Reads one JSON document, more strictly than the parser by itself does: of a name that stands twice nobody could say which
 * was meant (RFC 8259, 4), and what follows the document belongs to none. No text is taken on that is longer than any field.
 */
final class StrictJson {

    /** In characters; as long as a field of a form may be. */
    private static final int LONGEST = 100_000;
    private static final int LONGEST_NAME = 100;
    private static final int DEEPEST = 20;

    /** Far more fields than any record has. */
    private static final int MOST_NAMES = 200;

    /** Far more entries than any list that a person makes has. */
    private static final int MOST_ENTRIES = 500;

    /** {@link Json} itself looks through every library for a maker, each time. */
    static final JsonBuilderFactory BUILDERS = Json.createBuilderFactory(Map.of());

    private static final JsonParserFactory PARSERS = Json.createParserFactory(Map.of());

    private final JsonParser parser;
    private final List<Refusal.Problem> problems = new ArrayList<>();

    private StrictJson(JsonParser parser) {
        this.parser = parser;
    }

    /**
     * @throws Refusal INVALID naming a field that stands twice, or each whose name or text is too long
     * @throws RuntimeException where the bytes are no JSON; the parser has more ways to say so than its own exception
     */
    static JsonValue read(byte[] bytes) {
        try (JsonParser parser = PARSERS.createParser(new ByteArrayInputStream(bytes))) {
            StrictJson reader = new StrictJson(parser);
            JsonValue read = reader.value("", parser.next(), 0);
            if (parser.hasNext()) {
                throw new IllegalArgumentException("Something follows the document");
            }
            if (!reader.problems.isEmpty()) {
                throw new Refusal(Refusal.Kind.INVALID, reader.problems);
            }
            return read;
        }
    }

    private JsonValue value(String path, Event event, int depth) {
        if (depth > DEEPEST) {
            throw new IllegalArgumentException("Nested deeper than anything that is read here");
        }
        return switch (event) {
            case START_OBJECT -> object(path, depth);
            case START_ARRAY -> array(path, depth);
            case VALUE_STRING -> text(path);
            default -> parser.getValue();
        };
    }

    private JsonValue object(String path, int depth) {
        JsonObjectBuilder object = BUILDERS.createObjectBuilder();
        Set<String> names = new HashSet<>();
        for (Event event = parser.next(); event != Event.END_OBJECT; event = parser.next()) {
            String name = parser.getString();
            String at = (path.isEmpty() ? "" : path + ".") + name.substring(0, Math.min(name.length(), LONGEST_NAME));
            if (name.length() > LONGEST_NAME) {
                problem(new Refusal.Problem(at, "api.refused.unknownField"));
            } else if (!names.add(name)) {
                throw Refusal.invalid(at, "api.refused.twice");
            }
            if (names.size() > MOST_NAMES) {
                throw new IllegalArgumentException("More fields than anything that is read here has");
            }
            object.add(name, value(at, parser.next(), depth + 1));
        }
        return object.build();
    }

    private JsonValue array(String path, int depth) {
        JsonArrayBuilder array = BUILDERS.createArrayBuilder();
        int place = 0;
        for (Event event = parser.next(); event != Event.END_ARRAY; event = parser.next()) {
            if (place == MOST_ENTRIES) {
                throw Refusal.invalid(path, "api.refused.tooMany", MOST_ENTRIES);
            }
            array.add(value(path + "[" + place++ + "]", event, depth + 1));
        }
        return array.build();
    }

    private JsonValue text(String path) {
        if (parser.getString().length() > LONGEST) {
            problem(new Refusal.Problem(path, "kernel.refused.tooLong", LONGEST));
        }
        return parser.getValue();
    }

    /** What is wrong at more places than a person would read is refused at once: each place would be kept by its whole path. */
    private void problem(Refusal.Problem found) {
        problems.add(found);
        if (problems.size() == Refusal.MOST) {
            throw new Refusal(Refusal.Kind.INVALID, problems);
        }
    }
}
