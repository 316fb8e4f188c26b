package org.probity.signon;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.probity.crypto.Keys;
import org.probity.tenancy.CurrentBoard;

/**
 * The sign-ins a browser has set out on at the current board and not come back from, at most one for each of a few windows.
 * The browser carries them, sealed for this board, so that nothing is kept here for strangers. Each is good once, as what
 * the browser carries changes with every return, and as the provider takes its code once (RFC 6749, 4.1.2).
 *
 * @param open the latest first
 */
public record Departures(List<Departure> open) {

    private static final int MOST = 5;

    private static final String PURPOSE = "signon.departures/";
    private static final int PARTS = 6;

    private static final Departures NONE = new Departures(List.of());

    Departures with(Departure departure, Instant now) {
        List<Departure> all = new ArrayList<>(List.of(departure));
        open.stream().filter(earlier -> !earlier.isOver(now)).limit(MOST - 1).forEach(all::add);
        return new Departures(List.copyOf(all));
    }

    Departures without(Departure departure) {
        return new Departures(open.stream().filter(other -> !other.equals(departure)).toList());
    }

    /** The one of that state. */
    public Optional<Departure> find(String state) {
        return open.stream().filter(departure -> departure.state().equals(state)).findFirst();
    }

    /** As a cookie may carry it, without the oldest where they are too many; empty where there is none. */
    String sealed(Keys keys) {
        for (int kept = open.size(); kept > 0; kept--) {
            String sealed = keys.sealToCarry(PURPOSE + CurrentBoard.slug(), String.join("\n", open.stream().limit(kept).map(Departures::line).toList()));
            if (!sealed.isEmpty()) {
                return sealed;
            }
        }
        return "";
    }

    /** @param carried whatever a browser says it was given, or null; what was not sealed here and for this board is none */
    static Departures opened(Keys keys, String carried) {
        return keys.openCarried(PURPOSE + CurrentBoard.slug(), carried).map(text -> new Departures(text.lines().map(Departures::read).toList()))
                .orElse(NONE);
    }

    private static String line(Departure departure) {
        boolean plain = departure.next() != null && departure.next().chars().noneMatch(Character::isISOControl);
        return String.join(" ", departure.state(), departure.nonce(), departure.verifier(), String.valueOf(departure.at().toEpochMilli()),
                String.valueOf(departure.again()), plain ? departure.next() : "");
    }

    private static Departure read(String line) {
        String[] parts = line.split(" ", PARTS);
        return new Departure(null, CurrentBoard.slug(), parts[0], parts[1], parts[2], Instant.ofEpochMilli(Long.parseLong(parts[3])),
                Boolean.parseBoolean(parts[4]), parts[5].isEmpty() ? null : parts[5]);
    }
}
