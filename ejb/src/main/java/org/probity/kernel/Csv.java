package org.probity.kernel;

import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * Writes a table as CSV (RFC 4180, UTF-8 with a mark at the beginning, which spreadsheets need). A text that a spreadsheet
 * would take for a formula gets an apostrophe in front; numbers stay numbers.
 */
public final class Csv {

    /** What a formula starts with, the full-width forms of East Asian keyboards too. */
    private static final String STARTS_A_FORMULA = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

    private static final char MARK = '\uFEFF';

    private final Appendable out;

    public Csv(Appendable out) {
        this.out = out;
        put(String.valueOf(MARK));
    }

    /** One line; null is an empty cell. */
    public Csv row(Object... cells) {
        for (int i = 0; i < cells.length; i++) {
            put(i == 0 ? "" : ",");
            put(cell(cells[i]));
        }
        put("\r\n");
        return this;
    }

    private static String cell(Object value) {
        if (value == null || value instanceof Number) {
            return value == null ? "" : value.toString();
        }
        return "\"" + harmless(value.toString()).replace("\"", "\"\"") + "\"";
    }

    /** Spreadsheets skip blanks before a formula. */
    private static String harmless(String text) {
        String shown = text.replaceFirst("^ +", "");
        return !shown.isEmpty() && STARTS_A_FORMULA.indexOf(shown.charAt(0)) >= 0 ? "'" + text : text;
    }

    private void put(String text) {
        try {
            out.append(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
