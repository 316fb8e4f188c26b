package org.probity.web.api;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.probity.kernel.CodePoints;
import org.probity.kernel.Days;
import org.probity.kernel.Refusal;

/**
 * Reads JSON into a record, strictly: a field nobody knows, a word that is none of the choices, a day that is none are
 * each named, all of them at once. What is absent is null, or false, as the record's own rules expect; text in which nothing
 * can be seen is absent, as a field left empty is at a page.
 */
final class RecordReader {

    /** Characters of a moment with nanoseconds and the largest offset, and some. */
    private static final int LONGEST_TIME = 40;

    private final List<Refusal.Problem> problems = new ArrayList<>();
    private final boolean form;

    private RecordReader(boolean form) {
        this.form = form;
    }

    /** @throws Refusal INVALID naming each field that cannot be read */
    static <T> T read(JsonObject json, Class<T> type) {
        return new RecordReader(false).all(json, type);
    }

    /** The same for the fields of a form, where numbers and booleans are text and what is empty was not given. */
    static <T> T readForm(JsonObject fields, Class<T> type) {
        return new RecordReader(true).all(fields, type);
    }

    private <T> T all(JsonObject json, Class<T> type) {
        Object read = record("", json, type);
        if (!problems.isEmpty()) {
            throw new Refusal(Refusal.Kind.INVALID, problems);
        }
        return type.cast(read);
    }

    private Object record(String path, JsonObject json, Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        Set<String> names = Arrays.stream(components).map(RecordComponent::getName).collect(Collectors.toSet());
        json.keySet().stream().filter(name -> !names.contains(name))
                .forEach(name -> wrong(path + name, "api.refused.unknownField"));
        Object[] values = Arrays.stream(components)
                .map(c -> value(path + c.getName(), json.getOrDefault(c.getName(), JsonValue.NULL), c.getGenericType())).toArray();
        return problems.isEmpty() ? create(type, components, values) : null;
    }

    private static Object create(Class<?> type, RecordComponent[] components, Object[] values) {
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            throw new IllegalStateException(e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private Object value(String path, JsonValue value, Type type) {
        if (type instanceof ParameterizedType list) {
            return list(path, value, list.getActualTypeArguments()[0]);
        }
        Class<?> plain = (Class<?>) type;
        if (value == JsonValue.NULL) {
            return absent(plain);
        }
        if (plain.isRecord()) {
            return value instanceof JsonObject object ? record(path + ".", object, plain) : wrong(path, "api.refused.object");
        }
        return scalar(path, value, plain);
    }

    private static Object absent(Class<?> type) {
        if (type == boolean.class) {
            return false;
        }
        return type == int.class || type == long.class ? (Object) 0 : null;
    }

    private List<Object> list(String path, JsonValue value, Type of) {
        if (value == JsonValue.NULL) {
            return null;
        }
        List<Object> read = new ArrayList<>();
        if (!(value instanceof JsonArray array)) {
            wrong(path, "api.refused.list");
            return read;
        }
        for (int i = 0; i < array.size(); i++) {
            read.add(element(path + "[" + i + "]", array.get(i), of));
        }
        return read;
    }

    private Object element(String path, JsonValue value, Type of) {
        boolean absent = value == JsonValue.NULL || value instanceof JsonString text && CodePoints.seenIn(text.getString()) == null;
        return absent ? wrong(path, "kernel.refused.required") : value(path, value, of);
    }

    private Object scalar(String path, JsonValue value, Class<?> type) {
        if (type == String.class) {
            return string(path, value);
        }
        if (type == boolean.class || type == Boolean.class) {
            return yesNo(path, value);
        }
        if (type == Long.class || type == long.class || type == Integer.class || type == int.class) {
            return number(path, value, type);
        }
        return value instanceof JsonString text ? parsed(path, text.getString(), type) : wrong(path, "api.refused.text");
    }

    private Object string(String path, JsonValue value) {
        if (!(value instanceof JsonString text)) {
            return wrong(path, "api.refused.text");
        }
        return CodePoints.areKept(text.getString()) ? CodePoints.seenIn(text.getString()) : wrong(path, "api.refused.character");
    }

    private Object yesNo(String path, JsonValue value) {
        boolean yes = value == JsonValue.TRUE || form && value instanceof JsonString text && text.getString().equals("true");
        boolean no = value == JsonValue.FALSE || form && value instanceof JsonString text && text.getString().equals("false");
        return yes || no ? (Object) yes : wrong(path, "api.refused.yesNo");
    }

    private Object number(String path, JsonValue value, Class<?> type) {
        try {
            BigDecimal number = form && value instanceof JsonString text && isNumber(text.getString()) ? new BigDecimal(text.getString())
                    : value instanceof JsonNumber given ? given.bigDecimalValue() : null;
            if (number != null) {
                return type == Long.class || type == long.class ? (Object) number.longValueExact() : (Object) number.intValueExact();
            }
        } catch (ArithmeticException | UnsupportedOperationException tooBig) {
            return wrong(path, "api.refused.number");
        }
        return wrong(path, "api.refused.number");
    }

    /** In the digits of ASCII: Java takes those of every script, and computes long over very many. */
    private static boolean isNumber(String text) {
        return text.matches("-?[0-9]{1,19}");
    }

    private Object parsed(String path, String text, Class<?> type) {
        if (type == LocalDate.class) {
            return time(path, text, RecordReader::day, "api.refused.day");
        }
        if (type == Instant.class) {
            return time(path, text, RecordReader::instant, "api.refused.moment");
        }
        if (!type.isEnum()) {
            throw new IllegalArgumentException("No way to read a " + type);
        }
        return Arrays.<Object>stream(type.getEnumConstants()).filter(choice -> ((Enum<?>) choice).name().equals(text)).findFirst()
                .orElseGet(() -> wrong(path, "api.refused.choice", choices(type)));
    }

    private Object time(String path, String text, Function<String, Object> parse, String key) {
        try {
            return text.length() > LONGEST_TIME ? wrong(path, key) : parse.apply(text);
        } catch (DateTimeException e) {
            return wrong(path, key);
        }
    }

    private static Instant instant(String text) {
        Instant moment = OffsetDateTime.parse(text).toInstant();
        return sensible(Days.keeps(moment), moment);
    }

    private static LocalDate day(String text) {
        LocalDate day = LocalDate.parse(text);
        return sensible(Days.keeps(day), day);
    }

    private static <T> T sensible(boolean kept, T time) {
        if (!kept) {
            throw new DateTimeException("Nothing here happened then");
        }
        return time;
    }

    static String choices(Class<?> type) {
        return Arrays.stream(type.getEnumConstants()).map(choice -> ((Enum<?>) choice).name()).collect(Collectors.joining(", "));
    }

    private Object wrong(String path, String key, Object... args) {
        problems.add(new Refusal.Problem(path, key, args));
        if (problems.size() == Refusal.MOST) {
            throw new Refusal(Refusal.Kind.INVALID, problems);
        }
        return null;
    }
}
