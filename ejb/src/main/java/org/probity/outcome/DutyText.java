package org.probity.outcome;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
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

    /**
     * What holds in that country on that day: the barring duty, then the regulators of that profession.
     *
     * @param profession null where it is not known: then every regulator of the country may be the one to tell
     */
    public static List<DutyText> inForce(Board.Country country, String profession, LocalDate day, Language language) {
        return entries(country, profession, day).map(entry -> of(entry, language)).toList();
    }

    /**
     * What of it follows from an employer's decision. Nowhere else is said what follows from what.
     *
     * @param children whether a child is involved, or the case came to the designated officer
     */
    public static List<DutyText> due(Board.Country country, String profession, LocalDate day, Language language, ReferralOutcome.Result result,
            boolean children) {
        return entries(country, profession, day).filter(entry -> follows(entry.getJsonObject("triggers"), result, children))
                .map(entry -> of(entry, language)).toList();
    }

    private static boolean follows(JsonObject triggers, ReferralOutcome.Result result, boolean children) {
        return (children || !triggers.getBoolean("children", false)) && triggers.getJsonArray("results").getValuesAs(JsonString.class).stream()
                .anyMatch(one -> one.getString().equals(result.name()));
    }

    private static Stream<JsonObject> entries(Board.Country country, String profession, LocalDate day) {
        JsonObject pack = PACKS.get(country);
        return Stream.concat(objects(pack, "rules").filter(rule -> rule.getString("code").equals(BARRING)),
                objects(pack, "regulators").filter(regulator -> profession == null || registers(regulator, profession)))
                .filter(entry -> holds(entry, day));
    }

    private static boolean registers(JsonObject regulator, String profession) {
        return regulator.getJsonArray("professions").getValuesAs(JsonString.class).stream().anyMatch(one -> one.getString().equals(profession));
    }

    /** Whether that country's practice pack knows that regulator on that day. */
    static boolean isRegulator(Board.Country country, String code, LocalDate day) {
        return inForce(country, null, day, Language.EN).stream().anyMatch(duty -> !duty.barring() && duty.code().equals(code));
    }

    /** What a regulator is called, of whichever country, or its code where none of that code is known. */
    public static String nameOf(String code, Language language) {
        return PACKS.values().stream().flatMap(pack -> objects(pack, "regulators")).filter(regulator -> regulator.getString("code").equals(code))
                .map(regulator -> in(regulator, "name", language)).findFirst().orElse(code);
    }

    /** Whether it is the duty to refer to the Disclosure and Barring Service. */
    public boolean barring() {
        return code.equals(DBS);
    }

    private static DutyText of(JsonObject entry, Language language) {
        return entry.getString("code").equals(BARRING) ? barring(entry, language) : regulator(entry, language);
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
