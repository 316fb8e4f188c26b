package org.probity.closure;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.probity.access.Act;
import org.probity.access.Guarded;
import org.probity.access.OfCase;
import org.probity.access.Permitted;
import org.probity.audit.Audit;
import org.probity.concern.UnseenCases;
import org.probity.exclusion.RestrictedCases;
import org.probity.investigation.Closing;
import org.probity.investigation.Closure;
import org.probity.investigation.ContactStopped;
import org.probity.investigation.Investigation;
import org.probity.investigation.InvestigationEnded;
import org.probity.investigation.InvestigationReopened;
import org.probity.investigation.Investigations;
import org.probity.investigation.Stage;
import org.probity.kernel.Checks;
import org.probity.kernel.Days;
import org.probity.kernel.Quota;
import org.probity.kernel.Refusal;
import org.probity.notification.Outbox;
import org.probity.tenancy.Boards;
import org.probity.worklist.Processes;
import org.probity.worklist.Work;

/** Ends cases, and opens ended ones again. */
@Stateless
@Guarded
public class Closures {

    /** How often one case is opened again. */
    public static final int MOST_REOPENED = 30;

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Investigations investigations;

    @Inject
    private ClosureLetters letters;

    @Inject
    private Advice advice;

    @Inject
    private Outbox outbox;

    @Inject
    private UnseenCases unseen;

    @Inject
    private RestrictedCases restricted;

    @Inject
    private Boards boards;

    @Inject
    private Work work;

    @Inject
    private Processes processes;

    @Inject
    private Audit audit;

    @Inject
    private Event<ClosingWanted> wanted;

    @Inject
    private Event<InvestigationEnded> ended;

    @Inject
    private Event<ContactStopped> contactStopped;

    @Inject
    private Event<InvestigationReopened> reopened;

    @Inject
    private Clock clock;

    /**
     * Closes a case with what was learnt and sets how long it is kept.
     *
     * @throws Refusal STATE where closing is not the next step, a request is still open, a duty to tell others is not looked at, the
     *         designated officer must be told and was not, or no lead or nobody else may see the case, INVALID naming each field
     */
    @Permitted(Act.CLOSE)
    public void close(@OfCase String reference, Closing closing) {
        Investigation investigation = investigations.running(reference);
        new Checks().text("summary", closing.summary(), Checks.LONG_TEXT)
                .text("learning", closing.learning(), Checks.LONG_TEXT)
                .that(!closing.tellSubject() || investigation.contactAllowed() && investigation.subjectId() != null,
                        "tellSubject", "investigation.refused.contact")
                .day("retirementOn", closing.retirementOn()).done();
        wanted.fire(new ClosingWanted(reference));
        work.finish("closeInvestigation", reference, null, Map.of());
        end(investigation, Stage.CLOSED, closing.summary(), closing.retirementOn());
        entities.persist(new Closure(investigation.id(), closings(investigation) + 1, closing, investigation.retainUntil(), clock.instant()));
        if (closing.tellSubject()) {
            letters.closed(investigation, closing.summary());
        }
    }

    /** How often the case was closed so far. */
    private int closings(Investigation investigation) {
        return entities.createQuery("select count(c) from Closure c where c.investigationId = :id", Long.class)
                .setParameter("id", investigation.id()).getSingleResult().intValue();
    }

    /**
     * Withdraws a case at any point before its end: everything that still waits goes away, and how long it is kept is set.
     *
     * @throws Refusal INVALID on {@code reasons}, STATE where the case has ended, a duty to tell others is not looked at, the designated
     *         officer must be told and was not, or no lead or nobody else may see it; one that is paused can be withdrawn, and stands still no more: what is said of the end is not held with what was to be said before
     */
    @Permitted(Act.WITHDRAW)
    public void withdraw(@OfCase String reference, String reasons) {
        Investigation investigation = investigations.locked(reference);
        investigation.requireOpen();
        new Checks().text("reasons", reasons, Checks.LONG_TEXT).done();
        if (investigation.pausedAt() != null) {
            investigation.endPause();
        }
        processes.message("withdrawn", reference, Map.of());
        end(investigation, Stage.WITHDRAWN, reasons, null);
        audit.record("investigation.withdrawn", reference, "investigation", investigation.id(), null, Map.of("reasons", reasons));
    }

    /** It is kept for the board's years; whoever knows that it must be kept for longer says so when it hears of the end. */
    private void end(Investigation investigation, Stage stage, String reasons, LocalDate retirementOn) {
        unseen.requireWitness(investigation.reference());
        investigations.move(investigation, stage, reasons);
        investigation.retain(boards.board().deadlines().retainUntil(Days.of(clock.instant())));
        outbox.dropHeld(investigation.reference());
        restricted.tellTeam(investigation.reference(), "investigation/" + investigation.id() + "/ended/" + clock.instant().toEpochMilli(), "officer.ended");
        ended.fire(new InvestigationEnded(investigation.id(), investigation.reference(), stage, retirementOn));
    }

    /** Tells the subject that nothing more is asked of them, if they had been told anything. */
    @Permitted(Act.CLOCKWORK)
    public void announceWithdrawal(String reference) {
        Investigation investigation = investigations.lock(reference);
        if (investigation.contactAllowed() && investigation.subjectId() != null && letters.wereSent(investigation)) {
            letters.withdrawn(investigation);
        }
    }

    /** Sends the advice decided on at triage: the clauses, put plainly. Where somebody holds it, they send it later. */
    @Permitted(Act.CLOCKWORK)
    public void sendAdvice(String reference) {
        advice.send(investigations.lock(reference));
    }

    /** Sends advice that was held until now, where it is still owed. */
    @Permitted(Act.INTERNAL)
    public void sendHeldAdvice(Investigation investigation) {
        if (advice.isOwed(investigation)) {
            advice.send(investigation);
        }
    }

    /**
     * Opens an ended case again, at its findings; one whose detection did not come to its end, or ended with another decision than
     * to investigate, at its detection, where whether the subject may be contacted is asked anew. What they could not say while it had ended
     * they have time to say.
     *
     * @throws Refusal INVALID on {@code reasons}, STATE where the case has not ended, or was opened again too often
     */
    @Permitted(Act.REOPEN)
    public void reopen(@OfCase String reference, String reasons) {
        Investigation investigation = investigations.locked(reference);
        new Checks().text("reasons", reasons, Checks.LONG_TEXT).done();
        Quota.require(MOST_REOPENED, entities.createQuery("select count(s) from StageChange s where s.investigationId = :id and s.from in :ended", Long.class)
                .setParameter("id", investigation.id()).setParameter("ended", List.of(Stage.CLOSED, Stage.WITHDRAWN)), "investigation.refused.manyReopenings");
        boolean detected = investigations.detected(investigation);
        investigations.move(investigation, detected ? Stage.INVESTIGATION : Stage.DETECTION, reasons);
        if (!detected) {
            investigation.contact().decide(false, clock.instant());
            contactStopped.fire(new ContactStopped(reference));
        }
        investigation.retain(null);
        investigations.releaseIfGone(investigation);
        audit.record("investigation.reopened", reference, "investigation", investigation.id(), null,
                Map.of("reasons", reasons));
        processes.start("breach-investigation", reference, Map.of("investigationId", investigation.id(),
                "reference", reference, "reopened", detected));
        reopened.fire(new InvestigationReopened(reference));
    }
}
