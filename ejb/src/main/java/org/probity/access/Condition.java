package org.probity.access;

import java.util.EnumSet;
import java.util.Set;
import org.probity.account.AccountSession;

/**
 * What has to hold, beside the role, before somebody may do an act. A condition about a person and one thing of a case is
 * looked up where that thing is loaded; {@code MatrixTest} proves of every service method that it asks for each condition
 * its act names.
 */
public enum Condition {

    /** Is a member of the board the act is at. Asked by the {@link PermissionInterceptor}. */
    OWN_BOARD("B"),

    /**
     * No wall stands between them and the case: they are not named in it as subject, witness or complainant, nobody of
     * their name is, and they have not stepped aside. Asked by the Door for an {@link OfCase}, by {@link CaseExclusions#notNamed}
     * and {@link CaseExclusions#inSight} in queries.
     */
    NOT_A_PARTY("P"),

    /** Is on the named team, where the case is restricted to one. Asked where {@link #NOT_A_PARTY} is. */
    ON_THE_TEAM("T"),

    /** Has said why it is no conflict that they share an organisation or a name with somebody in the case. */
    CONFLICT_ANSWERED("Q"),

    /** Has not investigated the case. See {@link Capacity}. */
    NOT_INVESTIGATOR("i"),

    /** Has not reviewed the findings of the case. */
    NOT_REVIEWER("r"),

    /** Has not decided over the case. */
    NOT_APPROVER("a"),

    /** Belongs to the parent organisation the referral was sent to. */
    PARENT_ORGANISATION("O"),

    /** Is the subject themself, and was asked. */
    SUBJECT("S"),

    /** Holds the receipt code of the concern. */
    RECEIPT("C"),

    /** Neither asked for it themself nor is the one it is about. */
    SECOND_PERSON("D"),

    /** Did not ask for it themself, or did so a day ago. */
    ANOTHER_OR_A_DAY("W"),

    /** The board has nobody of its own who could confirm it. */
    NOBODY_ELSE("N"),

    /** Has shown a second factor in this session. Asked by the Door, of {@link Caller#proofs}. */
    SECOND_FACTOR("2"),

    /**
     * Has shown who they are within the last {@link AccountSession#FRESH}, at a page: no token ever has. Asked by the Door, of
     * {@link Caller#proofs}.
     */
    FRESH("F");

    /** What the Door looks for in what the caller has shown of themself, in the order in which it is asked for. */
    static final Set<Condition> PROOFS = EnumSet.of(SECOND_FACTOR, FRESH);

    private final String letter;

    Condition(String letter) {
        this.letter = letter;
    }

    /** One letter, for tables. */
    public String letter() {
        return letter;
    }
}
