package org.probity.powers;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.probity.access.AccountAct;
import org.probity.access.Act;
import org.probity.access.Caller;
import org.probity.access.CurrentCaller;
import org.probity.access.Guarded;
import org.probity.access.Permitted;
import org.probity.access.Role;
import org.probity.access.Signature;
import org.probity.kernel.Checks;
import org.probity.kernel.Language;
import org.probity.kernel.Refusal;
import org.probity.member.Administration;
import org.probity.member.Administration.NewMember;
import org.probity.member.Directory;
import org.probity.member.Organisation;
import org.probity.powers.Invitation.Ending;

/** The board's side of invitations: asks people to join, again, or no more. */
@Stateless
@Guarded
public class Invitations {

    /**
     * An invitation in the board's list: what was typed, and nothing of an account.
     *
     * @param sent whether it has gone out, or waits for a second administrator
     */
    public record InvitationLine(Long id, String name, String email, Set<Role> roles, String organisation, boolean sent, Instant since) {
    }

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Directory directory;

    @Inject
    private InvitationLetters letters;

    @Inject
    private PowerProposals proposals;

    @Inject
    private Event<AccountAct> acts;

    @Inject
    private Clock clock;

    /**
     * Asks somebody to join the current board, alike whether they have an account or not. In a role that has power over others or
     * reads what is in cases they are asked once a second administrator has confirmed it.
     *
     * @throws Refusal INVALID naming each field; STATE where they are a member already, or are asked already
     */
    @Permitted(Act.CHANGE_POWERS)
    public Long invite(NewMember given) {
        Invitation invitation = keep(given);
        ask(invitation, PowerChange.touches(Set.of(), invitation.roles()));
        return invitation.id();
    }

    private void ask(Invitation invitation, boolean second) {
        if (second) {
            Organisation organisation = Administration.isEmployed(invitation.roles()) ? directory.organisation(invitation.organisationId()) : null;
            proposals.propose(PowerChange.invited(invitation, Signature.now(clock.instant())).at(organisation));
        } else {
            letters.send(invitation.id());
        }
    }

    /**
     * An administrator of a board without members. In a new board, who was asked before is not any more; in one that has had
     * members those stay asked whom it brought along.
     *
     * @param second whether somebody else is to confirm it
     */
    @Permitted(Act.INTERNAL)
    public void appoint(String name, String email, boolean second) {
        if (!second) {
            open().forEach(earlier -> earlier.ends(Ending.WITHDRAWN, clock.instant()));
            entities.flush();
        }
        ask(keep(new NewMember(name, email, Set.of(Role.ADMINISTRATOR), null, Language.EN)), second);
    }

    private Invitation keep(NewMember given) {
        check(given);
        String email = given.email().strip().toLowerCase(Locale.ROOT);
        requireNew(email);
        Invitation invitation = new Invitation(given.name().strip(), email, given.roles(), given.organisationId(),
                given.language() == null ? Language.EN : given.language(), Signature.now(clock.instant()));
        entities.persist(invitation);
        entities.flush();
        tell("account.invited", invitation);
        return invitation;
    }

    private void check(NewMember given) {
        Set<Role> roles = given.roles() == null ? Set.of() : given.roles();
        new Checks().name("name", given.name()).required("email", given.email())
                .email("email", given.email())
                .that(Administration.mayBeGiven(roles), "roles", "identity.refused.roles")
                .that(!Administration.isEmployed(roles) || given.organisationId() != null, "organisationId", "identity.refused.organisation").done();
        if (given.organisationId() != null) {
            directory.organisation(given.organisationId());
        }
    }

    private void requireNew(String email) {
        boolean member = !entities.createQuery("select m.id from Member m where m.endedAt is null and lower(m.email) = :email", Long.class)
                .setParameter("email", email).getResultList().isEmpty();
        if (member) {
            throw Refusal.state("identity.refused.memberAlready");
        }
        if (open().stream().anyMatch(invitation -> invitation.email().equals(email))) {
            throw Refusal.state("identity.refused.invitedAlready");
        }
    }

    /** Those that are open, by name. */
    @Permitted(Act.ADMINISTER)
    public List<InvitationLine> waiting() {
        return open().stream().map(this::line).toList();
    }

    private InvitationLine line(Invitation invitation) {
        Organisation organisation = invitation.organisationId() == null ? null : entities.find(Organisation.class, invitation.organisationId());
        return new InvitationLine(invitation.id(), invitation.name(), invitation.email(), invitation.roles(),
                organisation == null ? null : organisation.name(), invitation.isSent(), invitation.signature().at());
    }

    private List<Invitation> open() {
        return entities.createQuery("select i from Invitation i where i.endedAt is null order by i.name", Invitation.class).getResultList();
    }

    /** The letter again. @throws Refusal NOT_FOUND; STATE while it waits for a second administrator */
    @Permitted(Act.CHANGE_POWERS)
    public void sendAgain(Long id) {
        Invitation invitation = find(id);
        if (!invitation.isSent()) {
            throw Refusal.state("identity.refused.notConfirmed");
        }
        letters.send(id);
        tell("account.invitedAgain", invitation);
    }

    /** They are asked no more. @throws Refusal NOT_FOUND */
    @Permitted(Act.CHANGE_POWERS)
    public void withdraw(Long id) {
        Invitation invitation = find(id);
        invitation.ends(Ending.WITHDRAWN, clock.instant());
        proposals.drop(PowerChange.keyOf(invitation));
        tell("account.invitationWithdrawn", invitation);
    }

    private Invitation find(Long id) {
        return Optional.ofNullable(id).map(given -> entities.find(Invitation.class, given)).filter(Invitation::isOpen).orElseThrow(Refusal::notFound);
    }

    private void tell(String act, Invitation invitation) {
        Caller caller = CurrentCaller.get();
        acts.fire(new AccountAct(act, caller.accountId(), caller.name(), Map.of("member", invitation.name(), "email", invitation.email(), "roles", invitation.roles())));
    }
}
