package org.probity.cooperation;

/** The ladder of what may be asked, the least intrusive first. */
public enum CooperationKind {
    CONFIRM_ACCOUNT, STATEMENT, MEETING, OWN_EXPORT, SUPERVISED_LOOK, ACCESS;

    /** Whether people are to meet. */
    public boolean meets() {
        return this == MEETING || this == SUPERVISED_LOOK;
    }

    /** Whether it may put to the subject what is alleged; a statement is always one on that. */
    public boolean puts() {
        return this == STATEMENT || this == MEETING;
    }

    /** Whether it says what would be looked at. */
    public boolean looks() {
        return this == SUPERVISED_LOOK || this == ACCESS;
    }

    /** Whether a lead must allow it before the subject is asked. */
    public boolean needsAuthority() {
        return this == ACCESS;
    }

    /** Whether agreeing leads to something that takes place; otherwise only the answer itself counts. */
    public boolean happens() {
        return meets() || this == ACCESS;
    }
}
