package org.probity.powers;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.probity.access.Act;
import org.probity.access.Caller;
import org.probity.access.CaseExclusions;
import org.probity.access.CurrentCaller;
import org.probity.access.Guarded;
import org.probity.access.Permitted;
import org.probity.access.Role;
import org.probity.access.Signature;
import org.probity.kernel.Checks;
import org.probity.kernel.Page;
import org.probity.kernel.Refusal;
import org.probity.member.Administration;
import org.probity.member.Member;
import org.probity.member.Memberships;
import org.probity.member.Organisation;
import org.probity.powers.PowerChange.Decision;
import org.probity.powers.PowerChange.Kind;

/**
 * Who is what at the current board is changed here. Nobody changes what they are themself; and what touches lead, administrator
 * or auditor, or makes somebody an officer or HR partner, waits until a second administrator confirms it, or the operator where the board has none who could.
 */
@Stateless
@Guarded
public class PowerChanges {

    private static final int SHOWN = 50;

    /**
     * A change in a list.
     *
     * @param email of whom it is about; null where it is no matter of a person
     * @param saidBefore what was set, where it is no matter of roles; null where nothing was
     * @param saidAfter what is to be set; the parent organisation where it is a matter of roles there
     * @param mine whether the caller may confirm it, as an administrator of the board; or as a lead or auditor, where it opens a case
     * @param operators whether the board has nobody who could
     * @param decidedBy null while it waits
     */
    public record Line(Long id, Kind kind, String name, String email, Set<Role> before, Set<Role> after, String saidBefore, String saidAfter,
            String reason, Instant at, String by, boolean mine, boolean operators, Decision decision, Instant decidedAt, String decidedBy) {
    }

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Memberships memberships;

    @Inject
    private InvitationLetters letters;

    @Inject
    private PowerProposals proposals;

    @Inject
    private CaseExclusions caseExclusions;

    @Inject
    private Clock clock;

    /**
     * Other roles, from the next request on, or once it is confirmed.
     *
     * @throws Refusal NOT_FOUND; INVALID on {@code roles} or {@code reason}; STATE where they are the caller's own, the board would
     *     have no administrator, or another change waits; UNAVAILABLE while the board's cases are looked through for the member
     */
    @Permitted(Act.CHANGE_POWERS)
    public void changeRoles(Long memberId, Set<Role> roles, String reason) {
        Member member = somebodyElse(memberId);
        if (roles != null && !PowerChange.touches(member.roles(), roles)) {
            memberships.expect(memberId, roles);
        }
        memberships.check(memberId, roles, reason);
        if (PowerChange.touches(member.roles(), roles)) {
            Organisation organisation = Administration.isEmployed(roles) ? entities.find(Organisation.class, member.organisationId()) : null;
            proposals.propose(PowerChange.of(member, roles, reason, Signature.now(clock.instant())).at(organisation));
        } else {
            memberships.changeRoles(memberId, roles, reason);
        }
    }

    /**
     * They are no member from the next request on, or once it is confirmed.
     *
     * @throws Refusal NOT_FOUND; INVALID on {@code reason}; STATE where it is the caller's own, the board would have no
     *     administrator, or another change waits
     */
    @Permitted(Act.CHANGE_POWERS)
    public void end(Long memberId, String reason) {
        new Checks().text("reason", reason, 1000).done();
        memberships.requireAdministratorLeft(memberId, Set.of());
        Member member = somebodyElse(memberId);
        if (PowerChange.touches(member.roles(), Set.of())) {
            proposals.propose(PowerChange.of(member, Set.of(), reason, Signature.now(clock.instant())));
        } else {
            proposals.drop(PowerChange.keyOf(member));
            memberships.end(memberId, reason);
        }
    }

    /** Nobody decides over their own powers. */
    private Member somebodyElse(Long memberId) {
        Member member = memberships.standing(memberId);
        if (member.accountId().equals(CurrentCaller.get().accountId())) {
            throw Refusal.state("identity.refused.own");
        }
        return member;
    }

    /**
     * It is done.
     *
     * @throws Refusal NOT_FOUND where no such change waits; STATE for whoever asked for it or is the one it is about, for the
     *     operator where the board has somebody who could, or where the roles have changed since; UNAVAILABLE while the board's
     *     cases are looked through for the member
     */
    @Permitted(Act.CONFIRM_POWERS)
    public void confirm(Long id) {
        PowerChange change = waiting(id, false);
        change.requireSecondPerson(CurrentCaller.get());
        requireBoardsOwn(change);
        if (change.kind() == Kind.ROLES) {
            memberships.expect(change.memberId(), change.after());
        }
        proposals.decide(change, Decision.CONFIRMED);
        apply(change);
        proposals.announce(change);
    }

