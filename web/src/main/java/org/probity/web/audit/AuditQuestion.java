package org.probity.web.audit;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.probity.audit.AuditFilter;
import org.probity.kernel.Days;
import org.probity.kernel.Refusal;

/**
 * Which entries somebody asks for, as it stands in an address.
 *
 * @param act see {@link ActNames#meant}
 * @param from such as {@code 2026-11-21}
 */
record AuditQuestion(String act, String reference, String who, String from, String to) {

    private static final int LONGEST_DAY = 20;

    /** @throws Refusal INVALID on {@code from} or {@code to} where it is no day */
    AuditFilter filter() {
        return new AuditFilter(ActNames.meant(act), reference, who, day("from", from), day("to", to));
    }

    /** What is longer than a day is none. */
    private static String cut(String written) {
        return written.substring(0, Math.min(written.length(), LONGEST_DAY));
    }

    private static LocalDate day(String field, String written) {
        try {
            LocalDate day = written == null || written.isBlank() ? null : LocalDate.parse(cut(written.strip()));
            if (day != null && !Days.keeps(day)) {
                throw Refusal.invalid(field, "api.refused.day");
            }
            return day;
        } catch (DateTimeParseException e) {
            throw Refusal.invalid(field, "api.refused.day");
        }
    }
}
