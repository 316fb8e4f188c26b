package org.probity.account;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.probity.access.AccountAct;
import org.probity.access.Act;
import org.probity.access.CurrentCaller;
import org.probity.access.Guarded;
import org.probity.access.Permitted;
import org.probity.account.AccountSession.Ending;
import org.probity.crypto.Secrets;
import org.probity.kernel.Refusal;

/** Who is signed in where. Asked at each request, so what is ended here is ended at the next one. Called at no board. */
@Stateless
@Guarded
public class Sessions {

    private static final SessionLimits LIMITS = SessionLimits.configured();
    private static final int LISTED = 50;

    /**
     * One of a person's own sign-ins.
     *
     * @param through the provider that vouched for them, or null
     */
    public record SessionLine(Long id, Instant started, Instant lastSeen, String address, String browser, String through) {
    }

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Event<AccountAct> acts;

    @Inject
    private Clock clock;

    /**
     * A sign-in that succeeded.
     *
     * @param account as it was found before what the person gave was checked
     * @param through the provider that vouched for the person, or null where they gave their passphrase
     * @param secondFactor whether that provider also saw a second factor
     * @param shownAt when the person last showed who they are, or null where the provider does not say
     * @return the key that leads to the session; it is kept nowhere but at the browser's own session
     * @throws Refusal INVALID on {@code username} where another passphrase was chosen since it was found, and they gave one
     */
    @Permitted(Act.ENTER)
    public String start(Account account, String through, boolean secondFactor, Instant shownAt, String browser) {
        requireSamePassphrase(account, through);
        String key = Secrets.random();
        AccountSession session = new AccountSession(Secrets.hash(key), account.id(), through, browser, clock.instant());
        session.confirms(shownAt == null || shownAt.isBefore(clock.instant()) ? shownAt : clock.instant());
        if (secondFactor) {
            session.givesSecondFactor(clock.instant());
        }
        entities.persist(session);
        endOldest(account, session);
        acts.fire(new AccountAct("account.signedIn", account.id(), account.displayName(), null));
        return key;
    }

    /** Whoever chooses another at this moment waits for the session to be there, and ends it; or has chosen, and there is none. */
    private void requireSamePassphrase(Account found, String through) {
        Account account = entities.find(Account.class, found.id(), LockModeType.PESSIMISTIC_WRITE);
        if (through == null && !account.keepsPassphraseOf(found)) {
            throw Refusal.invalid("username", "identity.refused.signIn");
        }
    }

    /** A session that has just shown its second factor is one of those that have. */
    @Permitted(Act.INTERNAL)
    public void endOldest(Long sessionId) {
        AccountSession session = entities.find(AccountSession.class, sessionId);
        endOldest(entities.find(Account.class, session.accountId()), session);
    }

    /**
     * What a sign-in keeps on the server is not little, so few stand at a time. Each way in has its own few: neither a provider
     * nor somebody who has no more than the passphrase signs out whoever came in another way.
     */
    private void endOldest(Account account, AccountSession latest) {
        entities.find(Account.class, account.id(), LockModeType.PESSIMISTIC_WRITE);
        standing(account.id()).stream().filter(s -> !s.id().equals(latest.id()) && Objects.equals(s.through(), latest.through())
                && owes(account, s) == owes(account, latest)).skip(LIMITS.most() - 1L).forEach(s -> end(s, account, Ending.CROWDED_OUT));
    }

    private static boolean owes(Account account, AccountSession session) {
        return account.hasSecondFactor() && session.secondFactorAt() == null;
    }

    /** Whose session the key leads to, in one query. A session that has lasted too long ends here. */
    @Permitted(Act.ENTER)
    public Optional<SignedIn> visitor(String key) {
        return entities.createQuery("select a, s from AccountSession s join Account a on a.id = s.accountId "
                + "left join fetch a.boards where s.keyHash = :hash", Object[].class).setParameter("hash", Secrets.hash(key))
                .getResultList().stream().findFirst().flatMap(row -> standing((Account) row[0], (AccountSession) row[1]));
    }

    private Optional<SignedIn> standing(Account account, AccountSession session) {
        Instant now = clock.instant();
        Ending due = session.due(LIMITS, now);
        if (!session.hasEnded() && due != null) {
            endOnce(session, account, due);
        }
        return session.hasEnded() ? Optional.empty()
                : Optional.of(new SignedIn(account, session.id(), session.through(), session.secondFactorAt() != null,
                        session.left(LIMITS, now), session.isStale(now), session.isFresh(now)));
    }

