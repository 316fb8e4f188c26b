package org.probity.archivefile;

import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParser.Event;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.NoSuchElementException;
import java.util.Set;

/** Reads lines of JSON as an archive writes them: each one flat object, no name twice, no line longer than may be. */
public final class Lines {

    private static final JsonProvider JSON = JsonProvider.provider();
    private static final int BUFFER = 1 << 16;
    private static final int LONGEST_NUMBER = 20;

    /** Takes one line. */
    public interface Each {
        void take(JsonObject line) throws IOException, SQLException;
    }

    private Lines() {
    }

    /** @throws org.probity.kernel.Refusal STATE where a line is too long or no such object */
    public static void each(InputStream content, int longest, Each each) throws IOException, SQLException {
        InputStream bytes = new BufferedInputStream(content, BUFFER);
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = bytes.read(); next >= 0; next = bytes.read()) {
            if (next == '\n') {
                each.take(parsed(text(line)));
                line.reset();
            } else if (line.size() >= longest) {
                throw ArchiveReader.tooLarge();
            } else {
                line.write(next);
            }
        }
        if (line.size() > 0) {
            throw ArchiveReader.damaged();
        }
    }

    private static String text(ByteArrayOutputStream line) throws IOException {
        return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(line.toByteArray())).toString();
    }

    public static JsonObject parsed(String line) {
        try (JsonParser parser = JSON.createParser(new StringReader(line))) {
            JsonObject flat = flat(parser);
            if (parser.hasNext()) {
                throw ArchiveReader.damaged();
            }
            return flat;
        } catch (JsonException | NoSuchElementException | IllegalStateException e) {
            throw ArchiveReader.damaged();
        }
    }

    private static JsonObject flat(JsonParser parser) {
        require(parser.next() == Event.START_OBJECT);
        JsonObjectBuilder flat = JSON.createObjectBuilder();
        Set<String> names = new HashSet<>();
        for (Event event = parser.next(); event != Event.END_OBJECT; event = parser.next()) {
            String name = parser.getString();
            require(names.add(name));
            flat.add(name, value(parser));
        }
        return flat.build();
    }

    private static JsonValue value(JsonParser parser) {
        Event event = parser.next();
        require(event == Event.VALUE_STRING || event == Event.VALUE_TRUE || event == Event.VALUE_FALSE
                || event == Event.VALUE_NUMBER && parser.getString().length() <= LONGEST_NUMBER && parser.isIntegralNumber());
        return parser.getValue();
    }

    private static void require(boolean holds) {
        if (!holds) {
            throw ArchiveReader.damaged();
        }
    }
}
