package org.probity.web.administration;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.probity.access.AccessLevel;
import org.probity.access.Act;
import org.probity.access.Condition;
import org.probity.access.CurrentCaller;
import org.probity.access.Grant;
import org.probity.access.Role;
import org.probity.web.faces.Texts;

/** The matrix as it is at work: who may do what, and only if. Read from where the services are asked, so it cannot be out of date. */
@Named
@RequestScoped
public class MatrixPage {

    /** What the same roles may do on the same conditions. */
    public record Row(List<String> acts, String roles, List<String> conditions) {
    }

    /** A part of the table. */
    public record Part(MatrixRoom room, List<Row> rows) {
    }

    /** A standing that the table only names, and what it stands for. */
    public record Term(String name, List<String> conditions) {
    }

    private String role = "";

    /** Every role that can stand in the matrix; to be chosen from. */
    public List<Role> getRoles() {
        return List.of(Role.values());
    }

    /** What that role may do; everything where none is chosen. */
    public List<Part> getParts() {
        return Arrays.stream(MatrixRoom.values()).map(room -> new Part(room, rows(room))).filter(part -> !part.rows().isEmpty()).toList();
    }

    public List<Term> getTerms() {
        return Stream.of(AccessLevel.IN_SIGHT, AccessLevel.IN_CASE).map(standing -> new Term(name(standing),
                words(AccessLevel.values()[standing.ordinal() - 1], standing.own()))).toList();
    }

    private List<Row> rows(MatrixRoom room) {
        Map<Grant, List<String>> acts = new LinkedHashMap<>();
        for (Act act : room.acts()) {
            act.grants().stream().filter(this::isShown)
                    .forEach(grant -> acts.computeIfAbsent(grant, none -> new ArrayList<>()).add(text("identity.act." + act)));
        }
        return acts.entrySet().stream().map(entry -> new Row(entry.getValue(), who(entry.getKey().roles()),
                words(entry.getKey().standing(), entry.getKey().more()))).toList();
    }

    private boolean isShown(Grant grant) {
        return role.isEmpty() || grant.roles().stream().anyMatch(one -> one.name().equals(role));
    }

    private static List<String> words(AccessLevel standing, List<Condition> more) {
        Stream<String> near = standing == AccessLevel.ANYBODY ? Stream.empty() : Stream.of(name(standing));
        return Stream.concat(near, more.stream().map(condition -> text("identity.condition." + condition))).toList();
    }

    private static String name(AccessLevel standing) {
        return text(standing == AccessLevel.MEMBER ? "identity.condition." + Condition.OWN_BOARD : "identity.standing." + standing);
    }

    /** Where it is most of them, those are named who are not among them. */
    private static String who(Set<Role> roles) {
        Set<Role> others = EnumSet.allOf(Role.class);
        others.removeAll(roles);
        if (others.isEmpty()) {
            return text("administration.matrix.everybody");
        }
        return others.size() < roles.size() ? text("administration.matrix.everybodyBut", names(others)) : names(roles);
    }

    private static String names(Set<Role> roles) {
        return String.join(", ", roles.stream().sorted().map(one -> text("identity.role." + one)).toList());
    }

    private static String text(String key, Object... args) {
        return Texts.of(CurrentCaller.get().language(), key, args);
    }

    public String getRole() {
        return role;
    }

    public void setRole(String name) {
        this.role = Arrays.stream(Role.values()).map(Role::name).filter(one -> one.equals(name)).findFirst().orElse("");
    }
}
