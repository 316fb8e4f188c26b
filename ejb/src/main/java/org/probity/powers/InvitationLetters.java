package org.probity.powers;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import org.probity.access.Act;
import org.probity.access.Guarded;
import org.probity.access.Permitted;
import org.probity.account.AccountMail;
import org.probity.account.AccountMailer;
import org.probity.crypto.Secrets;
import org.probity.tenancy.CurrentBoard;

/** Sends invitations: the same letter whether the address has an account or not. */
@Stateless
@Guarded
public class InvitationLetters {

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private AccountMailer accountMailer;

    @Inject
    private Clock clock;

    /** With a new link; the one before is void. @throws org.probity.kernel.Refusal STATE where the invitation has ended */
    @Permitted(Act.INTERNAL)
    public void send(Long invitationId) {
        Invitation invitation = entities.find(Invitation.class, invitationId);
        String secret = Secrets.random();
        invitation.sent(secret, clock.instant());
        accountMailer.post(new AccountMail("account.invitation/" + invitation.id() + "/" + clock.millis(), "account.invitation", invitation.name(),
                invitation.email(), invitation.language(), CurrentBoard.slug() + "/invitations/", secret, invitation.expiresAt()));
    }
}
