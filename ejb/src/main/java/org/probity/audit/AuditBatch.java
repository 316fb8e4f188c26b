package org.probity.audit;

import java.util.ArrayList;
import java.util.List;

/**
 * How much of the audit is in memory at once. An entry is small as a rule, but for those of somebody who wants to fill it: so it is
 * asked first how large the next ones are, and they are read one after the other as far as they fit.
 */
public final class AuditBatch {

    /** Bytes of values; to be selected beside what tells an entry. */
    public static final String SIZE = "coalesce(octet_length(a.before), 0) + coalesce(octet_length(a.after), 0)";

    /** Bytes of the values of one portion, beyond which only its first entry may go. */
    static final long MOST = 8_000_000;

    private AuditBatch() {
    }

    /** @param sized rows of what tells an entry and {@link #SIZE} @return those that fit; of any at least the first */
    public static List<Long> first(List<Object[]> sized) {
        List<Long> fitting = new ArrayList<>();
        long bytes = 0;
        for (Object[] row : sized) {
            bytes += ((Number) row[1]).longValue();
            if (bytes > MOST && !fitting.isEmpty()) {
                break;
            }
            fitting.add((Long) row[0]);
        }
        return fitting;
    }
}
