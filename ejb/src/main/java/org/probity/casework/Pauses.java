package org.probity.casework;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.probity.access.Act;
import org.probity.access.Guarded;
import org.probity.access.OfCase;
import org.probity.access.Permitted;
import org.probity.audit.Audit;
import org.probity.calendar.Standstill;
import org.probity.calendar.WorkingDays;
import org.probity.concern.UnseenCases;
import org.probity.exclusion.RestrictedCases;
import org.probity.investigation.ClocksResumed;
import org.probity.investigation.ContactStopped;
import org.probity.investigation.DeskMail;
import org.probity.investigation.Investigation;
import org.probity.investigation.Investigations;
import org.probity.kernel.Checks;
import org.probity.kernel.Quota;
import org.probity.kernel.Refusal;
import org.probity.notification.Outbox;
import org.probity.worklist.Processes;
import org.probity.worklist.Work;

/**
 * Stops the clocks of a case, as when the police ask for it, and lets them run again from where they stood; but not the time to tell the
 * designated officer, which the law sets. A case that nobody
 * thinks of would stand still for good: so its leads, and its whole team where it is restricted, hear of it at once, and they and
 * its officer every two weeks. No clock starts it again by itself, since the subject would be written to.
 */
@Stateless
@Guarded
public class Pauses {

    /** Of one case in a day: each is told to everybody who leads. */
    static final int MOST_A_DAY = 10;

    private static final String PAUSED = "investigation.paused";

    private static final Duration EVERY = Duration.ofDays(14);

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Investigations investigations;

    @Inject
    private DeskMail mail;

    @Inject
    private Outbox outbox;

    @Inject
    private UnseenCases unseen;

    @Inject
    private RestrictedCases restricted;

    @Inject
    private WorkingDays days;

    @Inject
    private Processes processes;

    @Inject
    private Work work;

    @Inject
    private Audit audit;

    @Inject
    private Event<ClocksResumed> resumed;

    @Inject
    private Event<ContactStopped> contactStopped;

    @Inject
    private Clock clock;

    /** @throws Refusal INVALID on {@code reasons}, STATE where the case has ended or is paused already or was too often within a day, or no lead or nobody else may see it */
    @Permitted(Act.PAUSE)
    public void pause(@OfCase String reference, String reasons) {
        Investigation investigation = investigations.locked(reference);
        new Checks().text("reasons", reasons, Checks.LONG_TEXT).done();
        unseen.requireWitness(reference);
        Quota.require(MOST_A_DAY, entities.createQuery("select count(a) from AuditEntry a where a.reference = :reference and a.act = :paused and a.at > :since",
                Long.class).setParameter("reference", reference).setParameter("paused", PAUSED).setParameter("since", clock.instant().minus(Duration.ofDays(1))),
                "investigation.refused.manyPauses");
        investigation.pause(clock.instant());
        processes.suspend(reference);
        outbox.hold(reference);
        audit.record(PAUSED, reference, "investigation", investigation.id(), null, Map.of("reasons", reasons));
        mail.leads(reference, key(investigation, 0), PAUSED);
        restricted.tellTeam(reference, key(investigation, 0), PAUSED);
    }

    /** Every case that has stood still for two weeks more: whoever leads it, and the leads of the board, are told once. */
    @Permitted(Act.CLOCKWORK)
    public void remind() {
        Instant now = clock.instant();
        entities.createQuery("select i from Investigation i where i.pausedAt <= :since order by i.id", Investigation.class)
                .setParameter("since", now.minus(EVERY)).setLockMode(LockModeType.PESSIMISTIC_WRITE).getResultList().forEach(i -> {
                    String key = key(i, Duration.between(i.pausedAt(), now).dividedBy(EVERY));
                    mail.officer(i.reference(), key, "investigation.stillPaused");
                    mail.leads(i.reference(), key, "investigation.stillPaused");
                    restricted.remind(i.reference(), key);
                });
    }

    private static String key(Investigation investigation, long time) {
        return "investigation/" + investigation.id() + "/paused/" + investigation.pausedAt().getEpochSecond() + "/" + time;
    }

    /** Every deadline that stood moves by the working days that the case stood still. @throws Refusal STATE where it is not paused */
    @Permitted(Act.PAUSE)
    public void resume(@OfCase String reference) {
        Investigation investigation = investigations.locked(reference);
        if (investigation.pausedAt() == null) {
            throw Refusal.state("investigation.refused.notPaused");
        }
        Standstill stood = days.stood(investigation.pausedAt(), clock.instant(), investigation.contact().given());
        investigation.contact().gave(stood);
        investigation.resume(contactStopped(investigation, stood));
        processes.resume(reference, stood);
        work.shift(reference, stood.from(), stood);
        resumed.fire(new ClocksResumed(reference, stood));
        if (investigation.contactAllowed()) {
            outbox.letGo(reference);
        } else {
            contactStopped.fire(new ContactStopped(reference));
        }
        audit.record("investigation.resumed", reference, "investigation", investigation.id(), null,
                Map.of("stoodHours", Duration.between(stood.from(), stood.to()).toHours()));
    }

    /** What all clocks stood is given back now: of the time without contact only what was before is left, counted back from now. */
    private Instant contactStopped(Investigation investigation, Standstill stood) {
        Instant since = investigation.contact().stoppedAt();
        return since == null ? null : days.before(stood.to(), since, stood.from());
    }
}
