package org.probity.referral;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.probity.kernel.Language;
import org.probity.tenancy.Board;

/**
 * Somebody outside who may have to be told of an outcome, and when. Law is data: it comes from the country's practice
 * pack, with its source and its days, and no service knows what the law is.
 *
 * @param code {@link #DBS}, or of a regulator, such as EWC
 * @param name of the body, in the reader's language
 * @param text who must tell them, and when
 * @param source where it is written
 * @param confirmed false where it is general knowledge that a board still has to confirm: pages and letters say so
 */
public record DutyText(String code, String name, String text, String source, boolean confirmed) {

    /** The barring duty, which comes first; every other code is a regulator's. */
    public static final String DBS = "DBS";

    private static final String BARRING = "dbsReferral";
    private static final Map<Board.Country, JsonObject> PACKS = new EnumMap<>(Board.Country.class);

    static {
        for (Board.Country country : Board.Country.values()) {
            PACKS.put(country, read(country));
        }
    }

    /** What holds in that country on that day: the barring duty, then the regulators. */
    public static List<DutyText> inForce(Board.Country country, LocalDate day, Language language) {
        JsonObject pack = PACKS.get(country);
        Stream<DutyText> barring = objects(pack, "rules").filter(rule -> rule.getString("code").equals(BARRING))
                .filter(rule -> holds(rule, day)).map(rule -> barring(rule, language));
        Stream<DutyText> regulators = objects(pack, "regulators").map(regulator -> regulator(regulator, language));
        return Stream.concat(barring, regulators).toList();
    }

    /** Whether some country's practice pack knows that regulator. */
    static boolean isRegulator(String code) {
        return PACKS.values().stream().flatMap(pack -> objects(pack, "regulators"))
                .anyMatch(regulator -> regulator.getString("code").equals(code));
    }

    private static DutyText barring(JsonObject rule, Language language) {
        return new DutyText(DBS, in(rule, "title", language), in(rule, "text", language), rule.getString("source"),
                seen(rule));
    }

    private static DutyText regulator(JsonObject regulator, Language language) {
        return new DutyText(regulator.getString("code"), in(regulator, "name", language), in(regulator, "when", language),
                regulator.getString("site"), seen(regulator));
    }

    private static boolean holds(JsonObject rule, LocalDate day) {
        boolean ended = rule.getOrDefault("effectiveUntil", JsonValue.NULL) != JsonValue.NULL
                && day.isAfter(LocalDate.parse(rule.getString("effectiveUntil")));
        return !ended && !day.isBefore(LocalDate.parse(rule.getString("effectiveFrom")));
    }

    private static boolean seen(JsonObject entry) {
        return entry.getString("status").equals("SEEN");
    }

    private static String in(JsonObject entry, String key, Language language) {
        return language == Language.CY ? entry.getString(key + "Cy", entry.getString(key)) : entry.getString(key);
    }

    private static Stream<JsonObject> objects(JsonObject pack, String key) {
        return pack.getJsonArray(key).getValuesAs(JsonObject.class).stream();
    }

    private static JsonObject read(Board.Country country) {
        String resource = "reference/" + country.name().toLowerCase(Locale.ROOT) + ".json";
        try (JsonReader reader = Json.createReader(DutyText.class.getClassLoader().getResourceAsStream(resource))) {
            return reader.readObject();
        }
    }
}
