package org.probity.policy;

import java.time.LocalDate;

/**
 * What the board knows of a person's knowing a policy version when something was posted (001 cl. 4.2, appendix 1).
 *
 * @param version which one they acknowledged, or null
 * @param on when, or null
 */
public record Known(Kind kind, String version, LocalDate on) {

    /**
     * That no version is acknowledged; an older one was before the post; this one was; or one was, but only after the post, which
     * is not knowledge. UNDATED where one was by the day of the report and nobody knows the day of the post.
     */
    public enum Kind { NONE, OLDER, THIS, AFTER, UNDATED }

    static final Known NOTHING = new Known(Kind.NONE, null, null);
}
