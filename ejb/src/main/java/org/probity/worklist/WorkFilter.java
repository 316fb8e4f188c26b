package org.probity.worklist;

/**
 * Which work is wanted.
 *
 * @param view whose
 * @param due by when
 */
public record WorkFilter(View view, Due due) {

    /**
     * MINE: mine to do. TEAM: everybody's with one of my roles. WAITING: what an employee or an employer has to do.
     * DECISIONS: what waits for a lead.
     */
    public enum View { MINE, TEAM, WAITING, DECISIONS }

    /** Days are London days. WEEK is the seven days from today. */
    public enum Due { ANY, OVERDUE, TODAY, WEEK }
}
