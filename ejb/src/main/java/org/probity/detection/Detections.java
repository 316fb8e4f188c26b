package org.probity.detection;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.probity.access.Act;
import org.probity.access.Capacity;
import org.probity.access.Guarded;
import org.probity.access.OfCase;
import org.probity.access.Permitted;
import org.probity.audit.Audit;
import org.probity.casework.Team;
import org.probity.detection.GateAnswer.Gate;
import org.probity.investigation.Decision;
import org.probity.investigation.Investigation;
import org.probity.investigation.Investigations;
import org.probity.investigation.Stage;
import org.probity.kernel.Checks;
import org.probity.kernel.Json;
import org.probity.kernel.Quota;
import org.probity.kernel.Refusal;
import org.probity.worklist.Urgency;
import org.probity.worklist.Work;

/** The gates of detection. Each answer is kept as a row and moves the process on. */
@Stateless
@Guarded
public class Detections {

    private static final String TELLING = "tellDesignatedOfficer";

    private static final String CONTACT = "detection.contact";

    /** Of one case in a day. Beyond them it is only forbidden, never allowed. */
    static final int MOST_A_DAY = 20;

    private static final String FORBIDDEN = "detection.refused.forbidden";

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Investigations investigations;

    @Inject
    private SubjectContact contact;

    @Inject
    private SuspectedImages images;

    @Inject
    private Team team;

    @Inject
    private Work work;

    @Inject
    private Audit audit;

    @Inject
    private Clock clock;

    /**
     * Whatever the reporter said, the case is as urgent as this says from now on; but that an image is suspected is never taken back.
     *
     * @throws Refusal INVALID on {@code reasons}, STATE where this gate is not the next step
     */
    @Permitted(Act.INVESTIGATE)
    public void answerUrgentGate(@OfCase String reference, UrgentAnswer answer) {
        Investigation investigation = begin(reference);
        new Checks().text("reasons", answer.reasons(), Checks.LONG_TEXT).done();
        if (answer.indecentImage()) {
            investigation.stopFiles();
        }
        Urgency found = investigation.hardStop() ? answer.urgency().withImage() : answer.urgency();
        boolean urgent = found.urgent();
        investigation.urgent(found);
        work.urgent(reference, urgent);
        keep(investigation, Gate.URGENT, answer, answer.reasons());
        work.finish("answerUrgentGate", reference, null, Map.of("urgent", urgent));
    }

    /** The danger was reported outside. @throws Refusal INVALID on {@code route}, {@code externalReference}, {@code note} */
    @Permitted(Act.INVESTIGATE)
    public void reportDanger(@OfCase String reference, DangerReport report) {
        Investigation investigation = begin(reference);
        check(report);
        keep(investigation, Gate.DANGER_REPORTED, report, report.note());
        work.finish("reportDanger", reference, null, Map.of());
    }

    static void check(DangerReport report) {
        new Checks().required("route", report.route()).text("externalReference", report.externalReference(), 200)
                .max("note", report.note(), Checks.LONG_TEXT).done();
    }

    /**
     * Whether the designated officer must be told. Also while the case is paused: no pause stops the time to tell them, which runs with
     * this gate still open.
     *
     * @throws Refusal INVALID where the designated officer must be told by the tests or for a suspected image, on {@code reasons}, or where
     *         somebody forbade the contact that is allowed here, or the case is paused
     */
    @Permitted(Act.INVESTIGATE)
    public void answerSafeguardingGate(@OfCase String reference, SafeguardingAnswer answer) {
        Investigation investigation = investigations.locked(reference);
        investigation.requireOpen();
        team.acts(investigation, Capacity.INVESTIGATED);
        new Checks().text("reasons", answer.reasons(), Checks.LONG_TEXT)
                .that(answer.mustTell() || !answer.anyTestMet(), "mustTell", "detection.refused.mustTell")
                .that(answer.mustTell() || !investigation.hardStop(), "mustTell", "detection.refused.image")
                .that(!answer.mustTell() || !answer.mayContactSubject(), "mayContactSubject", "detection.refused.askFirst")
                .that(!answer.mayContactSubject() || !investigation.contact().forbidden(), "mayContactSubject", FORBIDDEN)
                .that(!answer.mayContactSubject() || investigation.pausedAt() == null, "mayContactSubject", "detection.refused.paused").done();
        contact.decide(investigation, answer.mayContactSubject());
        keep(investigation, Gate.SAFEGUARDING, answer, answer.reasons());
        if (!answer.mustTell()) {
            conclude(investigation);
        }
        work.finish("answerSafeguardingGate", reference, null, Map.of("mustTell", answer.mustTell()));
    }

