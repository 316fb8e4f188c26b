package org.probity.access;

import static org.probity.access.Condition.ANOTHER_OR_A_DAY;
import static org.probity.access.Condition.FRESH;
import static org.probity.access.Condition.NOBODY_ELSE;
import static org.probity.access.Condition.NOT_APPROVER;
import static org.probity.access.Condition.NOT_A_PARTY;
import static org.probity.access.Condition.NOT_INVESTIGATOR;
import static org.probity.access.Condition.NOT_REVIEWER;
import static org.probity.access.Condition.PARENT_ORGANISATION;
import static org.probity.access.Condition.RECEIPT;
import static org.probity.access.Condition.SECOND_FACTOR;
import static org.probity.access.Condition.SECOND_PERSON;
import static org.probity.access.Grant.anybody;
import static org.probity.access.Grant.asked;
import static org.probity.access.Grant.inCase;
import static org.probity.access.Grant.inSight;
import static org.probity.access.Grant.members;
import static org.probity.access.Role.ADMINISTRATOR;
import static org.probity.access.Role.AUDITOR;
import static org.probity.access.Role.EMPLOYEE;
import static org.probity.access.Role.HR;
import static org.probity.access.Role.LEAD;
import static org.probity.access.Role.MANAGER;
import static org.probity.access.Role.OFFICER;
import static org.probity.access.Role.OPERATOR;
import static org.probity.access.Role.PUBLIC;
import static org.probity.access.Role.SYSTEM;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.probity.kernel.Refusal;

/**
 * The matrix: who may do what, on which conditions. A row is an act; in it, each role that may, and what else must hold.
 * {@code members} are members of the board the act is at, {@code inSight} those of them who see the case: no wall stands
 * before them and, where it is restricted, they are on its team; {@code inCase} those of them who have no conflict of
 * interest left to answer; {@code asked} is each member in what they are asked themself, whatever else they are to the board.
 *
 * <p>{@link #INTERNAL} can only be reached from inside another act that was allowed, or by the clockwork.
 */
