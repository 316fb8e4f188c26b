package org.probity.referral;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.probity.access.CaseExclusions;
import org.probity.access.CurrentCaller;
import org.probity.access.Signature;
import org.probity.audit.Audit;
import org.probity.disclosure.PackCase;
import org.probity.documents.Documents;
import org.probity.exclusion.NameWalls;
import org.probity.exclusion.Said;
import org.probity.investigation.Investigation;
import org.probity.investigation.Investigations;
import org.probity.investigation.Stage;
import org.probity.kernel.Days;
import org.probity.kernel.Quota;
import org.probity.kernel.Refusal;
import org.probity.outcome.Outcome;
import org.probity.outcome.ReferralOutcome;
import org.probity.worklist.Work;

/** Finds referrals for those who may see them, and keeps what was done with them. */
@ApplicationScoped
class ReferralFile {

    /** More than the limits on each kind come to. */
    private static final int MOST_SHOWN = 500;

    @Inject
    private EntityManager entities;

    @Inject
    private Investigations investigations;

    @Inject
    private CaseExclusions caseExclusions;

    @Inject
    private NameWalls names;

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
                .orElseThrow(() -> work.refusal(task, reference, null));
    }

    /** The same by its own id. */
    Referral running(Long id, String task) {
        investigations.requireSightOf(Referral.class, id);
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
                || caseExclusions.names(referral.reference())) {
            throw Refusal.notFound();
        }
        return referral;
    }

    /** The same, where its case still runs. */
    Referral ownRunning(Long id) {
        requireOwn(id);
        Investigation investigation = investigations.lockCaseOf(Referral.class, id);
        Referral referral = own(id);
        investigation.requireRunning();
        return referral;
    }

    /** The same, whether its case still runs or has ended, to be acted on: its case is held first. */
    Referral ownHeld(Long id) {
        requireOwn(id);
        investigations.lockCaseOf(Referral.class, id);
        return own(id);
    }

    /** Asked without loading it, before its case is held: whoever it was not sent to makes nobody wait, nor waits for anybody. */
    private void requireOwn(Long id) {
        String reference = entities.createQuery("select r.reference from Referral r where r.id = :id and r.organisationId = :organisation "
                + "and r.sentAt is not null and r.status in :statuses", String.class).setParameter("id", id)
                .setParameter("organisation", CurrentCaller.get().organisationId()).setParameter("statuses", Status.inInbox())
                .setMaxResults(1).getResultList().stream().findFirst().orElseThrow(Refusal::notFound);
        if (caseExclusions.names(reference)) {
            throw Refusal.notFound();
        }
    }

    /** For one of the board's own people who may see the case, to be acted on: its case is held first. */
    Referral heldInSight(Long id) {
        investigations.requireSightOf(Referral.class, id);
        investigations.visible(investigations.lockCaseOf(Referral.class, id));
        return byId(id);
    }

    /** For the clockwork: its case is held first. */
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
                Referral.class).setParameter("reference", reference).setMaxResults(1).getResultList().stream().findFirst();
    }

    /** What a pack of its present round is made for. */
    PackCase packCase(Referral referral) {
        return new PackCase(referral.id(), referral.round(), referral.reference(), referral.setId(), referral.organisationId(), referral.reasons(),
                referral.summary(), letters(referral.reference()));
    }

    /** What told the subject of a referral of the case, in whichever round. Only we name letters. */
    private Set<String> letters(String reference) {
        return entities.createQuery("select r.id, r.round from Referral r where r.reference = :reference", Object[].class)
                .setParameter("reference", reference).getResultList().stream()
                .flatMap(row -> ReferralSending.letterNames(reference, (Long) row[0], (int) row[1])).collect(Collectors.toSet());
    }

    /** The latest things that were done about it, the first of them first: its own collection has no end. */
    List<ReferralMove> moves(Referral referral, Set<ReferralMove.Kind> kinds) {
        List<ReferralMove> latest = new ArrayList<>(entities.createQuery("select m from ReferralMove m where m.referral = :referral and m.kind in :kinds "
                + "order by m.id desc", ReferralMove.class).setParameter("referral", referral).setParameter("kinds", kinds)
                .setMaxResults(MOST_SHOWN).getResultList());
        Collections.reverse(latest);
        return latest;
    }

    /** @throws Refusal STATE where the employer has written as often as may be */
    void requireRoom(Referral referral, ReferralMove.Kind kind, int most, String key) {
        Quota.require(most, entities.createQuery("select count(m) from ReferralMove m where m.referral.id = :id and m.kind = :kind", Long.class)
                .setParameter("id", referral.id()).setParameter("kind", kind), key);
    }

    /** What the employer said it decided, the last first. */
    List<Outcome> outcomes(Referral referral) {
        return entities.createQuery("select o from Outcome o where o.referralId = :id order by o.id desc", Outcome.class)
                .setParameter("id", referral.id()).getResultList();
    }

    /** Whether an appeal can still be told of, lodged or decided, whatever has become of the case since. */
    boolean appealOpen(Referral referral) {
        return outcomes(referral).stream().findFirst().filter(outcome -> outcome.told().appeal() != ReferralOutcome.Appeal.DECIDED).isPresent();
    }

    /** Nothing more is to be done about it: the case can be closed. */
    void toClosing(Referral referral, String reasons) {
        investigations.move(investigations.byReference(referral.reference()), Stage.CLOSING, reasons);
    }

    boolean isRunning(Referral referral) {
        Investigation investigation = investigations.byReference(referral.reference());
        return !investigation.stage().ended() && investigation.pausedAt() == null;
    }

    Documents.Content content(Long documentId) {
        return documents.content(documentId);
    }

    void requireOpen(Referral referral, String task) {
        if (!work.isOpen(task, referral.reference(), referral.id())) {
            throw work.refusal(task, referral.reference(), referral.id());
        }
    }

    void record(String act, Referral referral, Map<String, ?> after) {
        audit.record(act, referral.reference(), "referral", referral.id(), null, after);
    }

    /** The employer's words are kept: whom they name is outside from then on, but for whoever signs them. */
    void heard(Referral referral, String... words) {
        Signature signed = sign();
        names.raise(referral.reference(), Said.of(signed.at(), words).by(signed.accountId()));
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