    /**
     * Somebody has a place on the team of a case that nobody on it could see.
     *
     * @throws Refusal NOT_FOUND where no such change waits, or the case names the caller; STATE for whoever asked for it or is the
     *     one it is about, or where somebody else sees the case since
     */
    @Permitted(Act.CONFIRM_TEAM)
    public void confirmTeam(Long id) {
        PowerChange change = waiting(id, true);
        change.requireSecondPerson(CurrentCaller.get());
        proposals.decide(change, Decision.CONFIRMED);
        proposals.announce(change);
    }

    /** The operator decides nothing that the board itself can. */
    private void requireBoardsOwn(PowerChange change) {
        boolean own = CurrentCaller.get().has(Role.ADMINISTRATOR);
        if (!own && !proposals.confirmers(change).isEmpty()) {
            throw Refusal.state("identity.refused.boardDecides");
        }
    }

    private void apply(PowerChange change) {
        switch (change.kind()) {
            case PROVIDER, ARCHIVE_KEY, SECOND_FACTOR, CONTACT, TEAM -> {
                // whoever keeps what is to be set has heard that it was confirmed
            }
            case INVITED -> letters.send(change.invitationId());
            case ENDED -> {
                requireUnchanged(change);
                memberships.end(change.memberId(), change.reason());
            }
            case ROLES -> {
                requireUnchanged(change);
                memberships.changeRoles(change.memberId(), change.after(), change.reason());
            }
        }
    }

    private void requireUnchanged(PowerChange change) {
        if (!memberships.standing(change.memberId()).roles().equals(change.before())) {
            throw Refusal.stale();
        }
    }

    /** It is not done. @throws Refusal NOT_FOUND where no such change waits; STATE for the one it is about */
    @Permitted(Act.CHANGE_POWERS)
    public void stop(Long id) {
        PowerChange change = waiting(id);
        if (change.isAbout(CurrentCaller.get().accountId())) {
            throw Refusal.state("identity.refused.own");
        }
        proposals.decide(change, Decision.STOPPED);
        if (change.kind() == Kind.INVITED) {
            entities.find(Invitation.class, change.invitationId()).ends(Invitation.Ending.WITHDRAWN, clock.instant());
        }
    }

    private PowerChange waiting(Long id, boolean opensCase) {
        PowerChange change = waiting(id);
        if (opensCase != (change.reference() != null)) {
            throw Refusal.notFound();
        }
        return change;
    }

    private PowerChange waiting(Long id) {
        PowerChange change = id == null ? null : entities.find(PowerChange.class, id);
        if (change == null || !change.isOpen() || hides(change)) {
            throw Refusal.notFound();
        }
        return change;
    }

    /** Of a case that is restricted, whoever is not on its team finds no trace, but for those whom it takes to open it. */
    private boolean hides(PowerChange change) {
        Caller caller = CurrentCaller.get();
        boolean concerned = caller.has(Role.ADMINISTRATOR) || caller.has(Role.AUDITOR) || change.isOpen() && caller.has(Role.LEAD);
        return change.reference() != null && (!concerned || caseExclusions.names(change.reference()));
    }

    /** Those that wait and the latest that were decided, the newest first, at most 50. */
    @Permitted(Act.SEE_POWERS)
    public List<Line> all() {
        return lines(entities.createQuery("select c from PowerChange c order by c.signature.at desc, c.id desc", PowerChange.class));
    }

    /** Those that wait, the newest first, at most 50. For whoever may confirm some of them. */
    @Permitted(Act.SEE_WAITING_POWERS)
    public List<Line> waiting() {
        return lines(entities.createQuery("select c from PowerChange c where c.decision is null order by c.signature.at desc, c.id desc",
                PowerChange.class));
    }

    private List<Line> lines(TypedQuery<PowerChange> query) {
        return Page.first(SHOWN, query, change -> !hides(change)).map(this::line).toList();
    }

    private Line line(PowerChange change) {
        Caller caller = CurrentCaller.get();
        boolean nobodys = change.isOpen() && change.reference() == null && proposals.confirmers(change).isEmpty();
        boolean mine = change.isOpen() && change.confirmers().stream().anyMatch(caller::has) && change.isForAnother(caller.accountId());
        return new Line(change.id(), change.kind(), change.aboutName(), change.aboutEmail(), change.before(), change.after(),
                change.saidBefore(), change.saidAfter(), change.reason(), change.signature().at(), change.signature().name(), mine, nobodys, change.decision(),
                change.decided() == null ? null : change.decided().at(), change.decided() == null ? null : change.decided().name());
    }
}
