package org.probity.access;

import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads {@code PROBITY_LIMITS}: entries such as {@code sign-in-account=10/5}, which is tries within minutes, with commas
 * between them; {@code all=…} sets every one that is not named itself.
 */
final class Rates {

    private static final Pattern ENTRY = Pattern.compile("([a-z-]+)=([1-9]\\d{0,8})/([1-9]\\d{0,4})");
    private static final String ALL = "all";

    private Rates() {
    }

    /** @throws IllegalArgumentException naming the entry that cannot be read, and what is known */
    static Map<Limit, Limit.Rate> read(String setting) {
        Map<Limit, Limit.Rate> rates = new EnumMap<>(Limit.class);
        Arrays.stream(Limit.values()).forEach(limit -> rates.put(limit, limit.usual()));
        List<Matcher> entries = setting == null || setting.isBlank() ? List.of()
                : Arrays.stream(setting.split(",")).map(String::strip).map(Rates::entry).toList();
        entries.stream().filter(entry -> entry.group(1).equals(ALL)).forEach(entry -> rates.replaceAll((limit, usual) -> rate(entry)));
        entries.stream().filter(entry -> !entry.group(1).equals(ALL)).forEach(entry -> rates.put(named(entry.group(1)), rate(entry)));
        return rates;
    }

    private static Matcher entry(String written) {
        Matcher entry = ENTRY.matcher(written);
        if (!entry.matches()) {
            throw new IllegalArgumentException("PROBITY_LIMITS: \"" + written + "\" is not of the form sign-in-account=10/5.");
        }
        return entry;
    }

    private static Limit named(String name) {
        return Arrays.stream(Limit.values()).filter(limit -> limit.setting().equals(name)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("PROBITY_LIMITS: there is no limit \"" + name + "\", only "
                        + String.join(", ", Arrays.stream(Limit.values()).map(Limit::setting).toList()) + "."));
    }

    private static Limit.Rate rate(Matcher entry) {
        return new Limit.Rate(Long.parseLong(entry.group(2)), Duration.ofMinutes(Long.parseLong(entry.group(3))));
    }
}
