package org.probity.casework;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.probity.access.Act;
import org.probity.access.CurrentCaller;
import org.probity.access.Guarded;
import org.probity.access.Permitted;
import org.probity.access.Role;
import org.probity.access.Signature;
import org.probity.audit.Audit;
import org.probity.concern.UnseenCases;
import org.probity.investigation.DeskMail;
import org.probity.investigation.Investigation;
import org.probity.kernel.Checks;
import org.probity.kernel.Refusal;
import org.probity.member.Member;
import org.probity.member.Members;
import org.probity.member.TeamPlace;
import org.probity.powers.PowerChange;
import org.probity.powers.PowerChange.Kind;
import org.probity.powers.PowerDecided;
import org.probity.powers.PowerProposals;

/**
 * Gives a restricted case that nobody on its team can see any more, as after a board was restored elsewhere, a lead who can. An
 * administrator asks for it, who sees no case; a lead or auditor confirms it, who makes nobody a lead. So nobody opens a case to
 * themself, or to somebody of their choice.
 */
@Stateless
@Guarded
public class TeamAppointments {

    private static final int WORDS = 1000;

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private UnseenCases cases;

    @Inject
    private Members members;

    @Inject
    private PowerProposals proposals;

    @Inject
    private DeskMail desk;

    @Inject
    private Audit audit;

    @Inject
    private Clock clock;

    /** The leads who could be asked for, whether or not a case names them: that is not for an administrator to know. */
    @Permitted(Act.ADMINISTER)
    public List<Member> leads() {
        return members.standing().stream().filter(TeamAppointments::isLead)
                .filter(member -> !member.accountId().equals(CurrentCaller.get().accountId())).toList();
    }

    /**
     * That lead is to have a place on the team of the case.
     *
     * @param unseen reference of a restricted case that no lead sees and that does not name the caller
     * @throws Refusal INVALID on {@code reference}, {@code memberId} or {@code reasons}; STATE where one waits for that case
     */
    @Permitted(Act.CHANGE_POWERS)
    public void ask(String unseen, Long memberId, String reasons) {
        Member lead = leads().stream().filter(member -> member.id().equals(memberId)).findFirst().orElse(null);
        new Checks().that(cases.isRestricted(unseen), "reference",
                "investigation.refused.notUnseen").that(lead != null, "memberId", "investigation.refused.appointee")
                .text("reasons", reasons, WORDS).done();
        proposals.propose(PowerChange.ofTeam(unseen, lead, reasons.strip(), Signature.now(clock.instant())));
    }

    /** @throws Refusal STALE where somebody sees the case since, or they are no lead any more */
    @Permitted(Act.INTERNAL)
    public void hear(@Observes PowerDecided decided) {
        if (decided.confirms(Kind.TEAM)) {
            appoint(decided.change());
        }
    }

    private void appoint(PowerChange change) {
        members.hold(change.memberId());
        Investigation investigation = entities.createQuery("select i from Investigation i where i.reference = :reference", Investigation.class)
                .setParameter("reference", change.reference()).setLockMode(LockModeType.PESSIMISTIC_WRITE).getSingleResult();
        Member lead = members.member(change.memberId());
        if (lead.hasEnded() || !isLead(lead) || !cases.lacksTeam(change.reference())) {
            throw Refusal.stale();
        }
        if (!hasPlace(change.reference(), lead)) {
            TeamPlace place = new TeamPlace(change.reference(), lead, change.reason(), change.signature().name(), clock.instant());
            entities.persist(place);
            desk.colleague(lead, change.reference(), "place/" + place.id(), "officer.onTeam");
            audit.record("restriction.joined", change.reference(), "investigation", investigation.id(), null,
                    Map.of("member", lead.name(), "reasons", change.reason(), "asked", change.signature().name()));
        }
    }

    private static boolean isLead(Member member) {
        return member.roles().contains(Role.LEAD);
    }

    private boolean hasPlace(String reference, Member lead) {
        return !entities.createQuery("select p.id from TeamPlace p where p.reference = :reference and p.accountId = :account and p.leftAt is null", Long.class)
                .setParameter("reference", reference).setParameter("account", lead.accountId()).getResultList().isEmpty();
    }
}
