package org.probity.powers;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
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
import org.probity.account.Account;
import org.probity.account.Accounts;
import org.probity.account.SignedIn;
import org.probity.crypto.Secrets;
import org.probity.kernel.Refusal;
import org.probity.member.Memberships;
import org.probity.powers.Invitation.Ending;
import org.probity.tenancy.CurrentBoard;

/**
 * The person's side of invitations to the current board: only they say yes. Who has an account says it signed in to it, with
 * their own passphrase and second factor; who has none chooses a passphrase by the link in the letter.
 */
@Stateless
@Guarded
public class Consent {

    /** What somebody is asked. */
    public record Asked(Long id, String name, String email, Set<Role> roles, Instant since) {
    }

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Accounts accounts;

    @Inject
    private Memberships memberships;

    @Inject
    private Event<AccountAct> acts;

    @Inject
    private Clock clock;

    /** What the link leads to, while it is good; looking at it does not use it up, since mail programs look. */
    @Permitted(Act.ENTER)
    public Optional<Asked> asked(String secret) {
        return good(secret).map(Consent::asked);
    }

    /** Whether whoever has that link signs in to say yes; otherwise they choose a passphrase, and have an account from then on. */
    @Permitted(Act.ENTER)
    public boolean signsIn(String secret) {
        return good(secret).filter(this::isKnown).isPresent();
    }

    private boolean isKnown(Invitation invitation) {
        return CurrentBoard.outside(() -> accounts.known(invitation.email())).filter(known -> !known.isOpenedByInvitation()).isPresent();
    }

    /**
     * Somebody without a passphrase says yes, and chooses one.
     *
     * @throws Refusal NOT_FOUND where the link is no longer good, or its address signs in already; INVALID on {@code passphrase}
     *     or {@code again}; UNAVAILABLE while the board's cases are looked through for them
     */
    @Permitted(Act.ENTER)
    public void accept(String secret, String passphrase, String again) {
        Invitation invitation = good(secret).orElseThrow(Refusal::notFound);
        expect(invitation);
        String board = CurrentBoard.slug();
        var newcomer = new Accounts.Newcomer(invitation.email(), invitation.name(), invitation.email(), null, invitation.language());
        join(invitation, CurrentBoard.outside(() -> accounts.open(board, newcomer, passphrase, again)));
    }

    /** By the link: somebody does not want to. @throws Refusal NOT_FOUND where it is no longer good */
    @Permitted(Act.ENTER)
    public void decline(String secret) {
        end(good(secret).orElseThrow(Refusal::notFound), Ending.DECLINED, null);
    }

    /** Before anybody has an account by it, which stays theirs. */
    private void expect(Invitation invitation) {
        Account account = CurrentBoard.outside(() -> accounts.known(invitation.email())).orElse(null);
        memberships.expect(account, invitation.name(), invitation.email(), invitation.roles());
    }

    /** What the account is asked by the current board; nothing for somebody whom a provider vouches for. */
    @Permitted(Act.ENTER)
    public List<Asked> mine(SignedIn me) {
        return offered(me).stream().map(Consent::asked).toList();
    }

    /** @throws Refusal NOT_FOUND where the account is not asked so; UNAVAILABLE while the board's cases are looked through for them */
    @Permitted(Act.ENTER)
    public void accept(SignedIn me, Long id) {
        Invitation invitation = mine(me, id);
        expect(invitation);
        String board = CurrentBoard.slug();
        join(invitation, CurrentBoard.outside(() -> accounts.admit(board, me.account().id())));
    }

    /** @throws Refusal NOT_FOUND where the account is not asked so */
    @Permitted(Act.ENTER)
    public void decline(SignedIn me, Long id) {
        end(mine(me, id), Ending.DECLINED, me.account());
    }

    private void join(Invitation invitation, Account account) {
        end(invitation, Ending.ACCEPTED, account);
        Caller themself = new Caller(account.id(), null, invitation.name(), Set.of(Role.PUBLIC), null, account.language());
        CurrentCaller.run(themself, () -> memberships.join(account, invitation.name(), invitation.roles(), invitation.organisationId()));
    }

    private void end(Invitation invitation, Ending how, Account account) {
        invitation.ends(how, clock.instant());
        acts.fire(new AccountAct(how == Ending.ACCEPTED ? "account.invitationTaken" : "account.invitationDeclined",
                account == null ? null : account.id(), invitation.name(), Map.of("roles", invitation.roles())));
    }

    private Invitation mine(SignedIn me, Long id) {
        return offered(me).stream().filter(invitation -> invitation.id().equals(id)).findFirst().orElseThrow(Refusal::notFound);
    }

    private List<Invitation> offered(SignedIn me) {
        if (!me.keepsOwnKeys() || me.owesSecondFactor()) {
            return List.of();
        }
        return entities.createQuery("select i from Invitation i where i.openKey = :email and i.sentAt is not null", Invitation.class)
                .setParameter("email", me.account().username()).getResultList();
    }

    private Optional<Invitation> good(String secret) {
        return entities.createQuery("select i from Invitation i where i.secretHash = :hash", Invitation.class)
                .setParameter("hash", Secrets.hash(secret == null ? "" : secret)).getResultList().stream().findFirst()
                .filter(invitation -> invitation.isGood(clock.instant()));
    }

    private static Asked asked(Invitation invitation) {
        return new Asked(invitation.id(), invitation.name(), invitation.email(), invitation.roles(), invitation.signature().at());
    }
}
