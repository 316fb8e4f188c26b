package org.probity.referral;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.probity.closure.ClosingWanted;
import org.probity.findings.ReferralWanted;
import org.probity.investigation.ClocksResumed;
import org.probity.investigation.ContactAllowed;
import org.probity.investigation.ContactStopped;
import org.probity.investigation.InvestigationEnded;
import org.probity.kernel.Language;
import org.probity.member.Directory;
import org.probity.worklist.Work;

/** What happens to the case happens to its referral, in the same transaction. */
@Dependent
class ReferralEvents {

    /** Of one case. */
    private static final int MOST = 50;

    @Inject
    private EntityManager entities;

    @Inject
    private ReferralFile file;

    @Inject
    private Directory directory;

    @Inject
    private ReferralSending referralSending;

    @Inject
    private ReferralMail mail;

    @Inject
    private Work work;

    @Inject
    private DueDuties duties;

    @Inject
    private NothingDue nothing;

    /** Agreed findings ask for a referral: it begins with an empty pack. */
    void begin(@Observes ReferralWanted wanted) {
        Referral referral = new Referral(wanted.reference(), wanted.setId(), wanted.organisationId(), wanted.reasons());
        entities.persist(referral);
        wanted.made(referral.id());
        file.record("referral.begun", referral, Map.of("organisation", directory.organisation(referral.organisationId()).name(Language.EN)));
    }

    /** No case is closed while somebody outside may have to be told. */
    void hold(@Observes ClosingWanted wanted) {
        duties.requireNone(wanted.reference());
    }

    /** A case that ends takes its open referral with it; an employer that has it is told. Withdrawing it takes no duty away. */
    void lapse(@Observes InvestigationEnded event) {
        duties.requireNone(event.reference());
        open(event.reference()).ifPresent(referral -> {
            referralSending.withdraw(referral);
            file.record("referral.withdrawn", referral, Map.of());
        });
    }

    /**
     * The case was paused: what the employer owes is due later by the time its clocks stood still, and what an appeal took away while they
     * did is not waited for.
     */
    void move(@Observes ClocksResumed event) {
        open(event.reference()).ifPresent(referral -> {
            referral.shift(event.stood());
            nothing.pass(referral);
        });
    }

    /** An employer that may read a pack, also where the case has ended, talks to the subject of it no more: it hears so at once. */
    void stop(@Observes ContactStopped stopped) {
        read(stopped.reference()).forEach(referral -> tell(referral, false));
    }

    /** Whoever heard that they may not be contacted hears that they may, and has had no time to answer meanwhile: it is due later by that. */
    void goOn(@Observes ContactAllowed again) {
        read(again.reference()).stream().filter(referral -> tell(referral, true) && referral.status().waitsForEmployer()).forEach(referral -> {
            referral.shift(again.stood());
            work.shift(referral.reference(), referral.id(), again.stood());
        });
    }

    /** Once for each time that it changes, however often it is said; who never heard of a stop has nothing to hear of its end. @return whether they hear */
    private boolean tell(Referral referral, boolean allowed) {
        List<ReferralMove> told = file.moves(referral, ReferralMove.Kind.ofContact()).stream().filter(move -> move.round() == referral.round()).toList();
        boolean stopped = !told.isEmpty() && told.get(told.size() - 1).kind() == ReferralMove.Kind.CONTACT_STOPPED;
        if (stopped == allowed) {
            entities.persist(new ReferralMove(referral, allowed ? ReferralMove.Kind.CONTACT_ALLOWED : ReferralMove.Kind.CONTACT_STOPPED, null, file.sign()));
            mail.contact(referral, allowed, told.size() + 1);
            file.record(allowed ? "referral.contactAllowed" : "referral.contactStopped", referral, Map.of());
        }
        return stopped == allowed;
    }

    /** A reopened case can have several. */
    private List<Referral> read(String reference) {
        return entities.createQuery("select r from Referral r where r.reference = :reference and r.sentAt is not null and r.status in :open order by r.id",
                Referral.class).setParameter("reference", reference).setParameter("open", Status.open()).setMaxResults(MOST).getResultList();
    }

    private Optional<Referral> open(String reference) {
        return file.latest(reference).filter(referral -> !referral.status().ended());
    }
}
