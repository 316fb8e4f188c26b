package org.probity.reference;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Year;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReferenceDataTest {

    private static final EnumSet<DayOfWeek> WEEKEND = EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

    @Test
    void everyYearHasEightBankHolidaysAndNoneAtAWeekend() {
        List<LocalDate> days = read("bank-holidays").getJsonArray("days").getValuesAs(JsonObject.class).stream()
                .map(day -> LocalDate.parse(day.getString("date"))).toList();
        assertThat(days).doesNotHaveDuplicates().isSorted().noneMatch(day -> WEEKEND.contains(day.getDayOfWeek()));
        assertThat(days.stream().collect(Collectors.groupingBy(Year::from, Collectors.counting())))
                .hasSize(7).allSatisfy((year, holidays) -> assertThat(holidays).isEqualTo(8));
    }

    @ParameterizedTest
    @CsvSource({"2026-12-28, Boxing Day (substitute day)", "2027-12-27, Christmas Day (substitute day)",
        "2027-12-28, Boxing Day (substitute day)", "2028-01-03, New Year's Day (substitute day)",
        "2026-04-03, Good Friday", "2029-04-02, Easter Monday", "2030-05-27, Spring bank holiday"})
    void aHolidayFallsOnItsDay(String date, String name) {
        assertThat(read("bank-holidays").getJsonArray("days").getValuesAs(JsonObject.class))
                .anyMatch(day -> day.getString("date").equals(date) && day.getString("name").equals(name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"england", "wales"})
    void everyRuleSaysWhereItComesFromSinceWhenAndHowSureItIs(String pack) {
        assertThat(read(pack).getJsonArray("rules").getValuesAs(JsonObject.class)).isNotEmpty().allSatisfy(rule -> {
            assertThat(rule.getString("code")).isNotBlank();
            assertThat(rule.getString("source")).isNotBlank();
            assertThat(rule.getString("textCy")).isNotBlank().isNotEqualTo(rule.getString("text"));
            assertThat(LocalDate.parse(rule.getString("effectiveFrom"))).isBefore(LocalDate.of(2027, 1, 1));
            assertThat(rule.getString("status")).isIn("SEEN", "TO_BE_CONFIRMED");
        });
    }

    @ParameterizedTest
    @CsvSource({"england, 1, WORKING_DAY, 5", "wales, 24, HOUR, 4"})
    void eachCountryHasItsTimeToTellAndItsOutcomes(String pack, int amount, String unit, int outcomes) {
        JsonObject clock = rule(pack, "safeguardingContact").getJsonObject("clock");
        assertThat(clock.getInt("amount")).isEqualTo(amount);
        assertThat(clock.getString("unit")).isEqualTo(unit);
        assertThat(rule(pack, "safeguardingOutcomes").getJsonArray("values")).hasSize(outcomes);
        assertThat(rule(pack, "safeguardingTests").getJsonArray("values")).hasSize(4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"england", "wales"})
    void everyRegulatorSaysSinceWhenWhomItRegistersAndAfterWhat(String pack) {
        List<String> professions = read(pack).getJsonArray("professions").getValuesAs(JsonObject.class).stream().map(one -> one.getString("code")).toList();
        assertThat(professions).doesNotHaveDuplicates().contains("NONE");
        assertThat(read(pack).getJsonArray("regulators").getValuesAs(JsonObject.class)).isNotEmpty().allSatisfy(regulator -> {
            assertThat(LocalDate.parse(regulator.getString("effectiveFrom"))).isBefore(LocalDate.of(2027, 1, 1));
            assertThat(strings(regulator, "professions")).isNotEmpty().isSubsetOf(professions).doesNotContain("NONE");
            assertThat(strings(regulator.getJsonObject("triggers"), "results")).contains("DISMISSAL", "RESIGNED").doesNotContain("NO_ACTION");
        });
        assertThat(strings(rule(pack, "dbsReferral").getJsonObject("triggers"), "results")).contains("DISMISSAL", "RESIGNED");
        assertThat(rule(pack, "retentionAllegation").getJsonObject("clock").getInt("amount")).isEqualTo(10);
    }

    private static List<String> strings(JsonObject of, String key) {
        return of.getJsonArray(key).getValuesAs(JsonString.class).stream().map(JsonString::getString).toList();
    }

    @Test
    void theRoutesOfADangerReportAreThere() {
        assertThat(read("reporting-routes").getJsonArray("routes").getValuesAs(JsonObject.class))
                .extracting(route -> route.getString("code")).contains("POLICE_999", "POLICE", "CEOP", "IWF");
    }

    private static JsonObject rule(String pack, String code) {
        return read(pack).getJsonArray("rules").getValuesAs(JsonObject.class).stream()
                .filter(rule -> rule.getString("code").equals(code)).findFirst().orElseThrow();
    }

    private static JsonObject read(String name) {
        try (JsonReader reader = Json.createReader(ReferenceDataTest.class.getResourceAsStream("/reference/" + name + ".json"))) {
            return reader.readObject();
        }
    }
}
