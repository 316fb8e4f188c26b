package org.probity.detection;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.probity.access.Act;
import org.probity.access.CaseExclusions;
import org.probity.access.Guarded;
import org.probity.access.Permitted;
import org.probity.access.Role;
import org.probity.audit.Audit;
import org.probity.calendar.WorkingDays;
import org.probity.investigation.Investigation;
import org.probity.investigation.Investigations;
import org.probity.investigation.Stage;
import org.probity.kernel.Days;
import org.probity.member.Member;
import org.probity.member.Members;
import org.probity.notification.Outbox;

/** What the clockwork does during detection: the conflict check and the time to tell the designated officer. */
@Stateless
@Guarded
public class SafeguardingClock {

    @Inject
    private Investigations investigations;

    @Inject
    private SuspectedImages images;

    @Inject
    private CaseExclusions caseExclusions;

    @Inject
    private WorkingDays workingDays;

    @Inject
    private Practice practice;

    @Inject
    private Members members;

    @Inject
    private Outbox outbox;

    @Inject
    private Audit audit;

    /** Whoever the concern means, or may mean, has lost sight of it as it was taken in (see {@code NameWalls}); here that is told. */
    @Permitted(Act.CLOCKWORK)
    public void checkConflicts(String reference) {
        int walled = caseExclusions.of(reference).size();
        if (walled > 0) {
            investigations.lock(reference);
            audit.record("detection.conflict", reference, "investigation", null, null, Map.of("walled", walled));
        }
    }

    /**
     * By when the designated officer must be told, counted from when the concern came in or the case was opened again at its detection;
     * past detection, from when an indecent image was suspected. How long that is, is a dated rule of the country's practice pack.
     */
    @Permitted(Act.CLOCKWORK)
    public Instant tellingDue(String reference) {
        List<SuspectedImage> untold = images.untold(reference);
        Investigation investigation = investigations.byReference(reference);
        boolean detecting = investigation.stage() == Stage.DETECTION || untold.isEmpty();
        Instant from = detecting ? investigations.detectionBegan(investigation) : untold.get(0).since();
        PracticeRule.Time time = practice.ruleOn(Practice.TELLING, Days.of(from)).time();
        if (time.unit() == PracticeRule.Unit.WORKING_DAY) {
            return workingDays.plus(from, time.amount());
        }
        Instant due = from.plus(time.amount(), ChronoUnit.HOURS);
        return time.nextWorkingDay() && !workingDays.isWorkingDay(Days.of(due)) ? workingDays.plus(from, 1) : due;
    }

    /**
     * The time to tell has passed, whichever step of detection waits: officers and leads are reminded, once in each detection of the
     * case, and for each suspected image.
     */
    @Permitted(Act.CLOCKWORK)
    public void remindTelling(String reference) {
        String key = "telling/" + reference + "/" + investigations.detection(investigations.lock(reference)) + "/"
                + images.untold(reference).stream().findFirst().map(image -> image.processKey() + "/").orElse("");
        for (Role role : new Role[] {Role.OFFICER, Role.LEAD}) {
            for (Member member : members.with(role, reference)) {
                outbox.queue(key + member.id(), member.name(), member.email(), members.language(member),
                        "safeguarding.due", reference, "investigations/" + reference);
            }
        }
        audit.record("detection.telling-overdue", reference, "investigation", null, null, null);
    }

    /** Open cases past their detection in which an image is suspected that nobody is asked to tell the designated officer of. */
    @Permitted(Act.CLOCKWORK)
    public List<String> unasked() {
        return images.unasked();
    }

    /** Somebody is asked in that case now, where it still is so. */
    @Permitted(Act.CLOCKWORK)
    public void askToTell(String reference) {
        Investigation investigation = investigations.lock(reference);
        if (!investigation.stage().ended()) {
            images.askToTell(investigation);
        }
    }
}
