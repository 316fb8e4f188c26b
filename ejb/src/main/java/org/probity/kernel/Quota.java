package org.probity.kernel;

import jakarta.persistence.TypedQuery;

/**
 * How many of one kind a case, request or referral may have. Without an end somebody could add to it, day after day, until
 * nobody can read it any more.
 */
public final class Quota {

    private Quota() {
    }

    /**
     * Asked before one more is kept, by an act that holds the case, so that no two are the last.
     *
     * @param count how many there are, as an index knows it
     * @param key of the message, which is given {@code most} and says what to do instead
     * @throws Refusal STATE where there are as many already
     */
    public static void require(int most, TypedQuery<Long> count, String key) {
        if (count.getSingleResult() >= most) {
            throw Refusal.state(key, most);
        }
    }
}
