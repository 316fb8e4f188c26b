package org.probity.referral;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.probity.access.Act;
import org.probity.access.Capacity;
import org.probity.access.Guarded;
import org.probity.access.OfCase;
import org.probity.access.Permitted;
import org.probity.casework.ReferringWanted;
import org.probity.casework.Team;
import org.probity.findings.FindingQueries;
import org.probity.investigation.Allegation;
import org.probity.investigation.Investigation;
import org.probity.investigation.Investigations;
import org.probity.kernel.Checks;
import org.probity.kernel.Language;
import org.probity.kernel.Refusal;
import org.probity.member.Directory;
import org.probity.member.Organisation;
import org.probity.tenancy.Boards;
import org.probity.worklist.Work;

/** What the board does about a referral: composes, approves, sends, chases, answers, and checks what follows. */
@Stateless
@Guarded
public class Referrals {

    /** Why a pack is refused that was put together from what has changed meanwhile. */
    public static final String CHANGED = "referral.refused.changedMeanwhile";

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Investigations investigations;

    @Inject
    private Directory directory;

    @Inject
    private Team team;

    @Inject
    private FindingQueries findings;

    @Inject
    private Event<ReferringWanted> referring;

    @Inject
    private PackSources sources;

    @Inject
    private ReferralSending referralSending;

    @Inject
    private ReferralFile file;

    @Inject
    private ReferralMail mail;

    @Inject
    private DueDuties due;

    @Inject
    private Boards boards;

    @Inject
    private Work work;

    /**
     * Puts a pack together for a lead to approve.
     *
     * @throws Refusal FORBIDDEN for whoever reviewed or approved, STATE where composing is not the next step or {@link #CHANGED}
     *         something has come since the officer read what could go in, INVALID naming each line that lacks something
     */
    @Permitted(Act.COMPOSE_REFERRAL)
    public void compose(@OfCase String reference, Pack pack) {
        Referral referral = file.running(reference, "composePack");
        team.acts(investigations.byReference(reference), Capacity.INVESTIGATED);
        Long organisation = pack.organisationId() == null ? referral.organisationId() : pack.organisationId();
        Organisation employer = directory.organisation(organisation);
        KnownSources known = sources.known(referral);
        if (pack.fingerprint() != null && !pack.fingerprint().equals(known.print())) {
            throw Refusal.state(CHANGED);
        }
        PackRules.check(pack, known.bySource());
        List<PackItem> lines = PackRules.lines(pack, known.bySource());
        for (int i = 0; i < lines.size(); i++) {
            entities.persist(PackRules.line(referral, i + 1, lines.get(i), known));
        }
        referral.composedOf(known.print());
        referral.composed(organisation, pack.summary().strip(), file.sign());
        file.record("referral.composed", referral, PackRules.counts(lines, employer));
        mail.deciders(referral, "approval.wanted");
        work.finish("composePack", reference, referral.id(), Map.of());
    }

    /**
     * Approves the pack, or gives it back. The subject will be told, so contact must be allowed.
     *
     * @param id the referral that was read, whose pack waits
     * @param round the one whose pack was read: one that was composed anew meanwhile is read first
     * @param reasons required either way
     * @throws Refusal FORBIDDEN for whoever investigated, composed or reviewed, STATE where no pack waits, the subject may not
     *         be contacted, could not answer what it tells, something has come to the case since the pack was put together, such as an
     *         answer, or it says of something in it what the case does not say; STALE where another was read than the one whose pack waits
     */
    @Permitted(Act.APPROVE_REFERRAL)
    public void approve(@OfCase String reference, Long id, int round, boolean approved, String reasons) {
        Referral referral = file.running(reference, "approveReferral");
        if (!referral.id().equals(id) || referral.round() != round) {
            throw Refusal.stale();
        }
        Investigation investigation = investigations.visible(reference);
        team.acts(investigation, Capacity.APPROVED);
        new Checks().text("reasons", reasons, Checks.LONG_TEXT).done();
        KnownSources known = sources.known(referral);
        if (approved) {
            investigation.requireContactAllowed();
            requireReferable(referral);
            if (!referral.isComposedOf(known.print())) {
                throw Refusal.state("referral.refused.changedSince");
            }
            PackRules.requireOfCase(file.lines(referral, referral.round()), known);
            referral.approved(reasons, file.sign());
        } else {
            referral.givenBack(reasons, known.print(), file.sign());
        }
        file.record(approved ? "referral.approved" : "referral.returned", referral, Map.of("reasons", reasons));
        mail.officer(referral, "approval.decided");
        work.finish("approveReferral", reference, referral.id(), Map.of("approval", approved ? "APPROVED" : "RETURNED"));
    }

    /** Makes the pack, gives it to the employer, tells the subject. What was sent already is not sent again. @throws Refusal STATE where nobody may tell them */
    @Permitted(Act.CLOCKWORK)
    public void send(Long id) {
        Referral referral = file.held(id);
        if (referral.status() == Status.APPROVED) {
            investigations.byReference(referral.reference()).requireContactAllowed();
            requireReferable(referral);
            referralSending.send(referral);
            file.record("referral.sent", referral, Map.of("pack", referral.round()));
        }
    }

