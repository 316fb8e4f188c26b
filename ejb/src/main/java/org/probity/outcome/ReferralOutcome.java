package org.probity.outcome;

import java.time.LocalDate;

/**
 * What the parent organisation decided. Only its HR partner ever says so; the board neither proposes nor guesses it.
 *
 * @param decidedOn day of the decision, today or earlier
 * @param words what the employer wants the board to know; required with OTHER
 * @param appeal whether the person has appealed
 * @param appealWords what the appeal decided; required with DECIDED
 */
public record ReferralOutcome(Result result, LocalDate decidedOn, String words, Appeal appeal, String appealWords) {

    /** The employer's decision (000 cl. 6.2: up to dismissal). */
    public enum Result {
        NO_ACTION, ADVICE, TRAINING, WARNING, FINAL_WARNING, DISMISSAL, RESIGNED, OTHER
    }

    /** The right of appeal is the person's; one that is lodged later, and its end, are further entries. */
    public enum Appeal { NONE, LODGED, DECIDED }
}
