package org.probity.detection;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.probity.access.Act;
import org.probity.access.Guarded;
import org.probity.access.OfCase;
import org.probity.access.Permitted;
import org.probity.access.Signature;
import org.probity.audit.Audit;
import org.probity.investigation.DeskMail;
import org.probity.investigation.Investigation;
import org.probity.investigation.Investigations;
import org.probity.kernel.Checks;
import org.probity.kernel.Quota;
import org.probity.kernel.Refusal;
import org.probity.worklist.Work;

/**
 * Says at any time, also once the case has ended, that an indecent image of a child is suspected. From then on no file comes into the
 * case or goes out of it, nobody contacts its subject, and the designated officer is told, in a step of its own with a time of its own;
 * what is kept longer for that is. Nobody takes it back.
 */
@Stateless
@Guarded
public class HardStops {

    /** Of one case. */
    static final int MOST = 20;

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Investigations investigations;

    @Inject
    private SubjectContact contact;

    @Inject
    private SuspectedImages images;

    @Inject
    private Retention retention;

    @Inject
    private Work work;

    @Inject
    private DeskMail desk;

    @Inject
    private Audit audit;

    @Inject
    private Clock clock;

    /**
     * Whoever of the desk has seen it, or has heard of it, says so at once, whatever their part in the case, also while it is paused or
     * has ended; nobody comes to investigate it by that.
     *
     * @throws Refusal INVALID on {@code words} and {@code externalReference}
     */
    @Permitted(Act.SUSPECT_IMAGE)
    public void suspect(@OfCase String reference, Suspicion suspicion) {
        Investigation investigation = investigations.locked(reference);
        new Checks().text("words", suspicion.words(), Checks.LONG_TEXT).max("externalReference", suspicion.externalReference(), 200)
                .that(suspicion.route() == null || !isBlank(suspicion.externalReference()), "externalReference", "kernel.refused.required").done();
        Quota.require(MOST, entities.createQuery("select count(s) from SuspectedImage s where s.reference = :reference", Long.class)
                .setParameter("reference", reference), "detection.refused.manyImages");
        SuspectedImage image = new SuspectedImage(reference, number(reference), suspicion, Signature.now(clock.instant()));
        entities.persist(image);
        entities.flush();
        investigation.stopFiles();
        investigation.urgent(investigation.urgency().withImage());
        work.urgent(reference, true);
        contact.decide(investigation, false);
        if (investigation.stage().ended()) {
            retention.raise(investigation, null);
        }
        images.askToTell(investigation);
        desk.everybody(reference, "image/" + image.id(), "investigation.imageSuspected");
        audit.record("detection.image", reference, "investigation", investigation.id(), null, told(suspicion));
    }

    private int number(String reference) {
        return 1 + entities.createQuery("select count(s) from SuspectedImage s where s.reference = :reference", Long.class)
                .setParameter("reference", reference).getSingleResult().intValue();
    }

    private static Map<String, Object> told(Suspicion suspicion) {
        Map<String, Object> told = new HashMap<>(Map.of("words", suspicion.words()));
        if (suspicion.route() != null) {
            told.put("route", suspicion.route().name());
            told.put("externalReference", suspicion.externalReference());
        }
        return told;
    }

    private static boolean isBlank(String text) {
        return text == null || text.isBlank();
    }
}
