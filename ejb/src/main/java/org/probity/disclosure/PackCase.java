package org.probity.disclosure;

import java.util.Set;

/**
 * What a pack is made for: one round of telling an employer about a case.
 *
 * @param referralId of whatever keeps the rounds
 * @param setId the agreed findings
 * @param organisationId whom it is for
 * @param reasons why the employer is told
 * @param summary what happened; null until a pack was composed
 * @param letters file names of the letters that told the subject of any round: another employer has no business with them
 */
public record PackCase(Long referralId, int round, String reference, Long setId, Long organisationId, String reasons, String summary,
        Set<String> letters) {
}
