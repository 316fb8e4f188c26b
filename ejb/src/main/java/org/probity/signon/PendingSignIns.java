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
public record PendingSignIns(List<PendingSignIn> open) {

    private static final int MOST = 5;

    private static final String PURPOSE = "signon.departures/";
    private static final int PARTS = 6;

    private static final PendingSignIns NONE = new PendingSignIns(List.of());

    PendingSignIns with(PendingSignIn pendingSignIn, Instant now) {
        List<PendingSignIn> all = new ArrayList<>(List.of(pendingSignIn));
        open.stream().filter(earlier -> !earlier.isOver(now)).limit(MOST - 1).forEach(all::add);
        return new PendingSignIns(List.copyOf(all));
    }

    PendingSignIns without(PendingSignIn pendingSignIn) {
        return new PendingSignIns(open.stream().filter(other -> !other.equals(pendingSignIn)).toList());
    }

    /** The one of that state. */
    public Optional<PendingSignIn> find(String state) {
        return open.stream().filter(pendingSignIn -> pendingSignIn.state().equals(state)).findFirst();
    }

    /** As a cookie may carry it, without the oldest where they are too many; empty where there is none. */
    String sealed(Keys keys) {
        for (int kept = open.size(); kept > 0; kept--) {
            String sealed = keys.sealToCarry(PURPOSE + CurrentBoard.slug(), String.join("\n", open.stream().limit(kept).map(PendingSignIns::line).toList()));
            if (!sealed.isEmpty()) {
                return sealed;
            }
        }
        return "";
    }

    /** @param carried whatever a browser says it was given, or null; what was not sealed here and for this board is none */
    static PendingSignIns opened(Keys keys, String carried) {
        return keys.openCarried(PURPOSE + CurrentBoard.slug(), carried).map(text -> new PendingSignIns(text.lines().map(PendingSignIns::read).toList()))
                .orElse(NONE);
    }

    private static String line(PendingSignIn pendingSignIn) {
        boolean plain = pendingSignIn.next() != null && pendingSignIn.next().chars().noneMatch(Character::isISOControl);
        return String.join(" ", pendingSignIn.state(), pendingSignIn.nonce(), pendingSignIn.verifier(), String.valueOf(pendingSignIn.at().toEpochMilli()),
                String.valueOf(pendingSignIn.again()), plain ? pendingSignIn.next() : "");
    }

    private static PendingSignIn read(String line) {
        String[] parts = line.split(" ", PARTS);
        return new PendingSignIn(null, CurrentBoard.slug(), parts[0], parts[1], parts[2], Instant.ofEpochMilli(Long.parseLong(parts[3])),
                Boolean.parseBoolean(parts[4]), parts[5].isEmpty() ? null : parts[5]);
    }
}
