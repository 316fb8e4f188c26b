package org.probity.detection;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.probity.calendar.Standstill;
import org.probity.calendar.WorkingDays;
import org.probity.detection.GateAnswer.Gate;
import org.probity.investigation.ContactAllowed;
import org.probity.investigation.ContactStopped;
import org.probity.investigation.Investigation;
import org.probity.investigation.Stage;
import org.probity.kernel.Refusal;

/**
 * Whether the subject of a case may be contacted. While they may not, mail to them waits, the portal shows them nothing of the case
 * and their time to answer stands still, so that nobody's silence is counted whom nobody might write to.
 */
@Dependent
class SubjectContact {

    /** Detections of one case that are looked back on. */
    private static final int MOST = 50;

    @Inject
    private EntityManager entities;

    @Inject
    private Event<ContactStopped> stopped;

    @Inject
    private Event<ContactAllowed> again;

    @Inject
    private WorkingDays days;

    @Inject
    private Clock clock;

    void decide(Investigation investigation, boolean allowed) {
        Instant now = clock.instant();
        Instant since = investigation.contact().decide(allowed, now);
        String reference = investigation.reference();
        if (allowed) {
            Standstill stood = days.stood(since, now, investigation.contact().givenBeforeStop());
            investigation.contact().gave(stood);
            again.fire(new ContactAllowed(reference, stood));
        } else {
            stopped.fire(new ContactStopped(reference));
        }
    }

    /**
     * @throws Refusal STATE before the safeguarding gate is answered, or where the designated officer must be told and was not: because
     *         that answer says so, or because an indecent image was suspected since they were last told
     */
    void requireGatePassed(Investigation investigation) {
        Optional<GateAnswer> gate = answered(investigation.reference(), Gate.SAFEGUARDING);
        if (gate.filter(GateAnswer::mustTell).isPresent() && answered(investigation.reference(), Gate.DESIGNATED_OFFICER_TOLD).isEmpty()) {
            throw Refusal.state("detection.refused.askFirst");
        }
        if (gate.isEmpty() || investigation.stage() == Stage.DETECTION) {
            throw Refusal.state("detection.refused.gatesFirst");
        }
        if (investigation.hardStop() && (isUntold(investigation.reference()) || !toldOfImage(investigation.reference()))) {
            throw Refusal.state("detection.refused.image");
        }
    }

    /** Whether an indecent image is suspected in a case past its detection in which the designated officer has not been told of it. */
    boolean owesTelling(Investigation investigation) {
        return investigation.hardStop() && investigation.stage() != Stage.DETECTION && !toldOfImage(investigation.reference());
    }

    /** Whether somebody outside must still be told, at whatever stage: by the last answer at the gate, or since an indecent image is suspected. */
    boolean leavesUntold(Investigation investigation) {
        String reference = investigation.reference();
        return investigation.hardStop() && (isUntold(reference) || !toldOfImage(reference))
                || answered(reference, Gate.SAFEGUARDING).filter(GateAnswer::mustTell)
                        .filter(gate -> all(reference, Gate.DESIGNATED_OFFICER_TOLD).noneMatch(told -> told.round() >= gate.round())).isPresent();
    }

    private boolean isUntold(String reference) {
        return !entities.createQuery("select s.id from SuspectedImage s where s.reference = :reference and s.toldAt is null", Long.class)
                .setParameter("reference", reference).setMaxResults(1).getResultList().isEmpty();
    }

    private boolean toldOfImage(String reference) {
        int suspected = all(reference, Gate.URGENT).filter(GateAnswer::suspectsImage).mapToInt(GateAnswer::round).max().orElse(0);
        return all(reference, Gate.DESIGNATED_OFFICER_TOLD).anyMatch(told -> told.round() >= suspected);
    }

    private Optional<GateAnswer> answered(String reference, Gate gate) {
        return all(reference, gate).findFirst();
    }

    /** The last first. */
    private Stream<GateAnswer> all(String reference, Gate gate) {
        return entities.createQuery("select g from GateAnswer g where g.reference = :reference and g.gate = :gate order by g.id desc", GateAnswer.class)
                .setParameter("reference", reference).setParameter("gate", gate).setMaxResults(MOST).getResultList().stream();
    }
}
