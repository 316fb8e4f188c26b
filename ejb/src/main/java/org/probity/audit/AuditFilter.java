package org.probity.audit;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.probity.kernel.Checks;
import org.probity.kernel.Like;

/**
 * Which entries are wanted. What is empty or null narrows nothing.
 *
 * <p>What was asked for is kept in the audit, so neither may give a password away: INVALID naming the field.
 *
 * @param acts codes such as {@code removal.requested}
 * @param reference of a case, whole
 * @param who part of a member's name, or the whole name as it was kept
 * @param from first London day
 * @param to last London day
 */
public record AuditFilter(Set<String> acts, String reference, String who, LocalDate from, LocalDate to) {

    public AuditFilter {
        acts = acts == null ? Set.of() : Set.copyOf(acts);
        reference = reference == null ? "" : reference.strip();
        who = who == null ? "" : who.strip();
        new Checks().max("reference", reference, Like.LONGEST).max("who", who, Like.LONGEST).done();
    }

    public static AuditFilter everything() {
        return new AuditFilter(null, null, null, null, null);
    }

    public boolean isNarrow() {
        return !asked().isEmpty();
    }

    /** What was asked for, as the audit keeps it. */
    public Map<String, Object> asked() {
        Map<String, Object> asked = new TreeMap<>();
        asked.put("acts", String.join(",", acts.stream().sorted().toList()));
        asked.put("case", reference);
        asked.put("who", who);
        asked.put("from", from == null ? "" : from.toString());
        asked.put("to", to == null ? "" : to.toString());
        asked.values().removeIf(""::equals);
        return asked;
    }
}
