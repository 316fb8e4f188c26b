package org.probity.detection;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.probity.access.Act;
import org.probity.access.Capacity;
import org.probity.access.CurrentCaller;
import org.probity.access.Guarded;
import org.probity.access.OfCase;
import org.probity.access.Permitted;
import org.probity.access.Signature;
import org.probity.audit.Audit;
import org.probity.casework.Team;
import org.probity.closure.Closures;
import org.probity.detection.ProtectedDisclosure.Treatment;
import org.probity.investigation.DeskMail;
import org.probity.investigation.Investigation;
import org.probity.investigation.Investigations;
import org.probity.kernel.Checks;
import org.probity.kernel.Refusal;

/**
 * Says that a case may be a protected disclosure (000 cl. 3.7), and decides how it is treated. Whoever works on the case says so at any
 * time before its end, triage among them; a lead who has no part in that and did not investigate decides.
 */
@Stateless
@Guarded
public class ProtectedDisclosures {

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Investigations investigations;

    @Inject
    private Disclosures disclosures;

    @Inject
    private SubjectTime time;

    @Inject
    private Closures closures;

    @Inject
    private Team team;

    @Inject
    private DeskMail desk;

    @Inject
    private Audit audit;

    @Inject
    private Clock clock;

    /**
     * Also while the case is paused; nobody comes to investigate it by that. From now on, until a lead has decided, triage does not
     * decide to investigate or advise, the subject is asked nothing new, not reminded and not advised, and nothing is referred.
     *
     * @throws Refusal INVALID on {@code words}; STATE where the case has ended, one waits to be decided on, or it is protected already
     */
    @Permitted(Act.RAISE_DISCLOSURE)
    public int raise(@OfCase String reference, String words) {
        Investigation investigation = investigations.locked(reference);
        investigation.requireOpen();
        new Checks().text("words", words, Checks.LONG_TEXT).done();
        return disclosures.raise(investigation, words).number();
    }

    /**
     * Decides how the case is treated, once it has ended too, so that nobody opens it again undecided. That it is protected is taken back by
     * another lead than who decided so.
     *
     * @param number of the one that was read; null for the last
     * @param treatment how the case is treated from now on
     * @param reasons required either way
     * @throws Refusal FORBIDDEN for whoever investigated, raised it, or would take their own decision back; INVALID naming each field; STATE
     *         where nothing was raised, that is decided already, or the case is paused; STALE where another was read than the last
     */
    @Permitted(Act.DECIDE_DISCLOSURE)
    public void decide(@OfCase String reference, Integer number, Treatment treatment, String reasons) {
        Investigation investigation = investigations.locked(reference);
        if (!investigation.stage().ended()) {
            investigation.requireRunning();
        }
        judges(investigation);
        new Checks().required("treatment", treatment).text("reasons", reasons, Checks.LONG_TEXT).done();
        ProtectedDisclosure disclosure = disclosures.latest(reference).orElseThrow(() -> Refusal.state("detection.refused.noDisclosure"));
        if (number != null && number != disclosure.number()) {
            throw Refusal.stale();
        }
        keep(disclosure, treatment, reasons);
        audit.record("detection.disclosureDecided", reference, "protected-disclosure", disclosure.id(), null,
                Map.of("treatment", treatment.name(), "reasons", reasons));
        desk.officer(reference, "disclosure/" + disclosure.id() + "/decided/" + clock.instant().toEpochMilli(), "approval.settled");
        if (treatment == Treatment.NOT_PROTECTED) {
            goOn(investigation, disclosure);
        }
    }

    private void goOn(Investigation investigation, ProtectedDisclosure disclosure) {
        time.goOn(investigation);
        if (disclosure.letAdviceGo()) {
            closures.sendHeldAdvice(investigation);
        }
    }

    /** Whoever reviewed the findings may decide on this, too: it weighs nothing that they found. It makes an approver of anybody else. */
    private void judges(Investigation investigation) {
        team.acts(investigation, team.actedAs(investigation) == Capacity.REVIEWED ? Capacity.REVIEWED : Capacity.APPROVED);
    }

    private void keep(ProtectedDisclosure disclosure, Treatment treatment, String reasons) {
        List<DisclosureDecision> before = disclosures.decisions(disclosure);
        Optional<Signature> last = before.stream().reduce((former, later) -> later).map(DisclosureDecision::signed);
        disclosure.decide(treatment, last, CurrentCaller.get());
        entities.persist(new DisclosureDecision(disclosure, before.size() + 1, reasons, Signature.now(clock.instant())));
    }
}
