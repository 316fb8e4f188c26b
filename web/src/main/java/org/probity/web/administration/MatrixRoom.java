package org.probity.web.administration;

import java.util.List;
import org.probity.identity.Act;

/** Acts that are read together in the matrix. */
public enum MatrixRoom {
    ENTRANCE(Act.ENTER, Act.REPORT_CONCERN, Act.FOLLOW_CONCERN, Act.SEE_POLICY, Act.KEEP_TOKENS, Act.MAKE_TOKEN,
            Act.LINK_PROVIDER),
    READING(Act.SEE_OWN_WORK, Act.SEE_INVESTIGATION, Act.SEE_TIMELINE, Act.HANDLE_EVIDENCE, Act.NOTE, Act.SEE_DIRECTORY),
    SIGHT(Act.DECLARE_CONFLICT, Act.STEP_ASIDE, Act.LET_BACK, Act.CLEAR_NAMESAKE, Act.RESTRICT, Act.LIFT_RESTRICTION),
    INVESTIGATION(Act.INVESTIGATE, Act.REQUEST_REMOVAL, Act.CHECK_REMOVAL, Act.DECIDE_ON_SILENCE, Act.REQUEST_COOPERATION, Act.DECIDE_CHALLENGE,
            Act.AUTHORISE_ACCESS, Act.SEE_OWN_REQUESTS, Act.SEE_REQUESTS, Act.REPLY),
    REFERRAL(Act.RECORD_FINDINGS, Act.COMPOSE_REFERRAL, Act.REVIEW_FINDINGS, Act.APPROVE_REFERRAL, Act.SEE_REFERRALS, Act.ANSWER_REFERRAL,
            Act.CHECK_DUTIES),
    COURSE(Act.PAUSE, Act.WITHDRAW, Act.CLOSE, Act.REOPEN),
    OFFICE(Act.SEE_AUDIT, Act.ADMINISTER, Act.CHANGE_POWERS, Act.SEE_POWERS, Act.SEE_WAITING_POWERS,
            Act.CONFIRM_POWERS, Act.CONFIRM_TEAM, Act.CONFIRM_RESET, Act.CONFIRM_OPERATION, Act.WIPE, Act.OPERATE, Act.OPERATE_BOARDS, Act.CLOCKWORK, Act.INTERNAL);

    private final List<Act> acts;

    MatrixRoom(Act... acts) {
        this.acts = List.of(acts);
    }

    public List<Act> acts() {
        return acts;
    }
}
