package org.probity.policy;

import java.time.LocalDate;

/**
 * Fired in the act's transaction when what is in force changes on days that are over already. Whoever goes by what was in force
 * then refuses: by whichever cases there are, and telling nothing of their days.
 *
 * @param policyId the version that is in force no longer on them; null where none ends
 * @param first of those days
 * @param last of them, yesterday at the latest
 */
public record PolicyBackdated(Long policyId, LocalDate first, LocalDate last) {
}
