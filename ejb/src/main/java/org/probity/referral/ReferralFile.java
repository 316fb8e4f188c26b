package org.probity.referral;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.probity.audit.Audit;
import org.probity.documents.Documents;
import org.probity.identity.CurrentCaller;
import org.probity.identity.Signature;
import org.probity.identity.Walls;
import org.probity.investigation.Investigation;
import org.probity.investigation.Investigations;
import org.probity.kernel.Days;
import org.probity.kernel.Refusal;
import org.probity.worklist.Work;

/** Finds referrals for those who may see them, and keeps what was done with them. */
@ApplicationScoped
class ReferralFile {

    @Inject
    private EntityManager entities;

    @Inject
    private Investigations investigations;

    @Inject
    private Walls walls;

    @Inject
    private Documents documents;

    @Inject
    private Work work;

    @Inject
    private Audit audit;

    @Inject
    private Clock clock;

    /** The referral of a running case, at that step. */
    Referral running(String reference, String task) {
        investigations.running(reference);
        return latest(reference).filter(r -> work.isOpen(task, reference, r.id()))
                .orElseThrow(() -> Refusal.state("worklist.refused.notNow"));
    }

    /** The same by its own id. */
    Referral running(Long id, String task) {
        Investigation investigation = investigations.visible(investigations.lockCaseOf(Referral.class, id));
        investigation.requireRunning();
        Referral referral = byId(id);
        requireOpen(referral, task);
        return referral;
    }

    /** A referral sent to the caller's own organisation; every other one does not exist for them. */
    Referral own(Long id) {
        Referral referral = byId(id);
        if (!Objects.equals(referral.organisationId(), CurrentCaller.get().organisationId())
                || referral.sentAt() == null || !Status.inInbox().contains(referral.status())
                || walls.names(referral.reference())) {
            throw Refusal.notFound();
        }
        return referral;
    }

    /** The same, where its case still runs. */
    Referral ownRunning(Long id) {
        Investigation investigation = investigations.lockCaseOf(Referral.class, id);
        Referral referral = own(id);
        investigation.requireRunning();
        return referral;
    }

    /** To be acted on, by whomever: its case is held first. */
    Referral held(Long id) {
        investigations.lockCaseOf(Referral.class, id);
        return byId(id);
    }

    Referral byId(Long id) {
        Referral referral = id == null ? null : entities.find(Referral.class, id);
        if (referral == null) {
            throw Refusal.notFound();
        }
        return referral;
    }

    /** A reopened case can have more than one; the last counts. */
    Optional<Referral> latest(String reference) {
        return entities.createQuery("select r from Referral r where r.reference = :reference order by r.id desc",
                Referral.class).setParameter("reference", reference).setMaxResults(1).getResultStream().findFirst();
    }

    /** The pack of that round, line by line; empty while it is being composed. */
    List<PackLine> lines(Referral referral, int round) {
        return entities.createQuery("select l from PackLine l where l.referralId = :id and l.round = :round "
                + "order by l.number", PackLine.class).setParameter("id", referral.id())
                .setParameter("round", round).getResultList();
    }

    /** What the employer said it decided, the last first. */
    List<Outcome> outcomes(Referral referral) {
        return entities.createQuery("select o from Outcome o where o.referralId = :id order by o.id desc", Outcome.class)
                .setParameter("id", referral.id()).getResultList();
    }

    /** Whether an appeal was lodged and its end has not been told yet. */
    boolean appealOpen(Referral referral) {
        return (referral.status() == Status.OUTCOME_RECORDED || referral.status() == Status.COMPLETED)
                && outcomes(referral).stream().findFirst()
                        .filter(outcome -> outcome.told().appeal() == ReferralOutcome.Appeal.LODGED).isPresent();
    }

    Documents.Content content(Long documentId) {
        return documents.content(documentId);
    }

    void requireOpen(Referral referral, String task) {
        if (!work.isOpen(task, referral.reference(), referral.id())) {
            throw Refusal.state("worklist.refused.notNow");
        }
    }

    void record(String act, Referral referral, Map<String, ?> after) {
        audit.record(act, referral.reference(), "referral", referral.id(), null, after);
    }

    void seen(String act, Referral referral) {
        audit.seen(act, referral.reference(), "referral", referral.id());
    }

    Signature sign() {
        return Signature.now(clock.instant());
    }

    LocalDate today() {
        return Days.of(clock.instant());
    }
}
