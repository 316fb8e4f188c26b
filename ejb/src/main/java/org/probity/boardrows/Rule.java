package org.probity.boardrows;

import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.probity.access.Role;
import org.probity.kernel.BoundedJson;
import org.probity.kernel.Days;

/**
 * What may stand in one column of an archive, as a line of {@code allow-list.txt} says.
 *
 * @param length most signs of a text
 * @param least smallest number; nobody leaves out which that is, but where any may stand
 * @param most largest number
 * @param of words of which one must stand there; empty for any
 * @param like what the whole text must look like, or null
 * @param targets tables of the board of which one has the row that is named
 * @param rows of the table that may name one and the same row or case
 * @param when the column that says whether a row is named at all, or null for always
 * @param since the column of a moment before which this one is not, or null
 * @param beside the column in whose rows this one stands too, and after {@code =} the words of it with which it does; or null
 */
public record Rule(Type type, int length, long least, long most, Set<String> of, Pattern like, List<String> targets, long rows, String when,
        String since, String beside, boolean required) {

    public enum Type { STAYS, OWNER, ID, KEY, LINK, PERSON, ACCOUNT, DEFINITION, STEP, NUMBER, TRUTH, DAY, MOMENT, LOCAL, CONTENT, TEXT, JSON, ADDRESS, ROLES }

    private static final int NAME = 255;
    private static final String ANY = "any";

    private static final Pattern ENGINE_KEY = Pattern.compile("[\\w:-]+");
    private static final Pattern ADDRESS = Pattern.compile("[^\\s\\p{Cntrl}@]+@[^\\s\\p{Cntrl}@]+");

    /** What a text may have to look like, by the names of the list. */
    private static final Map<String, Pattern> FORMS = Map.of("colour", Pattern.compile("#[0-9a-fA-F]{6}"),
            "prefix", Pattern.compile("[A-Z]{2,12}"), "name", Pattern.compile("\\s*+[^\\s\\x00][^\\x00]*+"),
            "answer", Pattern.compile("[\\w-]{0,60}"), "weekly", Pattern.compile("R/(?:19|20|21)\\d{2}-\\d{2}-\\d{2}T[\\d:.]{5,20}Z/P7D"),
            "spans", Pattern.compile("(?:(?:19|20|21)\\d{2}-[\\d:.T-]{10,30}Z[/ ]?){0,60}+"));

    private static final Set<String> BOARD_ROLES = Set.of(Role.OFFICER.name(), Role.LEAD.name(), Role.HR.name(), Role.EMPLOYEE.name(),
            Role.MANAGER.name(), Role.ADMINISTRATOR.name(), Role.AUDITOR.name());

    /** @param text of the line after the name of the column */
    static Rule parse(String text) {
        List<String> words = List.of(text.strip().split("\\s+"));
        Type type = Type.valueOf(words.get(0).toUpperCase(java.util.Locale.ROOT));
        String second = words.size() > 1 ? words.get(1) : "";
        String[] range = type == Type.NUMBER && !second.equals(ANY) ? second.split("\\.\\.") : new String[] {"" + Long.MIN_VALUE, "" + Long.MAX_VALUE};
        return new Rule(type, second.matches("\\d+") ? Integer.parseInt(second) : NAME, Long.parseLong(range[0]), Long.parseLong(range[1]),
                after(words, "of") == null ? Set.of() : Set.of(after(words, "of").split("\\|")),
                after(words, "like") == null ? null : Objects.requireNonNull(FORMS.get(after(words, "like")), text),
                type == Type.LINK ? List.of(second.split("\\|")) : List.of(), after(words, "most") == null ? Long.MAX_VALUE
                : Long.parseLong(after(words, "most")), after(words, "when"), after(words, "since"), after(words, "beside"), words.contains("required"));
    }

    private static String after(List<String> words, String word) {
        int place = words.indexOf(word);
        return place < 0 ? null : words.get(place + 1);
    }

    public boolean travels() {
        return type != Type.STAYS;
    }

    /** Whether a column of that kind can have such values. */
    boolean suits(ColumnType kind) {
        return switch (type) {
            case ID, PERSON, ACCOUNT, NUMBER -> kind == ColumnType.NUMBER;
            case LINK -> kind == ColumnType.NUMBER || kind == ColumnType.TEXT;
            case TRUTH -> kind == ColumnType.TRUTH;
            case DAY -> kind == ColumnType.DAY;
            case MOMENT -> kind == ColumnType.MOMENT;
            case LOCAL -> kind == ColumnType.LOCAL_MOMENT;
            case CONTENT -> kind == ColumnType.BYTES;
            case STAYS -> true;
            default -> kind == ColumnType.TEXT;
        };
    }

    /** Whether the value may stand there; null where there is none. */
    boolean allows(JsonValue value) {
        if (value == null || value == JsonValue.NULL) {
            return !required;
        }
        return switch (type) {
            case STAYS, CONTENT -> false;
            case ID -> value instanceof JsonNumber number && number.longValueExact() != 0;
            case PERSON, ACCOUNT -> value instanceof JsonNumber;
            case NUMBER -> value instanceof JsonNumber number && number.longValueExact() >= least && number.longValueExact() <= most;
            case TRUTH -> value == JsonValue.TRUE || value == JsonValue.FALSE;
            case LINK -> value instanceof JsonNumber || value instanceof JsonString text && isKey(text.getString());
            default -> value instanceof JsonString text && allows(text.getString());
        };
    }

    /** Whether a moment that may stand there does so beside the others of its line. */
    boolean isInOrder(JsonValue value, JsonObject line) {
        return since == null || !(value instanceof JsonString text)
                || line.get(since) instanceof JsonString before && isMoment(before.getString()) && !Instant.parse(text.getString()).isBefore(Instant.parse(before.getString()));
    }

    /** Whether it stands where what it belongs to does: whoever reads the one there reads the other. */
    boolean isComplete(JsonValue value, JsonObject line) {
        return beside == null || value != null && value != JsonValue.NULL || !isWanted(line);
    }

    private boolean isWanted(JsonObject line) {
        String[] parts = beside.split("=");
        JsonValue other = line.get(parts[0]);
        return other != null && other != JsonValue.NULL
                && (parts.length == 1 || other instanceof JsonString word && List.of(parts[1].split("\\|")).contains(word.getString()));
    }

    private boolean allows(String text) {
        return switch (type) {
            case DAY -> isDay(text);
            case MOMENT, LOCAL -> isMoment(text);
            case KEY -> isKey(text);
            case JSON -> fits(text) && BoundedJson.fits(text);
            case ADDRESS -> fits(text) && ADDRESS.matcher(text).matches();
            case ROLES -> text.isEmpty() || BOARD_ROLES.containsAll(Arrays.asList(text.split(",")));
            default -> fits(text) && (of.isEmpty() || of.contains(text)) && (like == null || like.matcher(text).matches());
        };
    }

    /** By signs, as the database counts that counts fewest: what it keeps can always leave. */
    private boolean fits(String text) {
        return text.codePointCount(0, text.length()) <= length;
    }

    private boolean isKey(String text) {
        return text.length() <= length && ENGINE_KEY.matcher(text).matches();
    }

    private static boolean isDay(String text) {
        try {
            return Days.keeps(LocalDate.parse(text));
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static boolean isMoment(String text) {
        return text.length() > 10 && text.length() <= 40 && isDay(text.substring(0, 10)) && isInstant(text);
    }

    private static boolean isInstant(String text) {
        try {
            Instant.parse(text);
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }
}
