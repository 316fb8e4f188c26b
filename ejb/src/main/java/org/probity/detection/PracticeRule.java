package org.probity.detection;

import java.util.List;

/**
 * One rule of a country's practice pack, in the reader's language.
 *
 * @param source where it is written
 * @param confirmed false where it is general knowledge that a board still has to confirm
 * @param officer who must be told, or null where the rule names nobody
 * @param time within which it must be done, or null
 * @param values the tests, outcomes or factors it lists; empty where it lists none
 */
public record PracticeRule(String code, String title, String text, String source, boolean confirmed, String officer,
        Time time, List<Value> values) {

    /** One test, outcome or factor. */
    public record Value(String code, String label) {
    }

    /** What a time is counted in. */
    public enum Unit { HOUR, WORKING_DAY, MONTH, YEAR }

    /** @param nextWorkingDay whether a time that ends on a closed day runs to the next working day */
    public record Time(int amount, Unit unit, boolean nextWorkingDay) {
    }

    /** The label of a value, or its code where the pack does not list it. */
    public String label(String value) {
        return values.stream().filter(v -> v.code().equals(value)).map(Value::label).findFirst().orElse(value);
    }
}
