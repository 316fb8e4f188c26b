package org.probity.ear.attack;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What attackers send, a class of it each. The lists are in {@code attack/*.txt}, a line each; what runs calls {@code pwn}. */
enum Payload {
    SCRIPT(50), SQL(30), PATH(20), XML(10), FORMULA(10), HEADER(10);

    private final List<String> all;

    Payload(int least) {
        all = read(name().toLowerCase(Locale.ROOT));
        if (all.size() < least) {
            throw new IllegalStateException(name() + " has only " + all.size());
        }
    }

    List<String> all() {
        return all;
    }

    /** One of them, another one for every number. */
    String number(int n) {
        return all.get(Math.floorMod(n, all.size()));
    }

    /** As many as have room, a line each, beginning with that one: at least one of them, cut to the room. */
    String pack(int first, int room) {
        StringBuilder pack = new StringBuilder(number(first));
        for (int n = 1; n < all.size() && pack.length() + number(first + n).length() < room; n++) {
            pack.append('\n').append(number(first + n));
        }
        return pack.length() <= room ? pack.toString() : pack.substring(0, room);
    }

    /** Those of this class that stand in a text, whole. */
    Stream<String> in(String text) {
        return all.stream().filter(text::contains);
    }

    static String counts() {
        return Arrays.stream(values()).map(kind -> kind + " " + kind.all.size()).collect(Collectors.joining(", "));
    }

    private static List<String> read(String name) {
        try (InputStream in = Payload.class.getResourceAsStream("/attack/" + name + ".txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().filter(line -> !line.isBlank())
                    .map(Payload::unescaped).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String unescaped(String line) {
        return line.replace("\\\\", "\u0001").replace("\\r", "\r").replace("\\n", "\n").replace("\\t", "\t").replace("\\0", "\0")
                .replace("\\u0085", "\u0085").replace("\\u2028", "\u2028").replace("\u0001", "\\");
    }
}
