package org.probity.ear.isolation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** To which roles each of many things is open. */
record Openings(Map<String, Set<String>> roles) {

    Openings() {
        this(new TreeMap<>());
    }

    /** The table that was agreed. @param file below {@code /matrix} */
    static Openings approved(String file) {
        Openings table = new Openings();
        try (InputStream in = Openings.class.getResourceAsStream("/matrix/" + file)) {
            new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().filter(line -> !line.startsWith("#")).forEach(line -> {
                String[] cells = line.split(" {2,}", 2);
                table.roles.put(cells[0], new TreeSet<>(Arrays.asList(cells[1].split(" "))));
            });
            return table;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void note(String thing, String role, boolean open) {
        Set<String> known = roles.computeIfAbsent(thing, key -> new TreeSet<>());
        if (open) {
            known.add(role);
        }
    }

    /** The same with one cell turned. */
    Openings turned(String thing, String role) {
        Openings other = new Openings();
        roles.forEach((key, value) -> other.roles.put(key, new TreeSet<>(value)));
        Set<String> row = other.roles.get(thing);
        if (!row.remove(role)) {
            row.add(role);
        }
        return other;
    }

    /** Where the two disagree, a cell a line. */
    List<String> differences(Openings other) {
        Set<String> things = new TreeSet<>(roles.keySet());
        things.addAll(other.roles.keySet());
        return things.stream().flatMap(thing -> {
            Set<String> here = roles.getOrDefault(thing, Set.of("no such row"));
            Set<String> there = other.roles.getOrDefault(thing, Set.of("no such row"));
            Set<String> odd = new HashSet<>(here);
            odd.addAll(there);
            odd.removeIf(role -> here.contains(role) && there.contains(role));
            return odd.stream().map(role -> thing + " " + role + (here.contains(role) ? " is agreed and not so" : " is so and not agreed"));
        }).toList();
    }
}
