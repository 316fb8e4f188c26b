package org.probity.access;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A table of acts and roles. Each cell says on which conditions.
 *
 * @param cells by {@code ACT ROLE}: {@code -}, {@code yes} or the letters of the conditions; with a slash between where there are several ways
 */
record ActMatrix(TreeMap<String, String> cells) {

    /** The one that was agreed. */
    static ActMatrix approved() {
        List<String> lines = lines();
        String[] roles = lines.get(0).trim().split("\\s+");
        TreeMap<String, String> cells = new TreeMap<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] words = line.trim().split("\\s+");
            for (int i = 1; i < roles.length; i++) {
                cells.put(words[0] + " " + roles[i], sorted(words[i]));
            }
        }
        return new ActMatrix(cells);
    }

    private static List<String> lines() {
        try (InputStream in = ActMatrix.class.getResourceAsStream("/matrix/acts.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().filter(line -> !line.startsWith("#")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The one in {@link Act}. */
    static ActMatrix inTheProduct() {
        TreeMap<String, String> cells = new TreeMap<>();
        for (Act act : Act.values()) {
            for (Role role : Role.values()) {
                cells.put(act + " " + role, cell(act.conditions(role)));
            }
        }
        return new ActMatrix(cells);
    }

    private static String cell(List<Set<Condition>> ways) {
        return ways.isEmpty() ? "-" : sorted(ways.stream().map(ActMatrix::way).collect(Collectors.joining("/")));
    }

    private static String way(Set<Condition> conditions) {
        return conditions.isEmpty() ? "yes" : conditions.stream().map(Condition::letter).collect(Collectors.joining());
    }

    private static String sorted(String cell) {
        return Arrays.stream(cell.split("/")).map(way -> way.equals("yes") ? way
                : Arrays.stream(way.split("")).sorted().collect(Collectors.joining())).sorted().collect(Collectors.joining("/"));
    }

    /** The same with one cell changed. */
    ActMatrix with(String cell, String value) {
        TreeMap<String, String> changed = new TreeMap<>(cells);
        changed.put(cell, value);
        return new ActMatrix(changed);
    }

    /** Where the two disagree, a cell a line. */
    List<String> differences(ActMatrix other) {
        Set<String> all = new TreeSet<>(cells.keySet());
        all.addAll(other.cells.keySet());
        return all.stream().filter(cell -> !String.valueOf(cells.get(cell)).equals(String.valueOf(other.cells.get(cell))))
                .map(cell -> cell + ": " + cells.get(cell) + " here, " + other.cells.get(cell) + " there").toList();
    }
}
