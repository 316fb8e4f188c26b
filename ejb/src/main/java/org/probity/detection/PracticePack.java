package org.probity.detection;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.probity.kernel.Language;
import org.probity.tenancy.Board;

/** The rules of one country, from dated reference data: no service knows by itself what the law is. */
final class PracticePack {

    private static final Map<Board.Country, PracticePack> PACKS = new EnumMap<>(Board.Country.class);
    private static final List<JsonObject> ROUTES = read("reporting-routes").getJsonArray("routes").getValuesAs(JsonObject.class);

    static {
        for (Board.Country country : Board.Country.values()) {
            PACKS.put(country, new PracticePack(read(country.name().toLowerCase(Locale.ROOT))));
        }
    }

    private final List<JsonObject> rules;

    private PracticePack(JsonObject pack) {
        this.rules = pack.getJsonArray("rules").getValuesAs(JsonObject.class);
    }

    static PracticePack of(Board.Country country) {
        return PACKS.get(country);
    }

    static List<ReportingRoute> routes(Language language) {
        return ROUTES.stream().map(route -> new ReportingRoute(route.getString("code"), in(route, "name", language),
                route.getString("address", null), in(route, "when", language), in(route, "warning", language))).toList();
    }

    /** @throws IllegalStateException where no rule of that code holds on the day: reference data is incomplete */
    PracticeRule rule(String code, LocalDate day, Language language) {
        JsonObject rule = rules.stream().filter(r -> r.getString("code").equals(code) && holds(r, day)).findFirst()
                .orElseThrow(() -> new IllegalStateException("No rule " + code + " on " + day));
        return new PracticeRule(code, in(rule, "title", language), in(rule, "text", language), rule.getString("source"),
                rule.getString("status").equals("SEEN"),
                rule.containsKey("officer") ? in(rule.getJsonObject("officer"), "name", language) : null,
                rule.containsKey("clock") ? time(rule.getJsonObject("clock")) : null, values(rule, language));
    }

    private static boolean holds(JsonObject rule, LocalDate day) {
        boolean ended = rule.getOrDefault("effectiveUntil", JsonValue.NULL) != JsonValue.NULL
                && day.isAfter(LocalDate.parse(rule.getString("effectiveUntil")));
        return !ended && !day.isBefore(LocalDate.parse(rule.getString("effectiveFrom")));
    }

    private static PracticeRule.Time time(JsonObject clock) {
        return new PracticeRule.Time(clock.getInt("amount"), PracticeRule.Unit.valueOf(clock.getString("unit")),
                clock.getString("outsideHours", "").equals("NEXT_WORKING_DAY"));
    }

    private static List<PracticeRule.Value> values(JsonObject rule, Language language) {
        return !rule.containsKey("values") ? List.of() : rule.getJsonArray("values").getValuesAs(JsonObject.class).stream()
                .map(value -> new PracticeRule.Value(value.getString("code"), in(value, "label", language))).toList();
    }

    private static String in(JsonObject entry, String key, Language language) {
        return language == Language.CY ? entry.getString(key + "Cy", entry.getString(key, null)) : entry.getString(key, null);
    }

    private static JsonObject read(String name) {
        String resource = "reference/" + name + ".json";
        try (JsonReader reader = Json.createReader(PracticePack.class.getClassLoader().getResourceAsStream(resource))) {
            return reader.readObject();
        }
    }
}
