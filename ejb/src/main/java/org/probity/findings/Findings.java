package org.probity.findings;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.probity.access.Act;
import org.probity.access.Capacity;
import org.probity.access.Guarded;
import org.probity.access.OfCase;
import org.probity.access.Permitted;
import org.probity.access.Signature;
import org.probity.audit.Audit;
import org.probity.casework.Allegations;
import org.probity.casework.DeadEnds;
import org.probity.casework.ReferringWanted;
import org.probity.casework.Team;
import org.probity.investigation.Allegation;
import org.probity.investigation.DeskMail;
import org.probity.investigation.Investigation;
import org.probity.investigation.InvestigationEnded;
import org.probity.investigation.Investigations;
import org.probity.investigation.Stage;
import org.probity.kernel.Checks;
import org.probity.kernel.Refusal;
import org.probity.member.Directory;
import org.probity.worklist.Work;

/** Records what was found and has it reviewed by somebody else. */
@Stateless
@Guarded
public class Findings {

    /** Of one case. */
    static final int MOST_ROUNDS = 100;

    private static final String RECORD = "recordFindings";
    private static final String REVIEW = "reviewFindings";

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Investigations investigations;

    @Inject
    private Allegations allegations;

    @Inject
    private Team team;

    @Inject
    private Directory directory;

    @Inject
    private DeskMail desk;

    @Inject
    private DeadEnds deadEnds;

    @Inject
    private Work work;

    @Inject
    private Audit audit;

    @Inject
    private Event<ReferringWanted> referring;

    @Inject
    private Event<ReferralWanted> referralWanted;

    @Inject
    private Clock clock;

    /**
     * Puts forward one finding for each allegation, and whether to tell the parent organisation.
     *
     * @return id of the set
     * @throws Refusal STATE where recording findings is not the next step, or the case is to be referred and triage did not decide to
     *         investigate; INVALID naming each field, above all where
     *         something is to be referred that was not put to the subject, or that they still may answer
     */
    @Permitted(Act.RECORD_FINDINGS)
    public Long record(@OfCase String reference, NewFindings form) {
        Investigation investigation = investigations.running(reference);
        requireOpen(RECORD, reference);
        if (form.refer()) {
            investigation.requireInvestigated();
        }
        List<Allegation> allegations = investigations.allegations(investigation.id());
        FindingRules.check(form, allegations, form.refer() ? ask(reference, FindingRules.mayBeReferred(form), allegations).reasons() : List.of());
        if (form.refer()) {
            directory.organisation(form.organisationId());
        }
        FindingSet set = keep(reference, form, allegations);
        team.acts(investigation, Capacity.INVESTIGATED);
        investigations.move(investigation, Stage.REVIEW, null);
        audit.record("findings.recorded", reference, "finding-set", set.id(), null, values(set));
        desk.reviewers(reference, "findings/" + set.id() + "/review", "findings.review");
        work.finish(RECORD, reference, null, Map.of());
        return set.id();
    }

    /**
     * Agrees to the findings, or gives them back.
     *
     * @param reasons required either way
     * @throws Refusal FORBIDDEN for whoever investigated or approved anything here, STATE where no findings wait for review, or what
     *         is to be referred may not be any more
     */
    @Permitted(Act.REVIEW_FINDINGS)
    public void review(@OfCase String reference, boolean agree, String reasons) {
        Investigation investigation = investigations.running(reference);
        requireOpen(REVIEW, reference);
        team.acts(investigation, Capacity.REVIEWED);
        new Checks().text("reasons", reasons, Checks.LONG_TEXT).done();
        FindingSet set = waiting(reference);
        if (agree) {
            agree(investigation, set, reasons.strip());
        } else {
            giveBack(investigation, set, reasons.strip());
        }
        if (set.refer() || !agree) {
            deadEnds.foresee(investigation, Capacity.APPROVED);
        }
    }

