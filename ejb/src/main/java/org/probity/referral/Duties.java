package org.probity.referral;

import java.time.LocalDate;

/**
 * What the officer found when checking the duties that follow from an outcome. The duty to refer is normally the
 * employer's; the board makes sure that somebody thought of it.
 *
 * @param dbsConsidered whether the barring duty was looked at; must be so
 * @param dbsReferred whether a referral to the Disclosure and Barring Service was made, by whomever
 * @param regulator code of a regulator in the duty texts, or empty where none applies
 * @param regulatorToldOn when the regulator was told, or null where it was not
 * @param note who does what, or why nothing is due; required
 */
public record Duties(boolean dbsConsidered, boolean dbsReferred, String regulator, LocalDate regulatorToldOn,
        String note) {
}
