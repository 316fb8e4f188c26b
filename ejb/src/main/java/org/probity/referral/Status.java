package org.probity.referral;

import java.util.EnumSet;
import java.util.Set;

/** Where a referral stands, and the only place that says where it may go from there. */
public enum Status {
    COMPOSING, AWAITING_APPROVAL, APPROVED, SENT, QUESTION_ASKED, ACCEPTED, DECLINED, OUTCOME_RECORDED, COMPLETED,
    STOPPED, WITHDRAWN;

    private static final Set<Status> BEFORE_EMPLOYER = EnumSet.of(COMPOSING, AWAITING_APPROVAL, APPROVED, STOPPED);
    private static final Set<Status> PACK_OPEN = EnumSet.of(SENT, QUESTION_ASKED, ACCEPTED, OUTCOME_RECORDED, COMPLETED);

    /** The statuses that may follow this one. */
    public Set<Status> next() {
        return switch (this) {
            case COMPOSING -> EnumSet.of(AWAITING_APPROVAL, WITHDRAWN);
            case AWAITING_APPROVAL -> EnumSet.of(COMPOSING, APPROVED, WITHDRAWN);
            case APPROVED -> EnumSet.of(SENT, WITHDRAWN);
            case SENT -> EnumSet.of(QUESTION_ASKED, ACCEPTED, DECLINED, WITHDRAWN);
            case QUESTION_ASKED -> EnumSet.of(SENT, WITHDRAWN);
            case ACCEPTED -> EnumSet.of(OUTCOME_RECORDED, WITHDRAWN);
            case DECLINED -> EnumSet.of(COMPOSING, STOPPED, WITHDRAWN);
            case OUTCOME_RECORDED -> EnumSet.of(COMPLETED, WITHDRAWN);
            case COMPLETED, STOPPED, WITHDRAWN -> EnumSet.noneOf(Status.class);
        };
    }

    public boolean mayBecome(Status other) {
        return next().contains(other);
    }

    /** Nothing more will happen to it. */
    public boolean ended() {
        return next().isEmpty();
    }

    /** Whether the parent organisation may read the pack: once sent, and no longer when it declined or it was withdrawn. */
    public boolean packOpen() {
        return PACK_OPEN.contains(this);
    }

    /** Whether the next step is the employer's. */
    boolean waitsForEmployer() {
        return this == SENT || this == ACCEPTED;
    }

    /** The statuses in which they may. */
    static Set<Status> open() {
        return EnumSet.copyOf(PACK_OPEN);
    }

    /** The statuses in which it is in the employer's inbox, provided it was ever sent. */
    public static Set<Status> inInbox() {
        return EnumSet.complementOf(EnumSet.copyOf(BEFORE_EMPLOYER));
    }
}
