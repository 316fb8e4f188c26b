package org.probity.removal;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import org.probity.kernel.Checks;

/**
 * Private life and lawful free expression weighed in writing before anybody is asked to remove anything. The factors
 * are those of Higgs v Farmor's School (2025).
 *
 * @param whatWasSaid the content itself
 * @param tone how it was said
 * @param audience who could see it
 * @param workMentioned whether the work or the board was mentioned or can be recognised
 * @param effect on those the board serves
 * @param record the person's record, and whether this happened before
 * @param lessIntrusive what milder step was considered and why it is not enough
 * @param conclusion why asking is proportionate
 */
@Embeddable
public record Proportionality(
        @Column(name = "what_was_said", length = Checks.LONG_TEXT) String whatWasSaid,
        @Column(length = Checks.LONG_TEXT) String tone,
        @Column(length = Checks.LONG_TEXT) String audience,
        @Column(name = "work_mentioned", length = Checks.LONG_TEXT) String workMentioned,
        @Column(length = Checks.LONG_TEXT) String effect,
        @Column(name = "past_record", length = Checks.LONG_TEXT) String record,
        @Column(name = "less_intrusive", length = Checks.LONG_TEXT) String lessIntrusive,
        @Column(length = Checks.LONG_TEXT) String conclusion) {

    static final Proportionality UNANSWERED = new Proportionality(null, null, null, null, null, null, null, null);

    /** Every factor must be answered; a problem names the factor. */
    void check(Checks checks) {
        checks.text("whatWasSaid", whatWasSaid, Checks.LONG_TEXT)
                .text("tone", tone, Checks.LONG_TEXT)
                .text("audience", audience, Checks.LONG_TEXT)
                .text("workMentioned", workMentioned, Checks.LONG_TEXT)
                .text("effect", effect, Checks.LONG_TEXT)
                .text("record", record, Checks.LONG_TEXT)
                .text("lessIntrusive", lessIntrusive, Checks.LONG_TEXT)
                .text("conclusion", conclusion, Checks.LONG_TEXT);
    }
}
