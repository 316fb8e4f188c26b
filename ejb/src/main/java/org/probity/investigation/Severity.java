package org.probity.investigation;

/** How serious the decision table rates a case. */
public enum Severity {
    LOW, MODERATE, HIGH, CRITICAL;

    /** Where it stands among the work of a day: 0 is the first, and what nobody has rated yet the last. */
    public static int rank(Severity severity) {
        return values().length - 1 - (severity == null ? -1 : severity.ordinal());
    }
}
