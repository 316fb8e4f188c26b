package org.probity.ear;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Boards that one class of tests has for itself on a server that it shares with others. */
public final class Boards {

    private static final AtomicInteger MADE = new AtomicInteger();
    private static final int LETTERS = 26;
    private static final List<String> DEMONSTRATION = List.of("chscb", "nscb", "lscb", "cwmtaf");

    private final Server server;
    private final Map<String, String> made = new HashMap<>();

    public Boards(Server server) {
        this.server = server;
    }

    /** @param demo the board of the demonstration that it is like @return the slug of this class's own, which its log-ins begin with */
    public synchronized String like(String demo) {
        return made.computeIfAbsent(demo, any -> server.addBoard(demo, demo + letters(MADE.getAndIncrement())));
    }

    /** That text, in which log-ins, names and case numbers of the demonstration's boards are those of this class's own. */
    public String own(String text) {
        String own = text;
        for (String demo : DEMONSTRATION) {
            if (text.toLowerCase(Locale.ROOT).contains(demo)) {
                String slug = like(demo);
                own = own.replace(demo, slug).replace(capital(demo), capital(slug)).replace(demo.toUpperCase(Locale.ROOT), slug.toUpperCase(Locale.ROOT));
            }
        }
        return own;
    }

    /** What the names of its people begin with, as in "Chscb Compliance Officer". */
    static String capital(String slug) {
        return slug.substring(0, 1).toUpperCase(Locale.ROOT) + slug.substring(1);
    }

    private static String letters(int number) {
        return "" + (char) ('a' + number / LETTERS) + (char) ('a' + number % LETTERS);
    }
}
