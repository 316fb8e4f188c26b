package org.probity.account;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.io.Serializable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.probity.access.AccountAct;
import org.probity.access.Act;
import org.probity.access.Guarded;
import org.probity.access.Permitted;
import org.probity.account.OneTimeLink.Kind;
import org.probity.crypto.Secrets;
import org.probity.kernel.Refusal;
import org.probity.tenancy.Board;
import org.probity.tenancy.Boards;

/** Links by which people choose their first passphrase, or another one. Called at no board. */
@Stateless
@Guarded
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class OneTimeLinks {

    /** How long a link is kept once it has expired; the audit tells for ever what was made of it. */
    static final Duration REMEMBERED = Duration.ofDays(7);

    /** How many are forgotten in one transaction. */
    static final int BATCH = 500;

    private static final Duration MOMENT = Duration.ofMinutes(5);

    /** @param token the secret part of the link, known to nobody else from here on */
    public record Made(Long id, String token, Instant until) {
    }

    /** Whose link it is, to be greeted by name. */
    public record Opened(String name, String username, Kind kind) implements Serializable {
    }

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Passwords passwords;

    @Inject
    private Boards boards;

    @Inject
    private Sessions sessions;

    @Inject
    private SecondFactors secondFactors;

    @Inject
    private Confirmations confirmations;

    @Inject
    private Event<AccountAct> acts;

    @Inject
    private Clock clock;

    /** A new link; the person's older ones are void. */
    @Permitted(Act.INTERNAL)
    public Made make(Long accountId, Kind kind) {
        voidOlder(accountId);
        entities.flush();
        String token = Secrets.random();
        OneTimeLink link = new OneTimeLink(token, accountId, kind, clock.instant());
        entities.persist(link);
        entities.flush();
        return new Made(link.id(), token, link.expiresAt());
    }

    /** Whether one that is still good was made a moment ago: whoever asks again and again neither fills a mailbox nor voids it. */
    @Permitted(Act.INTERNAL)
    public boolean isFresh(Long accountId, Kind kind) {
        return !entities.createQuery("select l.id from OneTimeLink l where l.accountId = :account and l.kind = :kind "
                + "and l.endedAt is null and l.madeAt > :moment", Long.class).setParameter("account", accountId)
                .setParameter("kind", kind).setParameter("moment", clock.instant().minus(MOMENT)).getResultList().isEmpty();
    }

    /** What the link is good for; looking at it does not use it up, since mail programs look. */
    @Permitted(Act.ENTER)
    public Optional<Opened> open(String token) {
        return good(token, LockModeType.NONE).map(link -> {
            Account account = entities.find(Account.class, link.accountId());
            return new Opened(account.displayName(), account.username(), link.kind());
        });
    }

    /**
     * The person chooses a passphrase. Their other links are void and their sessions end.
     *
     * @throws Refusal NOT_FOUND where the link is no longer good; INVALID on {@code passphrase} or {@code again}
     */
    @Permitted(Act.ENTER)
    public void choose(String token, String passphrase, String again) {
        OneTimeLink link = good(token, LockModeType.PESSIMISTIC_WRITE).orElseThrow(Refusal::notFound);
        Account account = entities.find(Account.class, link.accountId());
        String chosen = Passphrase.normal(passphrase);
        Passphrase.check("passphrase", chosen, account, boardsOf(account));
        Passphrase.requireSame(chosen, Passphrase.normal(again));
        link.used(clock.instant());
        settle(account, chosen);
        sessions.endAll(account.id(), AccountSession.Ending.RESET, null);
        acts.fire(new AccountAct(link.kind() == Kind.RESET ? "account.passphraseReset" : "account.invitationTaken", account.id(),
                account.displayName(), null));
    }

    /**
     * The caller changes their own passphrase; they stay signed in here and nowhere else.
     *
     * @throws Refusal INVALID on {@code current}, {@code passphrase} or {@code again}
     */
    @Permitted(Act.ENTER)
    public void change(Long sessionId, String current, String passphrase, String again) {
        AccountSession session = sessions.current(sessionId);
        Account account = entities.find(Account.class, session.accountId());
        requireCurrent(session, account, current);
        String chosen = Passphrase.normal(passphrase);
        Passphrase.check("passphrase", chosen, account, boardsOf(account));
        Passphrase.requireSame(chosen, Passphrase.normal(again));
        settle(account, chosen);
        sessions.endAll(account.id(), AccountSession.Ending.RESET, sessionId);
        acts.fire(new AccountAct("account.passphraseChanged", account.id(), account.displayName(), null));
    }

    private void requireCurrent(AccountSession session, Account account, String current) {
        boolean right = passwords.verify(Passphrase.normal(current), account.passwordHash());
        if (!right) {
            confirmations.failed(account);
        }
        if (!right || session.through() != null) {
            throw Refusal.invalid("current", "identity.refused.current");
        }
    }

    /** Whoever signs in at this moment is waited for: their session is among those that end. */
    private void settle(Account account, String chosen) {
        String hash = passwords.hash(chosen);
        secondFactors.forgetBegun(account.id());
        entities.lock(account, LockModeType.PESSIMISTIC_WRITE);
        account.chooses(hash, clock.instant());
        voidOlder(account.id());
    }

    private void voidOlder(Long accountId) {
        entities.createQuery("select l from OneTimeLink l where l.accountId = :account and l.endedAt is null", OneTimeLink.class)
                .setParameter("account", accountId).getResultList().forEach(link -> link.replaced(clock.instant()));
    }

    private Optional<OneTimeLink> good(String token, LockModeType lock) {
        return entities.createQuery("select l from OneTimeLink l where l.tokenHash = :hash", OneTimeLink.class)
                .setParameter("hash", Secrets.hash(token == null ? "" : token)).setLockMode(lock).getResultList().stream().findFirst()
                .filter(link -> link.isGood(clock.instant()));
    }

    /** Forgets the oldest links of all accounts that have long expired. @return whether there may be more */
    @Permitted(Act.CLOCKWORK)
    public boolean forget() {
        List<Long> old = entities.createQuery("select l.id from OneTimeLink l where l.expiresAt < :before order by l.expiresAt", Long.class)
                .setParameter("before", clock.instant().minus(REMEMBERED)).setMaxResults(BATCH).getResultList();
        if (!old.isEmpty()) {
            entities.createQuery("delete from OneTimeLink l where l.id in :old").setParameter("old", old).executeUpdate();
        }
        return old.size() == BATCH;
    }

    private List<Board> boardsOf(Account account) {
        return account.boards().stream().map(boards::find).flatMap(Optional::stream).toList();
    }
}
