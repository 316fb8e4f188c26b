package org.probity.access;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** How near somebody stands to what they do: conditions that come together, each standing with those of the one before. */
public enum AccessLevel {

    /** On no condition. */
    ANYBODY(),

    /** A member of the board. */
    MEMBER(Condition.OWN_BOARD),

    /** A member who sees the case: no wall stands before them and, where it is restricted, they are on its team. */
    IN_SIGHT(Condition.NOT_A_PARTY, Condition.ON_THE_TEAM),

    /** The same, with no conflict of interest left to answer. */
    IN_CASE(Condition.CONFLICT_ANSWERED);

    private final List<Condition> own;

    AccessLevel(Condition... own) {
        this.own = List.of(own);
    }

    /** What it asks beyond the standing before. */
    public List<Condition> own() {
        return own;
    }

    /** All that it asks. */
    Set<Condition> conditions() {
        Set<Condition> all = EnumSet.noneOf(Condition.class);
        Arrays.stream(values()).filter(standing -> standing.compareTo(this) <= 0).forEach(standing -> all.addAll(standing.own));
        return all;
    }

    /** The nearest whose conditions are all among these. */
    static AccessLevel of(Set<Condition> conditions) {
        return Arrays.stream(values()).filter(standing -> conditions.containsAll(standing.conditions())).reduce(ANYBODY, (far, near) -> near);
    }
}
