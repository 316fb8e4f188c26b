package org.probity.referral;

/** What can go into a disclosure pack, in the order it stands there. */
public enum ItemKind {
    FINDING, CLAUSE, EVIDENCE, REMOVAL_REQUEST, COOPERATION_REQUEST, REPLY_FILE, LETTER, NOTE
}
