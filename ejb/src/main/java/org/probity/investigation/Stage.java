package org.probity.investigation;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.probity.access.Capacity;

/** Where an investigation stands. Which stage may follow which is said here and nowhere else. */
public enum Stage {
    DETECTION, INVESTIGATION, REVIEW, REFERRAL, CLOSING, CLOSED, WITHDRAWN;

    private static final Map<Stage, Set<Stage>> NEXT = Map.of(
            DETECTION, EnumSet.of(INVESTIGATION, CLOSING, WITHDRAWN),
            INVESTIGATION, EnumSet.of(REVIEW, WITHDRAWN),
            REVIEW, EnumSet.of(INVESTIGATION, REFERRAL, CLOSING, WITHDRAWN),
            REFERRAL, EnumSet.of(CLOSING, WITHDRAWN),
            CLOSING, EnumSet.of(CLOSED, WITHDRAWN),
            CLOSED, EnumSet.of(DETECTION, INVESTIGATION),
            WITHDRAWN, EnumSet.of(DETECTION, INVESTIGATION));

    public boolean mayBecome(Stage next) {
        return NEXT.get(this).contains(next);
    }

    /** Something may be asked of the subject: the gates of detection lie behind, and the case is not being closed. */
    public boolean asks() {
        return this == INVESTIGATION || this == REVIEW || this == REFERRAL;
    }

    /** What was found and agreed to stands: the case is past its review. A withdrawn one is where it was. */
    public boolean holdsFindings() {
        return this == REFERRAL || this == CLOSING || ended();
    }

    /** What somebody may still have to do here: after the review nothing is reviewed, and nothing is judged of what is being closed. */
    public List<Capacity> needs() {
        return switch (this) {
            case DETECTION, INVESTIGATION, REVIEW -> List.of(Capacity.values());
            case REFERRAL -> List.of(Capacity.INVESTIGATED, Capacity.APPROVED);
            case CLOSING, CLOSED, WITHDRAWN -> List.of();
        };
    }

    /** Nothing more happens here unless it is reopened. */
    public boolean ended() {
        return this == CLOSED || this == WITHDRAWN;
    }
}
