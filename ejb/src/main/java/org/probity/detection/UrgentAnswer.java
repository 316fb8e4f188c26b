package org.probity.detection;

import org.probity.worklist.Urgency;

/**
 * The officer's answer at the urgent gate.
 *
 * @param danger somebody may be in danger now: 999
 * @param indecentImage an indecent image of a child is suspected: no upload, no copy, the address only
 * @param grooming grooming is suspected: CEOP or the police
 */
public record UrgentAnswer(boolean danger, boolean indecentImage, boolean grooming, String reasons) {

    Urgency urgency() {
        return new Urgency(danger, indecentImage, grooming);
    }
}
