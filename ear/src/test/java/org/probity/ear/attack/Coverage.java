package org.probity.ear.attack;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What was sent where: each field has to meet every class of payload, and each kind of place every single payload. */
final class Coverage {

    /** Where a payload can be put. */
    enum Place {
        LINE(true), TEXT(true), FILE_NAME(true), JSON(true), PATH(true), QUERY(true), HEADER(true), CHOICE(false), HIDDEN(false);

        private final boolean takesAll;

        /** @param takesAll whether each payload there is has to be put there at least once, in one field or another */
        Place(boolean takesAll) {
            this.takesAll = takesAll;
        }
    }

    private final Map<String, Set<Payload>> fields = new TreeMap<>();
    private final Map<Place, Set<String>> payloads = new EnumMap<>(Place.class);
    private final Set<String> closed = new TreeSet<>();
    private final Set<String> offered = new TreeSet<>();
    private final Map<Place, Map<Payload, Integer>> turns = new EnumMap<>(Place.class);

    /** The next of that class for that kind of place: each call has another one. */
    String next(Place place, Payload kind) {
        return kind.number(turns.computeIfAbsent(place, p -> new EnumMap<>(Payload.class)).merge(kind, 1, Integer::sum) - 1);
    }

    /** The next ones of that class for a text, a line each, as many as have room. */
    String pack(Place place, Payload kind, int room) {
        StringBuilder pack = new StringBuilder(next(place, kind));
        for (int n = 1; n < kind.all().size(); n++) {
            String one = next(place, kind);
            if (pack.length() + one.length() < room) {
                pack.append('\n').append(one);
            }
        }
        return pack.toString();
    }

    void met(Place place, String field, Payload kind, String sent) {
        fields.computeIfAbsent(place + " " + field, f -> EnumSet.noneOf(Payload.class)).add(kind);
        kind.in(sent).forEach(payloads.computeIfAbsent(place, p -> new HashSet<>())::add);
    }

    boolean hasMet(Place place, String field, Payload kind) {
        return fields.getOrDefault(place + " " + field, Set.of()).contains(kind);
    }

    /** Those of a class that were not put into that kind of place yet. */
    List<String> missing(Place place, Payload kind) {
        return kind.all().stream().filter(payload -> !payloads.getOrDefault(place, Set.of()).contains(payload)).toList();
    }

    /** On that page something may be typed or chosen. */
    void offered(String page) {
        offered.add(page);
    }

    /** The pages on which somebody was offered something to be filled in. */
    Set<String> offered() {
        return offered;
    }

    /** The forms of that page were gone before each class was sent: one that was taken in has closed them. */
    void closed(String page) {
        closed.add(page);
    }

    /** Pages whose forms the attack has closed by having one taken in. */
    Set<String> closed() {
        return closed;
    }

    private boolean isClosed(String field) {
        return closed.stream().anyMatch(page -> field.contains(" " + page + " "));
    }

    /** What was left out. */
    Stream<String> gaps() {
        Stream<String> classes = fields.entrySet().stream().filter(field -> field.getValue().size() < Payload.values().length && !isClosed(field.getKey()))
                .map(field -> field.getKey() + " met only " + field.getValue());
        Stream<String> single = Stream.of(Place.values()).filter(place -> place.takesAll).flatMap(place -> Stream.of(Payload.values())
                .flatMap(kind -> missing(place, kind).stream().map(payload -> place + " never met " + kind + " " + payload)));
        return Stream.concat(classes, single);
    }

    /** How many fields of each kind of place met how many different payloads. */
    String counts() {
        StringBuilder lines = new StringBuilder();
        for (Place place : Place.values()) {
            long met = fields.keySet().stream().filter(field -> field.startsWith(place + " ")).count();
            lines.append(String.format("%-12s %5d fields, each of them met every class; %4d different payloads%n", place, met,
                    payloads.getOrDefault(place, Set.of()).size()));
        }
        return lines.toString();
    }
}
