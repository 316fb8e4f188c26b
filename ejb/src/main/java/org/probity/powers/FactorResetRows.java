package org.probity.powers;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.probity.access.AccountAct;
import org.probity.access.Act;
import org.probity.access.Caller;
import org.probity.access.CurrentCaller;
import org.probity.access.Guarded;
import org.probity.access.Permitted;
import org.probity.access.Signature;
import org.probity.account.Account;
import org.probity.account.WarningLeft;
import org.probity.kernel.Refusal;
import org.probity.powers.FactorReset.Ending;

/** Keeps what is to be done with second factors, and tells the installation's audit of it. Called at no board. */
@Stateless
@Guarded
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class FactorResetRows {

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Event<AccountAct> acts;

    @Inject
    private Clock clock;

    /** The account with the boards it may be a member of. @throws Refusal NOT_FOUND */
    @Permitted(Act.INTERNAL)
    public Account account(Long id) {
        return entities.createQuery("select a from Account a left join fetch a.boards where a.id = :id", Account.class)
                .setParameter("id", id).getResultList().stream().findFirst().orElseThrow(Refusal::notFound);
    }

    /**
     * @param board whose administrator asks; null for the operator
     * @throws Refusal STATE where the account has no second factor, or is waited for already
     */
    @Permitted(Act.INTERNAL)
    public FactorReset ask(Long accountId, String board, String reason) {
        Account account = entities.find(Account.class, accountId);
        if (!account.hasSecondFactor()) {
            throw Refusal.state("identity.refused.noSecondFactor");
        }
        if (!of(accountId).isEmpty()) {
            throw Refusal.state("identity.refused.changeWaits");
        }
        FactorReset reset = new FactorReset(accountId, board, reason, Signature.now(clock.instant()));
        entities.persist(reset);
        tell("account.factorResetAsked", account);
        return reset;
    }

    /** The owner is told by that mail from now on. Any other mail is none of its concern. */
    @Permitted(Act.INTERNAL)
    public void warned(WarningLeft left) {
        entities.createQuery("select r from FactorReset r where r.openAccount is not null and r.warning.key = :key", FactorReset.class)
                .setParameter("key", left.key()).setMaxResults(1).getResultList().forEach(reset -> reset.warning().hears(left));
    }

    /** Those that wait, the oldest first. */
    @Permitted(Act.INTERNAL)
    public List<FactorReset> open() {
        return entities.createQuery("select r from FactorReset r where r.openAccount is not null order by r.signature.at, r.id",
                FactorReset.class).getResultList();
    }

    /** What waits for that account. */
    @Permitted(Act.INTERNAL)
    public List<FactorReset> of(Long accountId) {
        return entities.createQuery("select r from FactorReset r where r.openAccount = :account", FactorReset.class)
                .setParameter("account", accountId).getResultList();
    }

    /** @throws Refusal NOT_FOUND where none of that number waits */
    @Permitted(Act.INTERNAL)
    public FactorReset waiting(Long id) {
        return Optional.ofNullable(id).map(given -> entities.find(FactorReset.class, given)).filter(FactorReset::isOpen).orElseThrow(Refusal::notFound);
    }

    /** @throws Refusal NOT_FOUND where none of that number waits; STATE where it is not due */
    @Permitted(Act.INTERNAL)
    public void end(Long id, Ending how) {
        FactorReset reset = waiting(id);
        reset.ends(how, Signature.now(clock.instant()));
        tell(how == Ending.STOPPED ? "account.factorResetStopped" : "account.secondFactorReset", entities.find(Account.class, reset.accountId()));
    }

    private void tell(String act, Account of) {
        Caller caller = CurrentCaller.get();
        acts.fire(new AccountAct(act, caller.accountId(), caller.name(), Map.of("account", of.username())));
    }
}
