package org.probity.outcome;

import java.time.LocalDate;
import java.util.List;

/**
 * What the officer found when checking the duties that follow from an outcome. The duty to refer is normally the
 * employer's; the board makes sure that somebody thought of it.
 *
 * @param dbsConsidered whether the barring duty was looked at; must be so
 * @param dbsReferred whether a referral to the Disclosure and Barring Service was made, by whomever
 * @param dbsReferredBy who made it; required where it was made
 * @param dbsReferredOn the day it was made, today or earlier; required where it was made
 * @param dbsReference what the service knows it by, where it has one
 * @param dbsWhyNot why none was made; required where that duty follows and none was
 * @param regulators each regulator that was told, and when; one without a day was not
 * @param regulatorWhyNot why not every regulator was told who may have to be; required where one was not
 * @param note who does what, or why nothing is due; required
 * @param profession what the subject turned out to be, which says who may have to be told; null leaves what is known of it
 */
public record Duties(boolean dbsConsidered, boolean dbsReferred, String dbsReferredBy, LocalDate dbsReferredOn, String dbsReference,
        String dbsWhyNot, List<Told> regulators, String regulatorWhyNot, String note,
        String profession) {

    /**
     * A regulator that was told.
     *
     * @param regulator its code in the duty texts
     * @param toldOn the day, today or earlier; null where it was not told
     */
    public record Told(String regulator, LocalDate toldOn) {
    }

    public Duties {
        regulators = regulators == null ? List.of() : List.copyOf(regulators);
    }

    /** Those that were told. */
    public List<Told> told() {
        return regulators.stream().filter(one -> one.toldOn() != null).toList();
    }
}
