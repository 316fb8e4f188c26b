package org.probity.detection;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.probity.audit.Audit;
import org.probity.calendar.WorkingDays;
import org.probity.identity.Act;
import org.probity.identity.Guarded;
import org.probity.identity.Member;
import org.probity.identity.Members;
import org.probity.identity.Permitted;
import org.probity.identity.Role;
import org.probity.investigation.Investigation;
import org.probity.investigation.Investigations;
import org.probity.investigation.Parties;
import org.probity.kernel.Days;
import org.probity.kernel.Language;
import org.probity.notification.Outbox;
import org.probity.tenancy.Board;
import org.probity.tenancy.Boards;

/** What the clockwork does during detection: the conflict check and the time to tell the designated officer. */
@Stateless
@Guarded
public class SafeguardingClock {

    @Inject
    private Investigations investigations;

    @Inject
    private Parties parties;

    @Inject
    private WorkingDays workingDays;

    @Inject
    private Boards boards;

    @Inject
    private Members members;

    @Inject
    private Outbox outbox;

    @Inject
    private Audit audit;

    /** Anybody the concern names who is a member of this board loses sight of it before anyone reads it. */
    @Permitted(Act.CLOCKWORK)
    public void checkConflicts(String reference) {
        int walled = parties.wallNamesakes(investigations.byReference(reference));
        if (walled > 0) {
            audit.record("detection.conflict", reference, "investigation", null, null, Map.of("walled", walled));
        }
    }

    /**
     * By when the designated officer must be told: one working day in England, 24 hours or the next working day in
     * Wales, counted from the day the concern came in.
     */
    @Permitted(Act.CLOCKWORK)
    public Instant tellingDue(String reference) {
        Investigation investigation = investigations.byReference(reference);
        Instant nextWorkingDay = workingDays.plus(investigation.openedAt(), 1);
        Instant day = investigation.openedAt().plus(24, ChronoUnit.HOURS);
        return boards.board().country() == Board.Country.WALES && workingDays.isWorkingDay(Days.of(day))
                ? day : nextWorkingDay;
    }

    /** The time to tell has passed: officers and leads are reminded, once. */
    @Permitted(Act.CLOCKWORK)
    public void remindTelling(String reference) {
        for (Role role : new Role[] {Role.OFFICER, Role.LEAD}) {
            for (Member member : members.with(role, reference)) {
                outbox.queue("telling/" + reference + "/" + member.id(), member.name(), member.email(), Language.EN,
                        "safeguarding.due", reference, "investigations/" + reference);
            }
        }
        audit.record("detection.telling-overdue", reference, "investigation", null, null, null);
    }
}
