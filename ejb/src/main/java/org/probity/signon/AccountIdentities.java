package org.probity.signon;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.Optional;
import org.probity.identity.Account;
import org.probity.identity.Act;
import org.probity.identity.Guarded;
import org.probity.identity.Permitted;
import org.probity.kernel.Refusal;

/** Who is who at the providers. Called at no board. */
@Stateless
@Guarded
public class AccountIdentities {

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Clock clock;

    /** The account that belongs to the provider's number for the person. */
    @Permitted(Act.INTERNAL)
    public Optional<Long> account(Assertion given) {
        Optional<AccountIdentity> known = entities.createQuery("select i from AccountIdentity i where i.issuer = :issuer "
                + "and i.subject = :subject", AccountIdentity.class).setParameter("issuer", given.issuer())
                .setParameter("subject", given.subject()).getResultStream().findFirst();
        known.ifPresent(identity -> identity.used(clock.instant()));
        return known.map(AccountIdentity::accountId);
    }

    /**
     * From now on this account is that person at the provider.
     *
     * @throws Refusal STATE where it is already somebody else there: an address that was given to another person
     *         does not hand over the account
     */
    @Permitted(Act.INTERNAL)
    public void link(Long accountId, Assertion given) {
        boolean somebodyElse = !entities.createQuery("select i.id from AccountIdentity i where i.accountId = :account "
                + "and i.issuer = :issuer and i.clientId = :client", Long.class).setParameter("account", accountId)
                .setParameter("issuer", given.issuer()).setParameter("client", given.clientId()).getResultList().isEmpty();
        if (somebodyElse) {
            throw Refusal.state("signon.refused.somebodyElse");
        }
        entities.persist(new AccountIdentity(accountId, given, clock.instant()));
    }

    /** The name the account signs in under. */
    @Permitted(Act.INTERNAL)
    public String username(Long accountId) {
        return entities.find(Account.class, accountId).username();
    }
}
