package org.probity.calendar;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;

/** The bank holidays of England and Wales, from reference data. */
final class BankHolidays {

    private static final String RESOURCE = "/reference/bank-holidays.json";

    private BankHolidays() {
    }

    /** @throws IllegalStateException where the reference data is missing */
    static Set<LocalDate> read() {
        InputStream in = BankHolidays.class.getResourceAsStream(RESOURCE);
        if (in == null) {
            throw new IllegalStateException("Reference data is missing: " + RESOURCE);
        }
        try (JsonReader reader = Json.createReader(in)) {
            return reader.readObject().getJsonArray("days").getValuesAs(JsonObject.class).stream()
                    .map(day -> LocalDate.parse(day.getString("date"))).collect(Collectors.toUnmodifiableSet());
        }
    }
}
