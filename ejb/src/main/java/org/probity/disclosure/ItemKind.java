package org.probity.disclosure;

/** What can go into a disclosure pack, in the order it stands there. */
public enum ItemKind {
    FINDING, CLAUSE, EVIDENCE, REMOVAL_REQUEST, COOPERATION_REQUEST, REPLY_FILE, LETTER, NOTE;

    /** Whether its title is in somebody's own words; those of the others are ours, of a clause or a day. */
    public boolean titledByPeople() {
        return this == EVIDENCE || this == REPLY_FILE || this == LETTER;
    }

    /** Whether it goes in whole or not at all: what a policy says is public. */
    public boolean staysWhole() {
        return this == CLAUSE;
    }
}
