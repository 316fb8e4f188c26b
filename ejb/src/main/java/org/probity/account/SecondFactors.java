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
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import org.probity.access.AccountAct;
import org.probity.access.Act;
import org.probity.access.Caller;
import org.probity.access.CurrentCaller;
import org.probity.access.Guarded;
import org.probity.access.Permitted;
import org.probity.access.Role;
import org.probity.access.RoleSet;
import org.probity.crypto.Keys;
import org.probity.crypto.Secrets;
import org.probity.kernel.Refusal;
import org.probity.powers.SecondFactorRules;
import org.probity.tenancy.Boards;

/** A person's second factor: set up, shown at each sign-in, replaced by a code on paper, turned off. Called at no board. */
@Stateless
@Guarded
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class SecondFactors {

    private static final int CODES = 10;
    private static final int CODE_LENGTH = 12;
    /** Without what looks alike when written down. */
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

    /**
     * What the person puts into their app.
     *
     * @param secret to be typed
     * @param address to be read from a picture
     */
    public record SetUp(String secret, String address) implements Serializable {
    }

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Sessions sessions;

    @Inject
    private Boards boards;

    @Inject
    private Keys keys;

    @Inject
    private Event<AccountAct> acts;

    @Inject
    private Clock clock;

    /**
     * The secret to be set up; for this session the same until its first code was shown, and never shown to another.
     *
     * @throws Refusal STATE where a second factor is set up already, or a provider vouches for the person
     */
    @Permitted(Act.CHANGE_SECOND_FACTOR)
    public SetUp begin(Long sessionId) {
        Account account = keeper(sessionId);
        String secret = secretOf(sessionId, account);
        return new SetUp(secret, Totp.address(secret, account.username()));
    }

    private String secretOf(Long sessionId, Account account) {
        SecondFactor factor = begun(account);
        if (factor != null && factor.isBegunBy(sessionId)) {
            return secret(factor);
        }
        String secret = Totp.newSecret();
        String sealed = keys.seal(purpose(account.id()), secret);
        if (factor == null) {
            entities.persist(new SecondFactor(account.id(), sessionId, sealed, clock.instant()));
        } else {
            factor.begins(sessionId, sealed, clock.instant());
        }
        return secret;
    }

    /**
     * The first code shows that the app has the secret.
     *
     * @return codes for the day the app is lost; shown once
     * @throws Refusal INVALID on {@code code}; STATE where one is set up already; STALE where this session's secret is not the
     *     one to be set up any more, since another session began or the passphrase is a new one
     */
    @Permitted(Act.CHANGE_SECOND_FACTOR)
    public List<String> confirm(Long sessionId, String code) {
        Account account = keeper(sessionId);
        SecondFactor factor = begun(account);
        if (factor == null || !factor.isBegunBy(sessionId)) {
            throw Refusal.stale();
        }
        long step = Totp.step(secret(factor), code, clock.instant(), factor.lastStep())
                .orElseThrow(() -> Refusal.invalid("code", "identity.refused.code"));
        factor.confirms(step, clock.instant());
        account.confirmsSecondFactor(clock.instant());
        sessions.current(sessionId).givesSecondFactor(clock.instant());
        tell(account, "account.secondFactorSetUp", null);
        return newCodes(account.id());
    }

    /** What is set up, by whichever session; null where nothing is. */
    private SecondFactor begun(Account account) {
        SecondFactor factor = locked(account.id());
        if (account.hasSecondFactor() || factor != null && factor.isConfirmed()) {
            throw Refusal.state("identity.refused.secondFactorThere");
        }
        return factor;
    }

    /**
     * Whether the code, of the app or from paper, is right; then this session has its second factor. A wrong one is counted, also
     * where several come at the same moment: each waits for the one before.
     *
     * @throws Refusal TOO_MANY after too many wrong ones; STATE where none is set up
     */
    @Permitted(Act.ENTER)
    public boolean show(Long accountId, Long sessionId, String code) {
        SecondFactor factor = locked(accountId);
        if (factor == null || !factor.isConfirmed()) {
            throw Refusal.state("identity.refused.noSecondFactor");
        }
        Account account = entities.find(Account.class, accountId);
        if (factor.isLocked(clock.instant())) {
            throw Refusal.tooMany("identity.refused.codeLocked", SecondFactor.LOCK.toMinutes());
        }
        boolean right = fits(account, factor, code);
        if (right) {
            entities.find(AccountSession.class, sessionId).givesSecondFactor(clock.instant());
            sessions.endOldest(sessionId);
        } else {
            factor.refuses(clock.instant());
            tell(account, "account.codeRefused", null);
        }
        return right;
    }

    private boolean fits(Account account, SecondFactor factor, String code) {
        OptionalLong step = Totp.step(secret(factor), code, clock.instant(), factor.lastStep());
        step.ifPresent(factor::accepts);
        return step.isPresent() || spend(account, factor, code);
    }

    private boolean spend(Account account, SecondFactor factor, String code) {
        RecoveryCode kept = entities.createQuery("select c from RecoveryCode c where c.accountId = :account and c.print = :print "
                + "and c.usedAt is null", RecoveryCode.class).setParameter("account", account.id())
                .setParameter("print", print(account.id(), code)).getResultList().stream().findFirst().orElse(null);
        if (kept == null) {
            return false;
        }
        kept.used(clock.instant());
        factor.forgives();
        tell(account, "account.recoveryCodeUsed", Map.of("left", left(account.id())));
        return true;
    }

    /** How many codes on paper the caller has left. */
    @Permitted(Act.ENTER)
    public long codesLeft() {
        return left(CurrentCaller.get().accountOrNobody());
    }

    /** New codes on paper; the old ones are void. */
    @Permitted(Act.CHANGE_SECOND_FACTOR)
    public List<String> replaceCodes(Long sessionId) {
        Account account = holder(sessionId);
        tell(account, "account.recoveryCodesMade", null);
        return newCodes(account.id());
    }

    /** The person turns it off; {@link SecondFactorRules} has asked whether they may. */
    @Permitted(Act.INTERNAL)
    public void turnOff(Long sessionId) {
        Account account = holder(sessionId);
        remove(account);
        tell(account, "account.secondFactorOff", null);
    }

    /** What a session was setting up is forgotten: the passphrase it came in with is no longer the person's. */
    @Permitted(Act.INTERNAL)
    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    public void forgetBegun(Long accountId) {
        entities.createQuery("delete from SecondFactor f where f.accountId = :account and f.confirmedAt is null")
                .setParameter("account", accountId).executeUpdate();
    }

    /** It is set aside, so that the person sets up a new one; they are signed out everywhere. */
    @Permitted(Act.INTERNAL)
    public void reset(Long accountId) {
        remove(entities.find(Account.class, accountId));
        sessions.endAll(accountId, AccountSession.Ending.RESET, null);
    }

    /** How many could confirm what one of them asks for. */
    @Permitted(Act.CLOCKWORK)
    public long operators() {
        return entities.createQuery("select count(a) from Account a where a.operator = true", Long.class).getSingleResult();
    }

    /** From now on that board asks it of those roles. Boards belong to the installation, so this is written outside of theirs. */
    @Permitted(Act.INTERNAL)
    public void askedBy(String board, Set<Role> roles) {
        boards.find(board).orElseThrow().asksSecondFactorOf(new RoleSet().convertToDatabaseColumn(roles));
        Caller caller = CurrentCaller.get();
        acts.fire(new AccountAct("account.secondFactorAsked", caller.accountId(), caller.name(), Map.of("board", board, "roles", roles)));
    }

    private void remove(Account account) {
        account.dropsSecondFactor(clock.instant());
        SecondFactor factor = entities.find(SecondFactor.class, account.id());
        if (factor != null) {
            entities.remove(factor);
        }
        voidCodes(account.id());
    }

    private Account keeper(Long sessionId) {
        AccountSession session = sessions.current(sessionId);
        if (session.through() != null) {
            throw Refusal.state("identity.refused.providerKeepsIt");
        }
        return entities.find(Account.class, session.accountId());
    }

    private Account holder(Long sessionId) {
        Account account = keeper(sessionId);
        if (!account.hasSecondFactor()) {
            throw Refusal.state("identity.refused.noSecondFactor");
        }
        return account;
    }

    /** One set at a time: whoever asks at the same moment waits, and their set takes the place of this one. */
    private List<String> newCodes(Long accountId) {
        locked(accountId);
        voidCodes(accountId);
        List<String> codes = Stream.generate(SecondFactors::newCode).limit(CODES).toList();
        codes.forEach(code -> entities.persist(new RecoveryCode(accountId, print(accountId, code))));
        return codes;
    }

    /** Held until the transaction ends, or null where there is none. */
    private SecondFactor locked(Long accountId) {
        return entities.find(SecondFactor.class, accountId, LockModeType.PESSIMISTIC_WRITE);
    }

    private void voidCodes(Long accountId) {
        entities.createQuery("delete from RecoveryCode c where c.accountId = :account").setParameter("account", accountId)
                .executeUpdate();
    }

    private long left(Long accountId) {
        return entities.createQuery("select count(c) from RecoveryCode c where c.accountId = :account and c.usedAt is null", Long.class)
                .setParameter("account", accountId).getSingleResult();
    }

    /** Twelve letters and digits in groups of four: 59 bits. */
    private static String newCode() {
        return new StringBuilder(Secrets.text(LETTERS, CODE_LENGTH)).insert(8, '-').insert(4, '-').toString();
    }

    private String print(Long accountId, String code) {
        String plain = code == null ? "" : code.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
        return keys.print("recovery/" + accountId, plain);
    }

    private String secret(SecondFactor factor) {
        return keys.open(purpose(factor.accountId()), factor.sealedSecret());
    }

    private static String purpose(Long accountId) {
        return "totp/" + accountId;
    }

    private void tell(Account account, String act, Map<String, ?> after) {
        acts.fire(new AccountAct(act, account.id(), account.displayName(), after));
    }
}