    /**
     * Reminds the employer to acknowledge. Does nothing where the answer has come or is not due any more, while the subject may not be
     * contacted, or a moment after the last time.
     */
    @Permitted(Act.CLOCKWORK)
    public void chase(Long id) {
        Referral referral = file.held(id);
        if (referral.status() == Status.SENT && isDue(referral) && mayAct(referral) && referralSending.chase(referral)) {
            file.record("referral.chased", referral, Map.of());
        }
    }

    /** Its deadline may have moved while the clock that strikes now stood where it was. */
    private boolean isDue(Referral referral) {
        return !file.sign().at().isBefore(referral.acknowledgeBy());
    }

    /** Asks the employer how far it has come. Does nothing where the outcome is known, nor while the subject may not be contacted. */
    @Permitted(Act.CLOCKWORK)
    public void chaseProgress(Long id) {
        Referral referral = file.held(id);
        if (referral.status() == Status.ACCEPTED && mayAct(referral) && referralSending.chaseProgress(referral)) {
            file.record("referral.progressChased", referral, Map.of());
        }
    }

    /** Nobody is urged to talk to somebody who may not be talked to. */
    private boolean mayAct(Referral referral) {
        return investigations.byReference(referral.reference()).contactAllowed();
    }

    /** @throws Refusal STATE where no question waits or the employer may be told no more, INVALID on {@code words} */
    @Permitted(Act.COMPOSE_REFERRAL)
    public void answerQuestion(Long id, String words) {
        Referral referral = file.running(id, "answerQuestion");
        team.acts(investigations.byReference(referral.reference()), Capacity.INVESTIGATED);
        new Checks().text("words", words, Checks.LONG_TEXT).done();
        ask(referral, List.of());
        referralSending.answer(referral, words);
        file.record("referral.questionAnswered", referral, Map.of("words", words));
        work.finish("answerQuestion", referral.reference(), id, Map.of());
    }

    /**
     * Decides what follows when an organisation said that the person is not theirs.
     *
     * @param organisationId required for another organisation, and not the one that declined
     * @throws Refusal STATE where nobody declined, or no employer may be told any more, INVALID naming each field
     */
    @Permitted(Act.COMPOSE_REFERRAL)
    public void redirect(Long id, Redirect where, Long organisationId, String reasons) {
        Referral referral = file.running(id, "redirectReferral");
        team.acts(investigations.byReference(referral.reference()), Capacity.INVESTIGATED);
        boolean other = where == Redirect.OTHER_ORGANISATION;
        new Checks().required("redirect", where).text("reasons", reasons, Checks.LONG_TEXT)
                .that(!other || organisationId != null && !organisationId.equals(referral.organisationId()),
                        "organisationId", "referral.refused.sameOrganisation").done();
        if (other) {
            ask(referral, List.of());
            directory.organisation(organisationId);
            referral.redirected(organisationId, reasons, file.sign());
        } else {
            referral.stopped(reasons, file.sign());
            file.toClosing(referral, reasons);
        }
        file.record("referral.redirected", referral, Map.of("redirect", where.name(), "reasons", reasons));
        work.finish("redirectReferral", referral.reference(), id, Map.of("redirect", where.name()));
    }

    /**
     * The duties that follow from the outcome have been looked at, and the case can be closed. Where a later outcome asks for them
     * anew, the case may have ended meanwhile.
     *
     * @throws Refusal STATE where no outcome is recorded yet that nobody has looked at, INVALID naming each field
     */
    @Permitted(Act.CHECK_DUTIES)
    public void checkDuties(Long id, Duties duties) {
        Referral referral = file.heldInSight(id);
        boolean step = work.isOpen("checkDuties", referral.reference(), id);
        if (step) {
            file.running(id, "checkDuties");
        } else if (!due.isOpen(referral)) {
            throw work.refusal("checkDuties", referral.reference(), id);
        }
        Outcome outcome = file.outcomes(referral).get(0);
        due.learn(referral.reference(), duties.profession());
        DutyRules.check(duties, due.of(referral.reference(), outcome.told().result(), Language.EN), due.profession(referral.reference()) != null,
                boards.board().country(), file.today());
        due.keep(new DutyCheck(referral, outcome.number(), duties, file.sign()), duties);
        file.record("referral.dutiesChecked", referral, Map.of("dbsReferred", duties.dbsReferred(), "note", duties.note(), "regulators",
                duties.told().stream().map(Duties.Told::regulator).collect(Collectors.joining(" "))));
        if (step) {
            referral.completed(ReferralMove.Kind.DUTIES_CHECKED, duties.note(), file.sign());
            file.toClosing(referral, duties.note());
            work.finish("checkDuties", referral.reference(), id, Map.of());
        } else {
            referral.add(new ReferralMove(referral, ReferralMove.Kind.DUTIES_CHECKED, duties.note(), file.sign()));
        }
    }

    /** What a pack may tell is what the subject could answer. @throws Refusal STATE where anybody knows a reason against it */
    private void requireReferable(Referral referral) {
        Set<Long> told = findings.referable(referral.setId()).stream().map(FindingQueries.FindingLine::allegationId).collect(Collectors.toSet());
        List<Allegation> all = investigations.allegations(investigations.byReference(referral.reference()).id());
        ask(referral, all.stream().filter(one -> told.contains(one.id())).toList());
    }

    /** @param telling what is alleged that the employer would be told now; none where they were told before */
    private void ask(Referral referral, List<Allegation> telling) {
        ReferringWanted wanted = new ReferringWanted(referral.reference(), telling);
        referring.fire(wanted);
        wanted.require();
    }
}
