package org.probity.referral;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.probity.access.Act;
import org.probity.access.Capacity;
import org.probity.access.CurrentCaller;
import org.probity.access.Guarded;
import org.probity.access.OfCase;
import org.probity.access.Permitted;
import org.probity.casework.Team;
import org.probity.disclosure.Packs;
import org.probity.documents.ContentBytes;
import org.probity.investigation.Investigations;
import org.probity.kernel.Refusal;
import org.probity.member.Directory;
import org.probity.outcome.Duties;
import org.probity.outcome.DutyCheck;
import org.probity.outcome.DutyText;
import org.probity.outcome.Outcome;
import org.probity.outcome.ReferralOutcome;
import org.probity.worklist.Work;

/** Reads referrals for the board's own people, and the letter that told the subject. */
@Stateless
@Guarded
public class ReferralQueries {

    private static final List<String> STEPS = List.of("composePack", "approveReferral", "acknowledgeReferral",
            "answerQuestion", "redirectReferral", "recordOutcome", "checkDuties");

    @Inject
    private Investigations investigations;

    @Inject
    private Directory directory;

    @Inject
    private Team team;

    @Inject
    private Packs packs;

    @Inject
    private ReferralSending referralSending;

    @Inject
    private ReferralFile file;

    @Inject
    private DueDuties duties;

    @Inject
    private Work work;

    /**
     * The case's referral, if there is one; of several, the last while it runs, which every act of the case is about; else the one
     * whose duties wait to be looked at, else the last.
     *
     * @throws Refusal NOT_FOUND where the case is out of sight
     */
    @Permitted(Act.SEE_INVESTIGATION)
    public Optional<ReferralView.Desk> desk(@OfCase String reference) {
        investigations.visible(reference);
        Optional<Referral> latest = file.latest(reference);
        return latest.filter(referral -> !referral.status().ended()).or(() -> duties.open(reference).stream().findFirst()).or(() -> latest)
                .map(this::desk);
    }

    /** One of the case's referrals, such as an earlier one whose duties wait. @throws Refusal NOT_FOUND where the case is out of sight or has no such */
    @Permitted(Act.SEE_INVESTIGATION)
    public ReferralView.Desk desk(@OfCase String reference, Long id) {
        investigations.visible(reference);
        Referral referral = file.byId(id);
        if (!referral.reference().equals(reference)) {
            throw Refusal.notFound();
        }
        return desk(referral);
    }

    /** What the head of the case says of its last referral. @throws Refusal NOT_FOUND where the case is out of sight */
    @Permitted(Act.SEE_INVESTIGATION)
    public ReferralView.Marks marks(@OfCase String reference) {
        investigations.visible(reference);
        ReferralOutcome.Appeal appeal = file.latest(reference).flatMap(referral -> file.outcomes(referral).stream().findFirst())
                .map(outcome -> outcome.told().appeal()).orElse(ReferralOutcome.Appeal.NONE);
        return new ReferralView.Marks(appeal, !duties.open(reference).isEmpty());
    }

    /** What can go into the pack. @throws Refusal FORBIDDEN for whoever reviewed or approved, STATE where no pack is being composed */
    @Permitted(Act.COMPOSE_REFERRAL)
    public Packs.Composing composing(@OfCase String reference) {
        Referral referral = file.running(reference, "composePack");
        team.require(investigations.byReference(reference), Capacity.INVESTIGATED);
        return packs.composing(file.packCase(referral));
    }

    /** The pack as it would be sent now, for whoever is to approve it. @throws Refusal STATE where none is composed */
    @Permitted(Act.SEE_INVESTIGATION)
    public ContentBytes preview(@OfCase String reference) {
        investigations.visible(reference);
        Referral referral = file.latest(reference).filter(r -> r.status() == Status.AWAITING_APPROVAL)
                .orElseThrow(() -> Refusal.state("referral.refused.noPack"));
        file.seen("referral.packPreviewed", referral);
        return packs.preview(file.packCase(referral), referralSending.acknowledgeBy(file.sign().at()));
    }

    private ReferralView.Desk desk(Referral referral) {
        List<Outcome> outcomes = file.outcomes(referral);
        String step = step(referral);
        boolean outsider = !team.bars(investigations.byReference(referral.reference()), Capacity.APPROVED);
        return new ReferralView.Desk(referral.id(), referral.version(), referral.reference(), referral.status(),
                referral.round(), referral.organisationId(),
                directory.organisation(referral.organisationId()).name(CurrentCaller.get().language()), referral.reasons(),
                referral.summary(), items(referral, outsider), referral.sentAt(),
                referral.acknowledgeBy(), referral.packId(), file.moves(referral, EnumSet.allOf(ReferralMove.Kind.class)).stream().map(ReferralQueries::line).toList(),
                outcomes(outcomes), duties.checks(referral).stream().map(this::line).toList(), due(referral, outcomes, step),
                duties.profession(referral.reference()) != null, step, outsider, othersDue(referral));
    }

    private String step(Referral referral) {
        Stream<String> open = STEPS.stream().filter(task -> work.isOpen(task, referral.reference(), referral.id()));
        return duties.isOpen(referral) ? "checkDuties" : referral.status().ended() ? null : open.findFirst().orElse(null);
    }

    private List<DutyText> due(Referral referral, List<Outcome> outcomes, String step) {
        return "checkDuties".equals(step)
                ? duties.of(referral.reference(), outcomes.get(0).told().result(), CurrentCaller.get().language()) : List.of();
    }

    private List<Long> othersDue(Referral referral) {
        return duties.open(referral.reference()).stream().map(Referral::id).filter(id -> !id.equals(referral.id())).toList();
    }

    private ReferralView.DutyLine line(DutyCheck check) {
        Duties found = check.duties(duties.told(check));
        return new ReferralView.DutyLine(found.dbsReferred(), found.dbsReferredBy(), found.dbsReferredOn(), found.dbsReference(), found.dbsWhyNot(),
                found.regulators(), found.regulatorWhyNot(), found.note(), check.signed().name(), check.signed().at());
    }

    static ReferralView.MoveLine line(ReferralMove move) {
        return new ReferralView.MoveLine(move.kind(), move.round(), move.words(), move.signed().name(), move.signed().at());
    }

    static List<ReferralView.OutcomeLine> outcomes(List<Outcome> outcomes) {
        return outcomes.stream().map(o -> new ReferralView.OutcomeLine(o.told().result(), o.told().decidedOn(),
                o.told().words(), o.told().appeal(), o.told().appealWords(), o.signed().name(), o.signed().at())).toList();
    }

    private List<Packs.PackedItem> items(Referral referral, boolean outsider) {
        boolean compares = referral.status() == Status.AWAITING_APPROVAL && outsider && Act.APPROVE_REFERRAL.allows(CurrentCaller.get());
        return compares ? packs.compared(file.packCase(referral)) : packs.items(referral.id(), referral.round());
    }
}
