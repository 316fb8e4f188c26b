package org.probity.ear.attack;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A downloaded table taken apart the way a spreadsheet does it (RFC 4180). */
final class Table {

    private static final Pattern CELL = Pattern.compile("(?:\"((?:[^\"]++|\"\")*+)\"|([^,\"\\r\\n]*))(,|\\r\\n|$)");
    private static final Pattern FORMULA = Pattern.compile("(?s) *[=+\\-@\\t\\r\\n\uFF1D\uFF0B\uFF0D\uFF20].*");
    private static final Pattern NUMBER = Pattern.compile("-?\\d+");

    private Table() {
    }

    /** Row by row. @throws IllegalStateException where a quote or a line stands where none may */
    static List<List<String>> of(String csv) {
        List<List<String>> rows = new ArrayList<>();
        List<String> row = new ArrayList<>();
        Matcher cell = CELL.matcher(csv.replaceFirst("^\uFEFF", ""));
        int at = 0;
        while (at < cell.regionEnd() && cell.find(at) && cell.start() == at) {
            row.add(cell.group(1) == null ? cell.group(2) : cell.group(1).replace("\"\"", "\""));
            if (!cell.group(3).equals(",")) {
                rows.add(row);
                row = new ArrayList<>();
            }
            at = cell.end();
        }
        if (at < cell.regionEnd()) {
            throw new IllegalStateException("No table from " + at + " on");
        }
        return rows;
    }

    /** Whether a spreadsheet would reckon with it. */
    static boolean isFormula(String cell) {
        return FORMULA.matcher(cell).matches() && !NUMBER.matcher(cell).matches();
    }
}
