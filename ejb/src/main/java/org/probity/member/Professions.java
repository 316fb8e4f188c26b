package org.probity.member;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.probity.kernel.Language;
import org.probity.tenancy.Board;

/** The professions that somebody outside registers in each country, as its practice pack lists them, and that somebody is in none of them. */
public final class Professions {

    private static final Map<Board.Country, List<JsonObject>> ALL = new EnumMap<>(Board.Country.class);

    static {
        for (Board.Country country : Board.Country.values()) {
            ALL.put(country, read(country));
        }
    }

    /** One to choose. */
    public record Profession(String code, String label) {
    }

    private Professions() {
    }

    /** Those of a country, in the order in which they are offered. */
    public static List<Profession> of(Board.Country country, Language language) {
        return ALL.get(country).stream().map(one -> new Profession(one.getString("code"),
                one.getString(language == Language.CY ? "labelCy" : "label"))).toList();
    }

    /** Whether that country's practice pack knows it. */
    public static boolean isOne(Board.Country country, String code) {
        return of(country, Language.EN).stream().anyMatch(one -> one.code().equals(code));
    }

    private static List<JsonObject> read(Board.Country country) {
        String resource = "reference/" + country.name().toLowerCase(Locale.ROOT) + ".json";
        try (JsonReader reader = Json.createReader(Professions.class.getClassLoader().getResourceAsStream(resource))) {
            return reader.readObject().getJsonArray("professions").getValuesAs(JsonObject.class);
        }
    }
}
