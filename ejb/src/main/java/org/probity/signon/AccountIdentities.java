package org.probity.signon;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.probity.access.AccountAct;
import org.probity.access.Act;
import org.probity.access.Caller;
import org.probity.access.CurrentCaller;
import org.probity.access.Guarded;
import org.probity.access.Permitted;
import org.probity.account.Account;
import org.probity.account.Sessions;
import org.probity.kernel.Refusal;

/** Who is who at the providers. Called at no board. */
@Stateless
@Guarded
public class AccountIdentities {

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Sessions sessions;

    @Inject
    private Event<AccountAct> acts;

    @Inject
    private Clock clock;

    /** Somebody a provider has vouched for: since when, and when last. */
    record Known(Long accountId, Instant since, Instant lastUsed) {
    }

    /** The account that belongs to the provider's number for the person. */
    @Permitted(Act.INTERNAL)
    public Optional<Long> account(Assertion given) {
        Optional<AccountIdentity> known = entities.createQuery("select i from AccountIdentity i where i.issuer = :issuer "
                + "and i.subject = :subject", AccountIdentity.class).setParameter("issuer", given.issuer())
                .setParameter("subject", given.subject()).getResultList().stream().findFirst();
        known.ifPresent(identity -> identity.used(clock.instant()));
        return known.map(AccountIdentity::accountId);
    }

    /** Whether the account is somebody there already: an address that was given to another person does not hand it over. */
    @Permitted(Act.INTERNAL)
    public boolean isSomebody(Long accountId, String issuer, String clientId) {
        return !entities.createQuery("select i.id from AccountIdentity i where i.accountId = :account "
                + "and i.issuer = :issuer and i.clientId = :client", Long.class).setParameter("account", accountId)
                .setParameter("issuer", issuer).setParameter("client", clientId).getResultList().isEmpty();
    }

    /**
     * From now on the account is that person at the provider. In its own transaction, and in that one the installation's audit says so.
     *
     * @throws Refusal STATE where it is already somebody else there
     */
    @Permitted(Act.INTERNAL)
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void link(Introduction given) {
        if (isSomebody(given.accountId(), given.issuer(), given.clientId())) {
            throw Refusal.state("signon.refused.somebodyElse");
        }
        entities.persist(new AccountIdentity(given, clock.instant()));
        acts.fire(new AccountAct("signon.linked", given.accountId(), entities.find(Account.class, given.accountId()).displayName(),
                Map.of("account", username(given.accountId()), "issuer", given.issuer(), "subject", given.subject())));
    }

    /** Whom that client of the provider has vouched for so far. In its own transaction. */
    @Permitted(Act.INTERNAL)
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public List<Known> known(String issuer, String clientId) {
        return entities.createQuery("select i from AccountIdentity i where i.issuer = :issuer and i.clientId = :client",
                AccountIdentity.class).setParameter("issuer", issuer).setParameter("client", clientId).getResultList().stream()
                .map(i -> new Known(i.accountId(), i.since(), i.lastUsed())).toList();
    }

    /**
     * The account is nobody in particular there any more: what stands through the provider ends, and at the next sign-in
     * they are asked again. In its own transaction, and in that one the installation's audit says who did it.
     *
     * @param through what a session through the provider carries
     */
    @Permitted(Act.INTERNAL)
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void unlink(Long accountId, ProviderSettings there, String through) {
        entities.createQuery("delete from AccountIdentity i where i.accountId = :account and i.issuer = :issuer "
                + "and i.clientId = :client").setParameter("account", accountId).setParameter("issuer", there.issuer())
                .setParameter("client", there.clientId()).executeUpdate();
        sessions.endThrough(accountId, through);
        Caller caller = CurrentCaller.get();
        acts.fire(new AccountAct("signon.unlinked", caller.accountId(), caller.name(), Map.of("account", username(accountId),
                "issuer", there.issuer(), "through", through)));
    }

    /** The name the account signs in under. */
    @Permitted(Act.INTERNAL)
    public String username(Long accountId) {
        return entities.find(Account.class, accountId).username();
    }
}
