package org.probity.detection;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.probity.access.CurrentCaller;
import org.probity.access.Signature;
import org.probity.audit.Audit;
import org.probity.casework.ReferringWanted;
import org.probity.closure.AdvisingWanted;
import org.probity.correspondence.AskingWanted;
import org.probity.investigation.DeskMail;
import org.probity.investigation.Investigation;
import org.probity.kernel.Quota;
import org.probity.kernel.Refusal;

/** What was raised in a case as a possible protected disclosure, and what may not happen in it for that. */
@Dependent
class Disclosures {

    /** Of one case. */
    static final int MOST = 50;

    @Inject
    private EntityManager entities;

    @Inject
    private DeskMail desk;

    @Inject
    private NobodyLeft nobody;

    @Inject
    private Audit audit;

    @Inject
    private Clock clock;

    /** The last of the case: what stands. */
    Optional<ProtectedDisclosure> latest(String reference) {
        return entities.createQuery("select d from ProtectedDisclosure d where d.reference = :reference order by d.number desc", ProtectedDisclosure.class)
                .setParameter("reference", reference).setMaxResults(1).getResultList().stream().findFirst();
    }

    /** Why the subject is neither asked nor advised and nothing is referred; empty where nothing is in the way. */
    Optional<String> inTheWay(String reference) {
        return latest(reference).flatMap(ProtectedDisclosure::inTheWay);
    }

    /** The decisions on one, the first first. */
    List<DisclosureDecision> decisions(ProtectedDisclosure disclosure) {
        return entities.createQuery("select d from DisclosureDecision d where d.disclosureId = :id order by d.number", DisclosureDecision.class)
                .setParameter("id", disclosure.id()).setMaxResults(MOST).getResultList();
    }

    /** The case is held, no silence of its subject counts from now on, and whoever may decide is told; where there is nobody, the administrators. @throws Refusal STATE where one waits to be decided on, the case is protected already, or there were too many */
    ProtectedDisclosure raise(Investigation investigation, String words) {
        String reference = investigation.reference();
        inTheWay(reference).ifPresent(key -> {
            throw Refusal.state(key.equals(ProtectedDisclosure.UNDECIDED) ? "detection.refused.disclosureOpen" : "detection.refused.disclosureStands");
        });
        Quota.require(MOST, entities.createQuery("select count(d) from ProtectedDisclosure d where d.reference = :reference", Long.class)
                .setParameter("reference", reference), "detection.refused.manyDisclosures");
        int number = 1 + latest(reference).map(ProtectedDisclosure::number).orElse(0);
        ProtectedDisclosure disclosure = new ProtectedDisclosure(reference, number, words, Signature.now(clock.instant()));
        entities.persist(disclosure);
        investigation.contact().stopAsking(clock.instant());
        entities.flush();
        desk.deciders(reference, "disclosure/" + disclosure.id(), "approval.wanted", CurrentCaller.get().accountId());
        nobody.notice(disclosure);
        audit.record("detection.disclosureRaised", reference, "protected-disclosure", disclosure.id(), null, Map.of("words", words));
        return disclosure;
    }

    /** Nothing goes to an employer while it is undecided, nor where it is protected. */
    void keep(@Observes ReferringWanted wanted) {
        inTheWay(wanted.reference()).ifPresent(key -> wanted.refuse(key));
    }

    /** Nor is the subject asked anything, or reminded of what they were asked. */
    void keep(@Observes AskingWanted wanted) {
        inTheWay(wanted.reference()).ifPresent(wanted::refuse);
    }

    /** Nor does advice go to them, whichever act would let it go. */
    void keep(@Observes AdvisingWanted wanted) {
        latest(wanted.reference()).filter(disclosure -> disclosure.inTheWay().isPresent()).ifPresent(disclosure -> {
            disclosure.holdAdvice();
            wanted.hold();
        });
    }
}
