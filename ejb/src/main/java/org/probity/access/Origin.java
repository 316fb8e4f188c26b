package org.probity.access;

/**
 * From where somebody acts.
 *
 * @param address of the client's network, at most 64 characters; null for the clockwork and whoever gave no name
 * @param channel {@link #PAGE}, {@link #API} or {@link #CLOCKWORK}
 */
public record Origin(String address, String channel) {

    public static final String PAGE = "page";

    public static final String API = "api";

    public static final String CLOCKWORK = "clockwork";

    private static final int LONGEST = 64;

    public Origin {
        address = address == null || address.length() <= LONGEST ? address : address.substring(0, LONGEST);
    }

    /** A browser at one of the pages. */
    public static Origin page(String address) {
        return new Origin(address, PAGE);
    }

    /** A program at the API. */
    public static Origin api(String address) {
        return new Origin(address, API);
    }

    /** Timers, engine steps and scheduled loops. */
    public static Origin clockwork() {
        return new Origin(null, CLOCKWORK);
    }

    /** The same, and nothing of where that is. */
    public Origin nowhere() {
        return new Origin(null, channel);
    }
}
