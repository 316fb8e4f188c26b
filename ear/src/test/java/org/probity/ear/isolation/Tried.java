package org.probity.ear.isolation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The table of everything that was tried. */
final class Tried {

    /**
     * One request for what is hidden beside the same for what does not exist.
     *
     * @param kinds of which objects the ids were
     * @param difference empty where both were answered alike, and as a refusal
     */
    private record Row(String kinds, String way, String who, String request, int status, String difference) {

        String line() {
            return "%-38s | %-24s | %-34s | %-4s | %s | %s".formatted(kinds, way, who, status, difference.isEmpty() ? "alike" : "DIFFERS", request);
        }
    }

    private final List<Row> rows = Collections.synchronizedList(new ArrayList<>());

    void add(String kinds, String way, String who, String request, int status, String difference) {
        rows.add(new Row(kinds, way, who, request, status, difference));
    }

    int requests() {
        return rows.size();
    }

    /** One line for each that was answered differently. */
    List<String> differences() {
        return rows.stream().filter(row -> !row.difference().isEmpty()).map(row -> row.line() + "\n      " + row.difference()).toList();
    }

    /** How often each column had which value. */
    Map<String, Long> by(String column) {
        return rows.stream().collect(Collectors.groupingBy(row -> switch (column) {
            case "way" -> row.way();
            case "who" -> row.who();
            case "status" -> String.valueOf(row.status());
            default -> row.kinds();
        }, TreeMap::new, Collectors.counting()));
    }

    void write(Path file) {
        try {
            Files.writeString(file, rows.stream().map(Row::line).sorted().collect(Collectors.joining("\n", "", "\n")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