public enum Act {
    ENTER(anybody(PUBLIC, OFFICER, LEAD, HR, EMPLOYEE, MANAGER, ADMINISTRATOR, AUDITOR, OPERATOR, SYSTEM)),
    REPORT_CONCERN(anybody(PUBLIC, OFFICER, LEAD, HR, EMPLOYEE, MANAGER, ADMINISTRATOR, AUDITOR)),
    FOLLOW_CONCERN(anybody(PUBLIC, OFFICER, LEAD, HR, EMPLOYEE, MANAGER, ADMINISTRATOR, AUDITOR).when(RECEIPT)),
    SEE_POLICY(anybody(PUBLIC, OFFICER, LEAD, HR, EMPLOYEE, MANAGER, ADMINISTRATOR, AUDITOR, SYSTEM)),
    SEE_OWN_WORK(inSight(OFFICER, LEAD, MANAGER), members(HR).when(NOT_A_PARTY, PARENT_ORGANISATION), asked()),
    SEE_INVESTIGATION(inCase(OFFICER, LEAD)),
    SEE_TIMELINE(inCase(OFFICER, LEAD), members(AUDITOR).when(NOT_A_PARTY)),
    SEE_DIRECTORY(members(OFFICER, LEAD, ADMINISTRATOR)),
    SEE_PEOPLE(inCase(OFFICER, LEAD)),
    NOTE(inCase(OFFICER, LEAD)),
    ASK_REPORTER(inCase(OFFICER, LEAD)),
    POST_LETTER(inCase(OFFICER, LEAD)),
    INVESTIGATE(inCase(OFFICER).when(NOT_REVIEWER, NOT_APPROVER)),
    FORBID_CONTACT(inCase(OFFICER, LEAD)),
    SUSPECT_IMAGE(inCase(OFFICER, LEAD)),
    RAISE_DISCLOSURE(inCase(OFFICER, LEAD)),
    DECIDE_DISCLOSURE(inCase(LEAD).when(NOT_INVESTIGATOR, SECOND_PERSON)),
    HANDLE_EVIDENCE(inCase(OFFICER, LEAD)),
    REQUEST_REMOVAL(inCase(OFFICER).when(NOT_REVIEWER, NOT_APPROVER)),
    CHECK_REMOVAL(inCase(OFFICER).when(NOT_REVIEWER, NOT_APPROVER)),
    DECIDE_ON_SILENCE(inCase(OFFICER).when(NOT_REVIEWER, NOT_APPROVER)),
    DECIDE_CHALLENGE(inCase(LEAD).when(NOT_INVESTIGATOR, NOT_REVIEWER)),
    SEE_OWN_REQUESTS(asked()),
    SEE_REQUESTS(inCase(OFFICER, LEAD), asked()),
    SAY_OF_MINUTES(asked()),
    REPLY(asked(), inCase(OFFICER).when(NOT_REVIEWER, NOT_APPROVER)),
    REQUEST_COOPERATION(inCase(OFFICER).when(NOT_REVIEWER, NOT_APPROVER)),
    AUTHORISE_ACCESS(inCase(LEAD).when(NOT_INVESTIGATOR, NOT_REVIEWER)),
    RECORD_FINDINGS(inCase(OFFICER).when(NOT_REVIEWER, NOT_APPROVER)),
    REVIEW_FINDINGS(inCase(LEAD, OFFICER).when(NOT_INVESTIGATOR, NOT_APPROVER)),
    COMPOSE_REFERRAL(inCase(OFFICER).when(NOT_REVIEWER, NOT_APPROVER)),
    APPROVE_REFERRAL(inCase(LEAD).when(NOT_INVESTIGATOR, NOT_REVIEWER)),
    SEE_REFERRALS(members(HR).when(NOT_A_PARTY, PARENT_ORGANISATION), inCase(OFFICER, LEAD)),
    ANSWER_REFERRAL(members(HR).when(NOT_A_PARTY, PARENT_ORGANISATION)),
    CHECK_DUTIES(inCase(OFFICER)),
    CLOSE(inCase(OFFICER)),
    WITHDRAW(inCase(OFFICER, LEAD)),
    REOPEN(inCase(LEAD)),
    PAUSE(inCase(OFFICER, LEAD)),
    RESTRICT(inCase(OFFICER, LEAD)),
    LIFT_RESTRICTION(inCase(LEAD)),
    DECLARE_CONFLICT(inSight(OFFICER, LEAD)),
    STEP_ASIDE(inSight(OFFICER, LEAD)),
    LET_BACK(inCase(LEAD)),
    CLEAR_NAMESAKE(inCase(OFFICER, LEAD)),
    SEE_AUDIT(members(AUDITOR).when(NOT_A_PARTY)),
    KEEP_TOKENS(members(OFFICER, LEAD, HR, EMPLOYEE, MANAGER, ADMINISTRATOR, AUDITOR)),
    MAKE_TOKEN(members(OFFICER, LEAD, HR, EMPLOYEE, MANAGER, ADMINISTRATOR, AUDITOR).when(FRESH)),
    CHANGE_SECOND_FACTOR(anybody(PUBLIC, OFFICER, LEAD, HR, EMPLOYEE, MANAGER, ADMINISTRATOR, AUDITOR, OPERATOR).when(FRESH)),
    LINK_PROVIDER(anybody(PUBLIC, OFFICER, LEAD, HR, EMPLOYEE, MANAGER, ADMINISTRATOR, AUDITOR, OPERATOR).when(FRESH)),
    ADMINISTER(members(ADMINISTRATOR)),
    CHANGE_POWERS(members(ADMINISTRATOR).when(FRESH)),
    SEE_POWERS(members(LEAD, ADMINISTRATOR, AUDITOR)),
    SEE_WAITING_POWERS(members(ADMINISTRATOR), anybody(OPERATOR).when(SECOND_FACTOR)),
    CONFIRM_POWERS(members(ADMINISTRATOR).when(FRESH, SECOND_PERSON), anybody(OPERATOR).when(SECOND_FACTOR, FRESH, SECOND_PERSON, NOBODY_ELSE)),
    CONFIRM_TEAM(members(LEAD, AUDITOR).when(NOT_A_PARTY, FRESH, SECOND_PERSON)),
    CONFIRM_RESET(members(ADMINISTRATOR).when(FRESH, SECOND_PERSON)),
    OPERATE(anybody(OPERATOR).when(SECOND_FACTOR)),
    OPERATE_BOARDS(anybody(OPERATOR).when(SECOND_FACTOR, FRESH)),
    WIPE(anybody(OPERATOR).when(SECOND_FACTOR, FRESH, ANOTHER_OR_A_DAY)),
    CONFIRM_OPERATION(anybody(OPERATOR).when(SECOND_FACTOR, FRESH, SECOND_PERSON)),
    CLOCKWORK(anybody(SYSTEM)),
    INTERNAL(anybody(SYSTEM));

