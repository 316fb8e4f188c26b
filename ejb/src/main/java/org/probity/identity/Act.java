package org.probity.identity;

import static org.probity.identity.Role.ADMINISTRATOR;
import static org.probity.identity.Role.AUDITOR;
import static org.probity.identity.Role.EMPLOYEE;
import static org.probity.identity.Role.HR;
import static org.probity.identity.Role.LEAD;
import static org.probity.identity.Role.MANAGER;
import static org.probity.identity.Role.OFFICER;
import static org.probity.identity.Role.OPERATOR;
import static org.probity.identity.Role.PUBLIC;
import static org.probity.identity.Role.SYSTEM;

import java.util.EnumSet;
import java.util.Set;

/**
 * The matrix: which roles may do what. Conditions on top of the role (own request, own organisation, did not
 * investigate, not named in the file) are rules of the entities and queries.
 *
 * <p>{@link #INTERNAL} can only be reached from inside another act that was allowed, or by the clockwork.
 */
public enum Act {
    ENTER(PUBLIC, OFFICER, LEAD, HR, EMPLOYEE, MANAGER, ADMINISTRATOR, AUDITOR, OPERATOR, SYSTEM),
    REPORT_CONCERN(PUBLIC, OFFICER, LEAD, HR, EMPLOYEE, MANAGER, ADMINISTRATOR, AUDITOR),
    FOLLOW_CONCERN(PUBLIC, OFFICER, LEAD, HR, EMPLOYEE, MANAGER, ADMINISTRATOR, AUDITOR),
    SEE_OWN_WORK(OFFICER, LEAD, HR, EMPLOYEE, MANAGER),
    SEE_POLICY(PUBLIC, OFFICER, LEAD, HR, EMPLOYEE, MANAGER, ADMINISTRATOR, AUDITOR, SYSTEM),
    SEE_INVESTIGATION(OFFICER, LEAD),
    SEE_TIMELINE(OFFICER, LEAD, AUDITOR),
    SEE_DIRECTORY(OFFICER, LEAD, ADMINISTRATOR),
    INVESTIGATE(OFFICER),
    HANDLE_EVIDENCE(OFFICER, LEAD),
    REQUEST_REMOVAL(OFFICER),
    CHECK_REMOVAL(OFFICER),
    DECIDE_ON_SILENCE(OFFICER),
    DECIDE_CHALLENGE(LEAD),
    SEE_OWN_REQUESTS(EMPLOYEE),
    SEE_REQUESTS(OFFICER, LEAD, EMPLOYEE),
    REPLY(EMPLOYEE, OFFICER),
    REQUEST_COOPERATION(OFFICER),
    AUTHORISE_ACCESS(LEAD),
    RECORD_FINDINGS(OFFICER),
    REVIEW_FINDINGS(LEAD, OFFICER),
    COMPOSE_REFERRAL(OFFICER),
    APPROVE_REFERRAL(LEAD),
    SEE_REFERRALS(HR, OFFICER, LEAD),
    ANSWER_REFERRAL(HR),
    CHECK_DUTIES(OFFICER),
    CLOSE(OFFICER),
    WITHDRAW(OFFICER, LEAD),
    REOPEN(LEAD),
    PAUSE(OFFICER, LEAD),
    RESTRICT(OFFICER, LEAD),
    LIFT_RESTRICTION(LEAD),
    STEP_ASIDE(OFFICER, LEAD),
    LET_BACK(LEAD),
    SEE_AUDIT(AUDITOR),
    KEEP_TOKENS(OFFICER, LEAD, HR, EMPLOYEE, MANAGER, ADMINISTRATOR, AUDITOR),
    ADMINISTER(ADMINISTRATOR),
    OPERATE(OPERATOR),
    CLOCKWORK(SYSTEM),
    INTERNAL;

    private final Set<Role> roles;

    Act(Role... roles) {
        this.roles = roles.length == 0 ? EnumSet.noneOf(Role.class) : EnumSet.copyOf(Set.of(roles));
    }

    /** The roles that may do this. */
    public Set<Role> roles() {
        return Set.copyOf(roles);
    }

    /** Whether one of the caller's roles, and the scopes of their token, allow this. */
    public boolean allows(Caller caller) {
        return isOpenTo(caller) && Scope.covers(caller, this);
    }

    /** Whether one of the caller's roles may do this; the clockwork also does what is internal. */
    boolean isOpenTo(Caller caller) {
        return caller.roles().stream().anyMatch(roles::contains) || this == INTERNAL && caller.has(SYSTEM);
    }
}
