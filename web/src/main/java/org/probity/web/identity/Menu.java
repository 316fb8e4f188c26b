package org.probity.web.identity;

import java.util.Set;
import java.util.function.BooleanSupplier;
import org.probity.access.Act;
import org.probity.access.Caller;
import org.probity.access.Role;

/** What the navigation offers, in this order, each to whoever may open it. Text: {@code frame.menu.<name>}. */
enum Menu {
    WORKLIST("worklist", Role.OFFICER),
    APPROVALS("approvals", Role.LEAD),
    INVESTIGATIONS("investigations", Act.SEE_INVESTIGATION),
    REPORT("report", Role.OFFICER, Role.LEAD, Role.EMPLOYEE, Role.MANAGER, Role.ADMINISTRATOR),
    REQUESTS("requests", Role.EMPLOYEE),
    REFERRALS("/referrals", Role.HR),
    POLICY("policy", Role.OFFICER, Role.LEAD, Role.HR, Role.EMPLOYEE, Role.MANAGER, Role.ADMINISTRATOR, Role.AUDITOR),
    MEMBERS("members", Act.ADMINISTER),
    MATRIX("matrix", Act.ADMINISTER),
    SINGLE_SIGN_ON("single-sign-on", Act.ADMINISTER),
    TOKENS("tokens", Act.KEEP_TOKENS),
    AUDIT("audit", Act.SEE_AUDIT),
    OPERATOR("/operator", Act.OPERATE);

    private final String path;
    private final Set<Role> roles;

    Menu(String path, Act act) {
        this.path = path;
        this.roles = act.roles();
    }

    Menu(String path, Role... roles) {
        this.path = path;
        this.roles = Set.of(roles);
    }

    /** @param asked whether they were asked something themself, whatever their roles are */
    boolean offeredTo(Caller caller, BooleanSupplier asked) {
        return caller.roles().stream().anyMatch(roles::contains) || this == REQUESTS && asked.getAsBoolean();
    }

    /** Below the board, or from the root with a leading slash. */
    String path() {
        return path;
    }
}
