package org.probity.detection;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.probity.closure.ClosingWanted;
import org.probity.investigation.Investigation;
import org.probity.investigation.InvestigationEnded;
import org.probity.investigation.InvestigationReopened;
import org.probity.investigation.Investigations;
import org.probity.investigation.Stage;
import org.probity.kernel.Refusal;
import org.probity.worklist.Processes;
import org.probity.worklist.Work;

/** Suspected images of which the designated officer has not been told yet. No end of a case takes a duty to tell them. */
@Dependent
class SuspectedImages {

    private static final String TELLING = "tellDesignatedOfficer";

    /** Cases of a board that are looked at in one round. */
    private static final int AT_ONCE = 100;

    @Inject
    private EntityManager entities;

    @Inject
    private Investigations investigations;

    @Inject
    private SubjectContact contact;

    @Inject
    private Work work;

    @Inject
    private Processes processes;

    /** The oldest first. */
    List<SuspectedImage> untold(String reference) {
        return entities.createQuery("select s from SuspectedImage s where s.reference = :reference and s.toldAt is null order by s.number", SuspectedImage.class)
                .setParameter("reference", reference).setMaxResults(HardStops.MOST).getResultList();
    }

    /** Whether somebody is to be told of one although the case is past its detection: that is done after its end, too. */
    boolean tellsAnyway(String reference) {
        return !untold(reference).isEmpty() && investigations.byReference(reference).stage() != Stage.DETECTION;
    }

    /** In detection the gate asks for it, and where it is asked for already it is asked for once. No pause stops its clock. */
    void askToTell(Investigation investigation) {
        String reference = investigation.reference();
        if (investigation.stage() == Stage.DETECTION || work.isOpen(TELLING, reference, null)) {
            return;
        }
        untold(reference).stream().reduce((former, last) -> last).ifPresent(image -> processes.startAt("detection", TELLING, image.processKey(),
                Map.of("investigationId", investigation.id(), "reference", reference)));
    }

    /** Open cases past their detection with one that nobody is asked to tell of. */
    List<String> unasked() {
        return entities.createQuery("select distinct s.reference from SuspectedImage s, Investigation i where i.reference = s.reference and s.toldAt is null "
                + "and i.endedAt is null and i.stage <> :detection and not exists (select 1 from WorkItem w where w.reference = s.reference "
                + "and w.task = :telling and w.open = true) order by s.reference", String.class)
                .setParameter("detection", Stage.DETECTION).setParameter("telling", TELLING).setMaxResults(AT_ONCE).getResultList();
    }

    /**
     * Of what nobody was told when the case ended, somebody is to be told now; whatever was allowed before, its subject is not contacted
     * until then. Where it is opened at its detection, the gate asks instead of a step that had been asked for after the end.
     */
    void again(@Observes InvestigationReopened reopened) {
        Investigation investigation = investigations.byReference(reopened.reference());
        if (isOwed(investigation)) {
            contact.decide(investigation, false);
        }
        if (investigation.stage() == Stage.DETECTION) {
            stopAsking(reopened.reference());
        }
        askToTell(investigation);
    }

    private boolean isOwed(Investigation investigation) {
        return !untold(investigation.reference()).isEmpty() || contact.owesTelling(investigation);
    }

    /** All of them are told of at once. @return whether there were any */
    boolean told(String reference, DesignatedOfficerContact officer, Instant now) {
        List<SuspectedImage> open = untold(reference);
        open.forEach(image -> image.told(officer, now));
        return !open.isEmpty();
    }

    /** A case is not closed before whoever must be told was told. @throws Refusal STATE */
    void hold(@Observes ClosingWanted wanted) {
        requireTold(wanted.reference());
    }

    /** Nor does any other end of it take that away, as withdrawing it would. @throws Refusal STATE */
    void lapse(@Observes InvestigationEnded ended) {
        requireTold(ended.reference());
    }

    private void requireTold(String reference) {
        Refusal.stateWhere(contact.leavesUntold(investigations.byReference(reference)), "detection.refused.untold");
    }

    private void stopAsking(String reference) {
        untold(reference).forEach(image -> processes.stop(image.processKey()));
    }
}
