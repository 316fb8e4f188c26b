package org.probity.ear.attack;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How long each thing took in the middle, in milliseconds by its name. */
final class Medians {

    /** Below this nobody feels a difference, and the machine has more say than the server. */
    private static final double UNNOTICED_MILLIS = 500;

    private Medians() {
    }

    static double of(List<Double> all) {
        double[] sorted = all.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return sorted[sorted.length / 2];
    }

    static boolean isSlower(Map<String, Double> now, Map<String, Double> quiet, int times) {
        return now.entrySet().stream().anyMatch(entry -> entry.getValue() > Math.max(UNNOTICED_MILLIS, times * quiet.get(entry.getKey())));
    }

    static String shown(Map<String, Double> medians) {
        return Arrays.toString(medians.entrySet().stream().map(entry -> String.format(Locale.ROOT, "%s %.0f ms", entry.getKey(), entry.getValue())).toArray());
    }
}
