package org.probity.access;

import java.time.Duration;
import java.util.Locale;

/** What may be tried only so often. Each counts for itself: a name is counted beside the address it is tried from. */
public enum Limit {
    SIGN_IN_ACCOUNT(10, Duration.ofMinutes(5)),

    /** Wrong ones in a row, wherever from, after which unknown browsers wait so long (NIST SP 800-63B, 5.2.2: at most 100). */
    SIGN_IN_STRANGERS(100, Duration.ofMinutes(15)),

    /** Right or wrong, of one of a person's own browsers; of all of them together 4 times as many. */
    SIGN_IN_DEVICE(10, Duration.ofMinutes(15)),
    SIGN_IN_ADDRESS(60, Duration.ofMinutes(5)),

    /** Ways to a board's provider and back: nothing is guessed there, and a whole hospital may stand behind one address. */
    SIGN_ON_ADDRESS(1_200, Duration.ofMinutes(5)),
    SECOND_FACTOR_ACCOUNT(10, Duration.ofMinutes(5)),
    LINK_ADDRESS(20, Duration.ofMinutes(10)),
    RECEIPT_ADDRESS(20, Duration.ofMinutes(10)),
    CONCERN_ADDRESS(60, Duration.ofMinutes(60)),
    API_TOKEN(60_000, Duration.ofMinutes(1)),
    API_ADDRESS(120_000, Duration.ofMinutes(1)),
    PAGE_ADDRESS(60_000, Duration.ofMinutes(1));

    private final Rate usual;

    Limit(long tries, Duration within) {
        this.usual = new Rate(tries, within);
    }

    /** That many tries within that time; what is used up comes back evenly. */
    public record Rate(long tries, Duration within) {
    }

    /** Where the environment says nothing else. */
    Rate usual() {
        return usual;
    }

    /** As it is written in the environment, such as {@code sign-in-account}. */
    String setting() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
