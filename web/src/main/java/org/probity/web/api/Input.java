package org.probity.web.api;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import org.probity.kernel.Refusal;

/** Reads a JSON body into a record. What is no JSON is a bad request; what does not fit is refused field by field. */
@Provider
@Consumes(MediaType.APPLICATION_JSON)
public class Input implements MessageBodyReader<Record> {

    /** Longest JSON read, in bytes. */
    private static final int LARGEST = 2 * 1024 * 1024;

    @Override
    public boolean isReadable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return type.isRecord();
    }

    @Override
    public Record readFrom(Class<Record> type, Type genericType, Annotation[] annotations, MediaType mediaType,
            MultivaluedMap<String, String> headers, InputStream in) throws IOException {
        byte[] bytes = in.readNBytes(LARGEST + 1);
        if (bytes.length > LARGEST) {
            in.transferTo(OutputStream.nullOutputStream());
            throw Refusal.tooLarge(null, "api.refused.tooLong");
        }
        return RecordReader.read(json(bytes), type);
    }

    private static JsonObject json(byte[] bytes) {
        if (parse(bytes) instanceof JsonObject object) {
            return object;
        }
        throw new BadRequestException();
    }

    /** The parser has more ways to say no than its own exception: nesting too deep is a plain one. */
    private static JsonValue parse(byte[] bytes) {
        try {
            return StrictJson.read(bytes);
        } catch (Refusal e) {
            throw e;
        } catch (RuntimeException e) {
            throw new BadRequestException(e);
        }
    }
}
