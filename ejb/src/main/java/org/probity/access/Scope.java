package org.probity.access;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * What an API token was made for. It narrows what its bearer's roles allow and never widens it. Whoever sits at a page carries
 * every scope.
 *
 * <p>An act that only reads ({@code SEE_…}) and stands in no other row belongs to {@link #READ}.
 */
public enum Scope {
    READ,
    REPORT(Act.REPORT_CONCERN, Act.FOLLOW_CONCERN),
    CASES(Act.NOTE, Act.ASK_REPORTER, Act.POST_LETTER, Act.INVESTIGATE, Act.FORBID_CONTACT, Act.SUSPECT_IMAGE, Act.HANDLE_EVIDENCE, Act.REQUEST_REMOVAL,
            Act.RAISE_DISCLOSURE, Act.DECIDE_DISCLOSURE,
            Act.CHECK_REMOVAL, Act.DECIDE_ON_SILENCE, Act.DECIDE_CHALLENGE, Act.REQUEST_COOPERATION, Act.AUTHORISE_ACCESS, Act.RECORD_FINDINGS,
            Act.REVIEW_FINDINGS,
            Act.COMPOSE_REFERRAL, Act.APPROVE_REFERRAL, Act.CHECK_DUTIES, Act.CLOSE, Act.WITHDRAW, Act.REOPEN, Act.PAUSE,
            Act.RESTRICT, Act.LIFT_RESTRICTION, Act.DECLARE_CONFLICT, Act.STEP_ASIDE, Act.LET_BACK,
            Act.CLEAR_NAMESAKE),
    REQUESTS(Act.REPLY, Act.SAY_OF_MINUTES),
    REFERRALS(Act.ANSWER_REFERRAL),
    ADMINISTRATION(Act.ADMINISTER, Act.CHANGE_POWERS, Act.CONFIRM_POWERS, Act.CONFIRM_TEAM, Act.CONFIRM_RESET, Act.CONFIRM_OPERATION,
            Act.WIPE, Act.KEEP_TOKENS, Act.MAKE_TOKEN, Act.CHANGE_SECOND_FACTOR, Act.LINK_PROVIDER, Act.OPERATE, Act.OPERATE_BOARDS),
    AUDIT(Act.SEE_AUDIT);

    /** What is asked on the way in, and what no token reaches by itself. */
    private static final Set<Act> WITHOUT = EnumSet.of(Act.ENTER, Act.CLOCKWORK, Act.INTERNAL);

    private final Set<Act> acts;

    Scope(Act... acts) {
        this.acts = Set.of(acts);
    }

    /** Every scope: pages, the clockwork, demonstration tokens. */
    public static Set<Scope> all() {
        return Set.of(values());
    }

    /** The scope an act belongs to; none for the acts that need none. */
    public static Optional<Scope> of(Act act) {
        for (Scope scope : values()) {
            if (scope.acts.contains(act)) {
                return Optional.of(scope);
            }
        }
        return act.name().startsWith("SEE_") ? Optional.of(READ) : Optional.empty();
    }

    /** Whether the caller's scopes cover that act. An act nobody has put into a scope is closed to a narrowed token. */
    static boolean covers(Caller caller, Act act) {
        return WITHOUT.contains(act) || caller.scopes().size() == values().length
                || of(act).filter(caller.scopes()::contains).isPresent();
    }

    static boolean isNeeded(Act act) {
        return !WITHOUT.contains(act);
    }
}
