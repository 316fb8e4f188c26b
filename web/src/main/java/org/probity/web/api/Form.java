package org.probity.web.api;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.core.EntityPart;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.probity.files.Upload;
import org.probity.kernel.CodePoints;
import org.probity.kernel.Refusal;

/** The parts of a multipart body: those with a file name are files, the others are fields, in UTF-8. */
public final class Form {

    private static final int LONGEST_NAME = 100;
    private static final int LARGEST_FIELD = 100_000;
    private static final int LARGEST_FILE = 25 * 1024 * 1024;

    private final Map<String, List<String>> fields = new LinkedHashMap<>();
    private final List<Upload> files = new ArrayList<>();

    private Form() {
    }

    /** No fields, no files. */
    public static Form none() {
        return new Form();
    }

    /**
     * @throws Refusal TOO_LARGE naming the part
     * @throws BadRequestException where what a part says of itself cannot be read: its name, its type, how it is written
     */
    public static Form of(List<EntityPart> parts) {
        Form form = new Form();
        try {
            parts.forEach(form::add);
        } catch (Refusal refusal) {
            throw refusal;
        } catch (RuntimeException e) {
            throw new BadRequestException(e);
        }
        return form;
    }

    private void add(EntityPart part) {
        if (part.getName() == null || part.getName().length() > LONGEST_NAME) {
            throw new BadRequestException();
        }
        if (part.getFileName().isPresent()) {
            files.add(new Upload(part.getFileName().get(), bytes(part, LARGEST_FILE)));
        } else {
            fields.computeIfAbsent(part.getName(), name -> new ArrayList<>())
                    .add(new String(bytes(part, LARGEST_FIELD), StandardCharsets.UTF_8));
        }
    }

    private static byte[] bytes(EntityPart part, int largest) {
        try (InputStream in = part.getContent()) {
            byte[] bytes = in.readNBytes(largest + 1);
            if (bytes.length > largest) {
                throw Refusal.tooLarge(part.getName(), "api.refused.tooLong");
            }
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The fields as a record. @throws Refusal INVALID naming each field, or one that stands twice and is no list */
    public <T> T as(Class<T> type) {
        return RecordReader.readForm(json(type), type);
    }

    private JsonObject json(Class<?> type) {
        JsonObjectBuilder object = StrictJson.BUILDERS.createObjectBuilder();
        fields.forEach((name, values) -> {
            if (isList(type, name)) {
                JsonArrayBuilder list = StrictJson.BUILDERS.createArrayBuilder();
                values.stream().filter(value -> CodePoints.seenIn(value) != null).forEach(list::add);
                object.add(name, list);
            } else if (values.size() > 1) {
                throw Refusal.invalid(name, "api.refused.twice");
            } else if (CodePoints.seenIn(values.get(0)) != null) {
                object.add(name, values.get(0));
            }
        });
        return object.build();
    }

    private static boolean isList(Class<?> type, String name) {
        return Arrays.stream(type.getRecordComponents()).filter(c -> c.getName().equals(name))
                .map(RecordComponent::getType).anyMatch(List.class::equals);
    }

    public List<Upload> files() {
        return List.copyOf(files);
    }

    /** The one file. @throws Refusal INVALID on {@code file} where there is none, or more than one */
    public Upload file() {
        if (files.size() != 1) {
            throw Refusal.invalid("file", "api.refused.oneFile");
        }
        return files.get(0);
    }
}
