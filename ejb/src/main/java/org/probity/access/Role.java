package org.probity.access;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What a person is to a board. PUBLIC is anybody; SYSTEM is the board's clockwork. */
public enum Role {
    OFFICER, LEAD, HR, EMPLOYEE, MANAGER, ADMINISTRATOR, AUDITOR, OPERATOR, PUBLIC, SYSTEM;

    /** Whether one of them reads what is done in cases. */
    public static boolean readCases(Set<Role> roles) {
        return roles.contains(OFFICER) || roles.contains(LEAD) || roles.contains(AUDITOR);
    }

    /** Whether it gives power over others or reads what is in cases: nobody gets it by one person's word. */
    public boolean takesTwo() {
        return hasPower() || this == OFFICER || this == HR;
    }

    /** Whether it gives power over others. */
    public boolean hasPower() {
        return this == LEAD || this == ADMINISTRATOR || this == AUDITOR;
    }

    /** The roles of a list with commas in it. A name that no role has any more gives nobody anything, and stops nothing. */
    public static Set<Role> named(String list) {
        List<String> names = Arrays.asList(list.split(","));
        return Arrays.stream(values()).filter(role -> names.contains(role.name()))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Role.class)));
    }
}