    /** A case that ends takes with it what still waited for review. */
    @Permitted(Act.INTERNAL)
    public void ended(@Observes InvestigationEnded event) {
        latest(event.reference()).filter(set -> set.status() == FindingSet.Status.RECORDED)
                .ifPresent(FindingSet::withdraw);
    }

    private FindingSet keep(String reference, NewFindings form, List<Allegation> allegations) {
        int round = latest(reference).map(set -> set.round() + 1).orElse(1);
        if (round > MOST_ROUNDS) {
            throw Refusal.state("findings.refused.manyRounds", MOST_ROUNDS);
        }
        FindingSet set = new FindingSet(reference, round, form, Signature.now(clock.instant()));
        Map<Long, String> clauses = allegations.stream()
                .collect(Collectors.toMap(Allegation::id, Allegation::clauseNumber));
        form.findings().forEach(finding -> set.find(finding, clauses.get(finding.allegationId())));
        entities.persist(set);
        return set;
    }

    private void agree(Investigation investigation, FindingSet set, String reasons) {
        if (set.refer()) {
            investigation.requireInvestigated();
            ask(set.reference(), set.proven(), investigations.allegations(investigation.id())).require();
        }
        set.agree(reasons, Signature.now(clock.instant()));
        allegations.found(investigation, set.findings().stream().collect(Collectors.toMap(Finding::allegationId, found -> found.result().name())));
        Map<String, Object> answers = new LinkedHashMap<>(Map.of("review", "AGREED", "refer", set.refer()));
        if (set.refer()) {
            answers.put("referralId", refer(set));
        }
        recordReview(set);
        investigations.move(investigation, set.refer() ? Stage.REFERRAL : Stage.CLOSING, reasons);
        work.finish(REVIEW, set.reference(), null, answers);
    }

    private ReferringWanted ask(String reference, Set<Long> proven, List<Allegation> allegations) {
        ReferringWanted wanted = new ReferringWanted(reference, allegations.stream().filter(one -> proven.contains(one.id())).toList());
        referring.fire(wanted);
        return wanted;
    }

    private Long refer(FindingSet set) {
        ReferralWanted wanted = new ReferralWanted(set);
        referralWanted.fire(wanted);
        return wanted.referralId();
    }

    private void giveBack(Investigation investigation, FindingSet set, String reasons) {
        set.giveBack(reasons, Signature.now(clock.instant()));
        recordReview(set);
        investigations.move(investigation, Stage.INVESTIGATION, reasons);
        desk.officer(set.reference(), "findings/" + set.id() + "/returned", "findings.returned");
        work.finish(REVIEW, set.reference(), null, Map.of("review", "RETURNED", "refer", false));
    }

    private void recordReview(FindingSet set) {
        audit.record(set.review().agreed() ? "findings.agreed" : "findings.returned", set.reference(), "finding-set",
                set.id(), Map.of("status", FindingSet.Status.RECORDED.name()),
                Map.of("status", set.status().name(), "reasons", set.review().reasons()));
    }

    private FindingSet waiting(String reference) {
        FindingSet set = latest(reference).orElseThrow(() -> work.refusal(REVIEW, reference, null));
        if (set.status() != FindingSet.Status.RECORDED) {
            throw set.over();
        }
        return set;
    }

    private Optional<FindingSet> latest(String reference) {
        return entities.createQuery("select s from FindingSet s where s.reference = :reference order by s.round desc",
                FindingSet.class).setParameter("reference", reference).setMaxResults(1).getResultList().stream().findFirst();
    }

    private void requireOpen(String task, String reference) {
        if (!work.isOpen(task, reference, null)) {
            throw work.refusal(task, reference, null);
        }
    }

    private static Map<String, Object> values(FindingSet set) {
        return Map.of("round", set.round(), "refer", set.refer(), "results", set.findings().stream()
                .map(finding -> finding.clause() + " " + finding.result()).toList());
    }
}