    /** Of several requests that find it too old at the same moment, one ends it. */
    private void endOnce(AccountSession session, Account account, Ending due) {
        entities.refresh(session, LockModeType.PESSIMISTIC_WRITE);
        if (!session.hasEnded()) {
            end(session, account, due);
        }
    }

    /** The person did something. */
    @Permitted(Act.ENTER)
    public void seen(Long sessionId) {
        Instant now = clock.instant();
        entities.createQuery("update AccountSession s set s.lastSeenAt = :now where s.id = :id and s.lastSeenAt < :now")
                .setParameter("now", now).setParameter("id", sessionId).executeUpdate();
    }

    /** What is left now, in seconds; nothing for somebody who is not signed in. */
    @Permitted(Act.ENTER)
    public long secondsLeft(Long sessionId) {
        return entities.find(AccountSession.class, sessionId).left(LIMITS, clock.instant()).toSeconds();
    }

    /** The person leaves. A key that leads nowhere is no mistake, nor is leaving twice at the same moment. */
    @Permitted(Act.ENTER)
    public void signOut(String key) {
        entities.createQuery("select s from AccountSession s where s.keyHash = :hash and s.endedAt is null", AccountSession.class)
                .setParameter("hash", Secrets.hash(key)).setLockMode(LockModeType.PESSIMISTIC_WRITE).getResultList().stream().findFirst()
                .ifPresent(session -> end(session, entities.find(Account.class, session.accountId()), Ending.SIGNED_OUT));
    }

    /** The caller's own sign-ins that stand and that they may know of, the latest first, at most 50. */
    @Permitted(Act.ENTER)
    public List<SessionLine> mine(SignedIn me) {
        Instant now = clock.instant();
        return known(me).filter(s -> s.due(LIMITS, now) == null).limit(LISTED)
                .map(s -> new SessionLine(s.id(), s.startedAt(), s.lastSeenAt(), s.address(), s.browser(), s.through())).toList();
    }

    /** @throws Refusal NOT_FOUND where the caller has no such session */
    @Permitted(Act.ENTER)
    public void end(SignedIn me, Long sessionId) {
        AccountSession session = known(me).filter(s -> s.id().equals(sessionId)).findFirst()
                .orElseThrow(Refusal::notFound);
        end(session, entities.find(Account.class, session.accountId()), Ending.ENDED);
    }

    /** The caller is signed out at every browser, this one too. */
    @Permitted(Act.ENTER)
    public void endAll(SignedIn me) {
        Account account = entities.find(Account.class, own());
        known(me).forEach(s -> end(s, account, Ending.EVERYWHERE));
    }

    /** Whoever runs a board's provider could come as anybody: who comes through it knows of its own sessions only. */
    private Stream<AccountSession> known(SignedIn me) {
        return standing(own()).stream().filter(s -> me.through() == null || me.through().equals(s.through()));
    }

    /** Ends what stands of an account, but for one session that may be kept. */
    @Permitted(Act.INTERNAL)
    public void endAll(Long accountId, Ending how, Long kept) {
        Account account = entities.find(Account.class, accountId);
        standing(accountId).stream().filter(s -> !s.id().equals(kept)).forEach(s -> end(s, account, how));
    }

    /** Ends what stands of an account through that provider, whose word for them was taken back. */
    @Permitted(Act.INTERNAL)
    public void endThrough(Long accountId, String through) {
        Account account = entities.find(Account.class, accountId);
        standing(accountId).stream().filter(s -> through.equals(s.through())).forEach(s -> end(s, account, Ending.UNLINKED));
    }

    /** A session of the caller's own that stands. @throws Refusal NOT_FOUND */
    @Permitted(Act.INTERNAL)
    public AccountSession current(Long sessionId) {
        return standing(own()).stream().filter(s -> s.id().equals(sessionId)).findFirst().orElseThrow(Refusal::notFound);
    }

    private List<AccountSession> standing(Long accountId) {
        return entities.createQuery("select s from AccountSession s where s.accountId = :account and s.endedAt is null "
                + "order by s.lastSeenAt desc", AccountSession.class).setParameter("account", accountId).getResultList();
    }

    private void end(AccountSession session, Account account, Ending how) {
        session.ends(how, clock.instant());
        acts.fire(new AccountAct("account.sessionEnded", account.id(), account.displayName(), Map.of("how", how.name())));
    }

    private static Long own() {
        return CurrentCaller.get().accountOrNobody();
    }
}
