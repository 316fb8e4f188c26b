package org.probity.cooperation;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import org.probity.access.Caller;
import org.probity.access.Capacity;
import org.probity.access.CurrentCaller;
import org.probity.access.Role;
import org.probity.casework.Team;
import org.probity.investigation.Investigation;
import org.probity.investigation.Investigations;
import org.probity.kernel.Refusal;
import org.probity.member.Directory;
import org.probity.member.Person;

/** Who comes to a request for help, and in which capacity. Out of sight answers like not there. */
@Dependent
class CooperationAccess {

    @Inject
    private EntityManager entities;

    @Inject
    private Investigations investigations;

    @Inject
    private Team team;

    @Inject
    private Directory directory;

    /** Whether it was sent to the caller and is theirs to see now, asked without loading it. */
    private static final String ASKED = "select r.id from CooperationRequest r join Person p on p.id = r.subjectId where r.id = :id and"
            + Person.isCaller("p") + "and exists (select 1 from CooperationRound n where n.request = r and n.sentAt is not null) and"
            + Investigations.reachesSubject("r.reference");

    /** For the clockwork: its case is held first. */
    CooperationRequest held(Long id) {
        investigations.lockCaseOf(CooperationRequest.class, id);
        return any(id);
    }

    /** For the clockwork. */
    CooperationRequest any(Long id) {
        CooperationRequest request = id == null ? null : entities.find(CooperationRequest.class, id);
        if (request == null) {
            throw Refusal.notFound();
        }
        return request;
    }

    /** The same for whoever works on the case, or was asked; others come no further than {@link #requireSight}. */
    CooperationRequest heldInSight(Long id) {
        requireSight(id);
        investigations.lockCaseOf(CooperationRequest.class, id);
        return seen(id);
    }

    private void requireSight(Long id) {
        if (!isAsked(id)) {
            requireDesk();
            investigations.requireSightOf(CooperationRequest.class, id);
        }
    }

    private boolean isAsked(Long id) {
        return !entities.createQuery(ASKED, Long.class).setParameter("id", id)
                .setParameter("me", CurrentCaller.get().accountOrNobody()).setMaxResults(1).getResultList().isEmpty();
    }

    /** For whoever works on the case, or was asked. */
    CooperationRequest seen(Long id) {
        CooperationRequest request = any(id);
        if (!asked(request)) {
            requireDesk();
            investigations.visible(request.reference());
        }
        return request;
    }

    /** For the officer, in a case that runs. */
    CooperationRequest working(Long id, CooperationRequest.Status... expected) {
        requireDesk();
        investigations.requireSightOf(CooperationRequest.class, id);
        Investigation investigation = investigations.lockCaseOf(CooperationRequest.class, id);
        investigations.visible(investigation);
        CooperationRequest request = any(id);
        request.expect(expected);
        investigation.requireRunning();
        return request;
    }

    /** For a lead who did not investigate. */
    CooperationRequest authorising(Long id) {
        CooperationRequest request = working(id, CooperationRequest.Status.AUTHORITY_WANTED);
        team.acts(investigations.byReference(request.reference()), Capacity.APPROVED);
        return request;
    }

    /** For the subject in the portal, or for an officer who writes down what came another way. */
    CooperationRequest answerable(Long id, CooperationReply.Channel channel, Instant now) {
        requireSight(id);
        Investigation investigation = investigations.lockCaseOf(CooperationRequest.class, id);
        CooperationRequest request = any(id);
        boolean own = asked(request);
        if (!own) {
            requireOfficer();
            team.require(investigations.visible(investigation), Capacity.INVESTIGATED);
        }
        if (own == (channel != CooperationReply.Channel.PORTAL)) {
            throw Refusal.invalid("channel", own ? "cooperation.refused.ownChannel" : "cooperation.refused.channel");
        }
        request.expectReply(own, now);
        investigation.requireRunning();
        return request;
    }

    /** For the subject alone, in a case that runs. */
    CooperationRequest own(Long id) {
        requireAsked(isAsked(id));
        Investigation investigation = investigations.lockCaseOf(CooperationRequest.class, id);
        CooperationRequest request = any(id);
        requireAsked(asked(request));
        investigation.requireRunning();
        return request;
    }

    private static void requireAsked(boolean asked) {
        if (!asked) {
            throw Refusal.notFound();
        }
    }

    /** Who writes down somebody else's answer investigates the case. */
    void answered(CooperationRequest request) {
        if (!asked(request)) {
            investigates(request);
        }
    }

    /** The caller investigates this case from now on, and will not judge it. */
    void investigates(CooperationRequest request) {
        team.acts(investigations.byReference(request.reference()), Capacity.INVESTIGATED);
    }

    /** Asked of whoever sees the request: they know that it is there. */
    private static void requireOfficer() {
        if (!CurrentCaller.get().has(Role.OFFICER)) {
            throw Refusal.forbidden("identity.refused.role");
        }
    }

    private static void requireDesk() {
        Caller caller = CurrentCaller.get();
        if (!caller.has(Role.OFFICER) && !caller.has(Role.LEAD)) {
            throw Refusal.notFound();
        }
    }

    /** Whoever may not be contacted finds nothing that was asked of them, until they may be. */
    private boolean asked(CooperationRequest request) {
        return request.everSent() && directory.person(request.subjectId()).isCaller()
                && investigations.byReference(request.reference()).contactAllowed();
    }
}
