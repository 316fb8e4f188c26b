package org.probity.access;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.probity.tenancy.CurrentBoard;

/** A part of a row of the matrix: these roles may, on these conditions. */
public record Grant(Set<Role> roles, Set<Condition> conditions) {

    public Grant {
        roles = Set.copyOf(roles);
        conditions = Set.copyOf(conditions);
    }

    /** On no condition. */
    static Grant anybody(Role... roles) {
        return to(AccessLevel.ANYBODY, roles);
    }

    /** As members of the board. */
    static Grant members(Role... roles) {
        return to(AccessLevel.MEMBER, roles);
    }

    /** As members of the board who see the case. */
    static Grant inSight(Role... roles) {
        return to(AccessLevel.IN_SIGHT, roles);
    }

    /** The same, with no conflict of interest left to answer. */
    static Grant inCase(Role... roles) {
        return to(AccessLevel.IN_CASE, roles);
    }

    /** As the one who is asked, whatever their roles: by none of them do they see more of the case than that. */
    static Grant asked() {
        return members(Role.OFFICER, Role.LEAD, Role.HR, Role.EMPLOYEE, Role.MANAGER, Role.ADMINISTRATOR, Role.AUDITOR).when(Condition.SUBJECT);
    }

    private static Grant to(AccessLevel accessLevel, Role... roles) {
        return new Grant(Set.of(roles), accessLevel.conditions());
    }

    /** The same on more conditions. */
    Grant when(Condition... more) {
        Set<Condition> all = EnumSet.noneOf(Condition.class);
        all.addAll(conditions);
        all.addAll(Arrays.asList(more));
        return new Grant(roles, all);
    }

    /** How near they have to stand to it. */
    public AccessLevel standing() {
        return AccessLevel.of(conditions);
    }

    /** What is asked of them beyond their standing, in order. */
    public List<Condition> more() {
        return conditions.stream().filter(condition -> !standing().conditions().contains(condition)).sorted().toList();
    }

    /** What it asks them to show of themself that they have not shown. */
    Set<Condition> lacking(Caller caller) {
        return Condition.PROOFS.stream().filter(proof -> conditions.contains(proof) && !caller.proofs().contains(proof))
                .collect(Collectors.toSet());
    }

    boolean isFor(Caller caller) {
        return caller.roles().stream().anyMatch(roles::contains);
    }

    /** Whether the caller stands at the board as it asks. */
    boolean isOpenHere(Caller caller) {
        return isFor(caller) && lacking(caller).isEmpty() && (!conditions.contains(Condition.OWN_BOARD)
                || caller.board() != null && Objects.equals(caller.board(), CurrentBoard.orNone()));
    }
}
