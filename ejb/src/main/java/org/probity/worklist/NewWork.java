package org.probity.worklist;

import java.time.Instant;
import org.probity.access.Capacity;
import org.probity.access.Role;

/**
 * A step that now waits for somebody.
 *
 * @param taskId the engine's id of the waiting step
 * @param task id of the step in its process, such as {@code checkItems}
 * @param targetKind what it is about: {@code investigation}, {@code removal-request}, {@code cooperation-request},
 *        {@code referral}
 * @param about one short line for the list, usually the title of the investigation
 * @param memberId whose it is, or null for everybody with the role
 * @param accountId for whom in the portal, or null
 * @param organisationId for which parent organisation, or null
 * @param dueAt null where the step itself has no deadline
 * @param urgent whether the case is
 * @param severityRank where the severity of the case puts it among the work of one day, 0 first
 * @param capacity what doing it makes of somebody; null where anybody with the role may do it, whatever their part
 */
public record NewWork(String taskId, String task, String process, String reference, Long investigationId,
        String targetKind, Long targetId, String about, String stage, Role role, Long memberId, Long accountId,
        Long organisationId, Instant dueAt, boolean urgent, int severityRank, Capacity capacity) {
}
