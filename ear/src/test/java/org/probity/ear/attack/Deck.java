package org.probity.ear.attack;

/** Deals payloads of every class in turn, each class going through its own list, so that every one of them comes up. */
final class Deck {

    private static final int MOST_IN_A_PACK = 150;

    private int turn;

    /** As many as have room, a line each; one that has none is passed over. */
    synchronized String pack(int room) {
        StringBuilder pack = new StringBuilder();
        for (int n = 0; n < MOST_IN_A_PACK && pack.length() < room; n++) {
            String next = next();
            if (pack.length() + next.length() + 1 < room) {
                pack.append(next).append('\n');
            }
        }
        return pack.toString().strip();
    }

    private String next() {
        int classes = Payload.values().length;
        Payload kind = Payload.values()[turn % classes];
        return kind.number(turn++ / classes);
    }
}
