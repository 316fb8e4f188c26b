package org.probity.access;

import java.util.Set;

/**
 * As what somebody has acted on a case. The three are acts one person cannot hold together on one case: whoever
 * investigated does not judge, and who reviewed the findings is not the one who sends them on (Acas code: investigator
 * and decision-maker are different people).
 */
public enum Capacity {
    INVESTIGATED, REVIEWED, APPROVED;

    /** The roles whose members may act in it. */
    public Set<Role> roles() {
        return switch (this) {
            case INVESTIGATED -> Act.INVESTIGATE.roles();
            case REVIEWED -> Act.REVIEW_FINDINGS.roles();
            case APPROVED -> Act.APPROVE_REFERRAL.roles();
        };
    }
}