    private final List<Grant> grants;

    Act(Grant... grants) {
        this.grants = List.of(grants);
    }

    /** The roles that may do this. */
    public Set<Role> roles() {
        return grants.stream().flatMap(grant -> grant.roles().stream()).collect(Collectors.toUnmodifiableSet());
    }

    /** On which conditions that role may do this, each of these sets being enough; none where it may not. */
    public List<Set<Condition>> conditions(Role role) {
        return grants.stream().filter(grant -> grant.roles().contains(role)).map(Grant::conditions).toList();
    }

    /** Who may do this, in one part for each set of conditions. */
    public List<Grant> grants() {
        return grants;
    }

    /** Whether one of the caller's roles, and the scopes of their token, allow this; conditions are not asked. */
    public boolean allows(Caller caller) {
        return isOpenTo(caller) && Scope.covers(caller, this);
    }

    /** The same at the board where the work is now. */
    boolean allowsHere(Caller caller) {
        return grants.stream().anyMatch(grant -> grant.isOpenHere(caller)) && Scope.covers(caller, this);
    }

    /** Whether one of the caller's roles may do this. */
    boolean isOpenTo(Caller caller) {
        return grants.stream().anyMatch(grant -> grant.isFor(caller));
    }

    /** What the caller has to show of themself before they may do any of these here; nothing where they may, or never will. */
    public static Optional<Condition> lacking(Caller caller, Collection<Act> acts) {
        if (acts.stream().anyMatch(act -> act.allowsHere(caller))) {
            return Optional.empty();
        }
        Caller proven = caller.proving(Condition.PROOFS);
        return acts.stream().filter(act -> act.allowsHere(proven)).flatMap(act -> act.grants.stream())
                .filter(grant -> grant.isOpenHere(proven)).flatMap(grant -> grant.lacking(caller).stream()).sorted().findFirst();
    }

    /** @throws Refusal FORBIDDEN where the caller may do none of these here */
    public static void requireAny(Caller caller, Collection<Act> acts) {
        if (acts.stream().noneMatch(act -> act.allowsHere(caller))) {
            throw refusal(caller, acts);
        }
    }

    /** What to tell somebody who may do none of these: whether it is the role that is missing, a proof, or the token's scope. */
    static Refusal refusal(Caller caller, Collection<Act> acts) {
        Optional<Condition> proof = lacking(caller, acts);
        if (proof.isPresent()) {
            return CurrentOrigin.get().channel().equals(Origin.API) ? Refusal.forbidden("identity.refused.atAPage") : new Unproven(proof.get());
        }
        Optional<Act> narrowed = acts.stream().filter(act -> act.isOpenTo(caller) && !Scope.covers(caller, act)).findFirst();
        return narrowed.map(act -> Refusal.forbidden("identity.refused.scope", Scope.of(act).map(Scope::name).orElse("-")))
                .orElseGet(() -> Refusal.forbidden("identity.refused.role"));
    }
}
