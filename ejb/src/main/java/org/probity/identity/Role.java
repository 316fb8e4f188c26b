package org.probity.identity;

/** What a person is to a board. PUBLIC is anybody; SYSTEM is the board's clockwork. */
public enum Role {
    OFFICER, LEAD, HR, EMPLOYEE, MANAGER, ADMINISTRATOR, AUDITOR, OPERATOR, PUBLIC, SYSTEM
}
