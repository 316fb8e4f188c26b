package org.probity.signon;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;

/**
 * A board's provider says for the first time that somebody is a member. Its word alone links no account: the account's holder
 * says so too, with their own passphrase. Kept in the browser's session on the server meanwhile.
 *
 * @param through what sessions through that provider carry
 * @param accountId whose the address is that the provider has verified
 * @param subject the provider's own number for the person
 */
public record Introduction(String board, String through, Long accountId, String issuer, String clientId, String subject, Instant at)
        implements Serializable {

    private static final Duration GOOD_FOR = Duration.ofMinutes(30);

    boolean isOver(Instant now) {
        return now.isAfter(at.plus(GOOD_FOR));
    }

    /** Says nothing of the person, should somebody log it. */
    @Override
    public String toString() {
        return "Introduction at " + board;
    }
}