    /**
     * The designated officer was told: in detection, or later where an indecent image is suspected of which they were not told, then also
     * after the end of the case. Also while the case is paused: no pause stops the time to tell them.
     *
     * @throws Refusal INVALID on {@code name}, {@code toldAt}, {@code advice}, on {@code imageTold} where an image is suspected and they
     *         do not know of it, on {@code mayContactSubject} where somebody forbade it or the case is paused or has ended; STATE where this is not the
     *         next step
     */
    @Permitted(Act.INVESTIGATE)
    public void tellDesignatedOfficer(@OfCase String reference, DesignatedOfficerContact designatedOfficerContact) {
        Investigation investigation = investigations.locked(reference);
        if (!images.tellsAnyway(reference)) {
            investigation.requireOpen();
        }
        team.acts(investigation, Capacity.INVESTIGATED);
        check(designatedOfficerContact, clock.instant());
        new Checks().that(!investigation.hardStop() || designatedOfficerContact.imageTold(), "imageTold", "detection.refused.imageNotTold")
                .that(!designatedOfficerContact.mayContactSubject() || !investigation.contact().forbidden(), "mayContactSubject", FORBIDDEN)
                .that(!designatedOfficerContact.mayContactSubject() || investigation.pausedAt() == null, "mayContactSubject", "detection.refused.paused")
                .that(!designatedOfficerContact.mayContactSubject() || !investigation.stage().ended(), "mayContactSubject", "detection.refused.ended").done();
        boolean detecting = investigation.stage() == Stage.DETECTION;
        boolean suspected = images.told(reference, designatedOfficerContact, clock.instant());
        boolean owed = contact.owesTelling(investigation);
        contact.decide(investigation, designatedOfficerContact.mayContactSubject());
        if (detecting || owed || !suspected) {
            keep(investigation, Gate.DESIGNATED_OFFICER_TOLD, designatedOfficerContact, designatedOfficerContact.advice());
        } else {
            audit.record("detection.designated_officer_told", reference, "investigation", investigation.id(), null, Json.parts(designatedOfficerContact));
        }
        if (detecting || !owed && !suspected) {
            conclude(investigation);
            work.finish(TELLING, reference, null, Map.of());
        } else if (work.isOpen(TELLING, reference, null)) {
            work.finish(TELLING, reference, null, Map.of());
        }
    }

    static void check(DesignatedOfficerContact designatedOfficerContact, Instant now) {
        new Checks().text("name", designatedOfficerContact.name(), 200).required("toldAt", designatedOfficerContact.toldAt()).moment("toldAt", designatedOfficerContact.toldAt())
                .that(designatedOfficerContact.toldAt() == null || !designatedOfficerContact.toldAt().isAfter(now), "toldAt", "detection.refused.toldLater")
                .max("externalReference", designatedOfficerContact.externalReference(), 200).text("advice", designatedOfficerContact.advice(), Checks.LONG_TEXT).done();
    }

    /**
     * The designated officer, or the police, now lets the subject be contacted. Never before the safeguarding gate; after the end of
     * the case only where it had been forbidden, so that they are told of the end.
     *
     * @throws Refusal INVALID on {@code reasons}, STATE before the gate and whoever must be told first, or where it is allowed, the case is
     *         paused, or it was changed too often within a day
     */
    @Permitted(Act.INVESTIGATE)
    public void allowContact(@OfCase String reference, String reasons) {
        Investigation investigation = investigations.locked(reference);
        if (!investigation.stage().ended() || investigation.contactAllowed()) {
            investigation.requireRunning();
        }
        team.acts(investigation, Capacity.INVESTIGATED);
        contact.requireGatePassed(investigation);
        Refusal.stateWhere(investigation.contactAllowed(), "detection.refused.allowedAlready");
        Quota.require(MOST_A_DAY, entities.createQuery("select count(a) from AuditEntry a where a.reference = :reference and a.act = :decided and a.at > :since",
                Long.class).setParameter("reference", reference).setParameter("decided", CONTACT).setParameter("since", clock.instant().minus(Duration.ofDays(1))),
                "detection.refused.manyChanges");
        decide(investigation, true, reasons);
    }

    /**
     * They no longer do. Whoever sees the case records it at once, whatever their part in it, also while it is paused; nobody comes to
     * investigate it by that.
     *
     * @throws Refusal INVALID on {@code reasons}, STATE where the case has ended, or somebody has recorded it already
     */
    @Permitted(Act.FORBID_CONTACT)
    public void forbidContact(@OfCase String reference, String reasons) {
        Investigation investigation = investigations.locked(reference);
        investigation.requireOpen();
        Refusal.stateWhere(investigation.contact().forbidden(), "detection.refused.forbiddenAlready");
        decide(investigation, false, reasons);
    }

    private void decide(Investigation investigation, boolean allowed, String reasons) {
        new Checks().text("reasons", reasons, Checks.LONG_TEXT).done();
        String reference = investigation.reference();
        Map<String, ?> before = Map.of("contactAllowed", investigation.contactAllowed());
        investigation.contact().forbid(!allowed);
        contact.decide(investigation, allowed);
        audit.record(CONTACT, reference, "investigation", investigation.id(), before,
                Map.of("contactAllowed", allowed, "reasons", reasons));
    }

    private Investigation begin(String reference) {
        Investigation investigation = investigations.running(reference);
        team.acts(investigation, Capacity.INVESTIGATED);
        return investigation;
    }

    private void keep(Investigation investigation, Gate gate, Object answer, String reasons) {
        entities.persist(new GateAnswer(investigation.reference(), investigations.detection(investigation), gate,
                Json.write(answer), reasons, clock.instant()));
        audit.record("detection." + gate.name().toLowerCase(Locale.ROOT), investigation.reference(), "investigation",
                investigation.id(), null, Json.parts(answer));
    }

    private void conclude(Investigation investigation) {
        investigations.move(investigation, investigation.decision() == Decision.INVESTIGATE ? Stage.INVESTIGATION
                : Stage.CLOSING, null);
    }
}
