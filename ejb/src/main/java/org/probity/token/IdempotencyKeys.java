package org.probity.token;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.probity.access.Act;
import org.probity.access.CaseExclusions;
import org.probity.access.CaseOfAct;
import org.probity.access.CurrentCaller;
import org.probity.access.DeniedAttempt;
import org.probity.access.Guarded;
import org.probity.access.PermissionInterceptor;
import org.probity.access.Permitted;
import org.probity.crypto.Keys;
import org.probity.kernel.Refusal;

/**
 * Makes an act happen once however often it is sent under the same key: act and answer share a transaction.
 *
 * <p>An account's keys are its own. Who has none is known by the key and by what they sent: whoever sends something else
 * under the same key is somebody else, whose act is done; so it is with who reports, account or not. What they were answered is sealed, since it may hold a receipt
 * code, of which nothing else here keeps more than a hash. After {@link #LIFETIME} an answer is forgotten: whoever tries again
 * does so within minutes, and what is kept for ever is a second, unguarded copy of the files.
 */
@Stateless
@Guarded
public class IdempotencyKeys {

    /** How long an answer is kept at least. The API's description gives it in hours. */
    public static final Duration LIFETIME = Duration.ofHours(24);

    /** How many answers are forgotten in one transaction. */
    static final int BATCH = 500;

    /**
     * What an act answered.
     *
     * @param status HTTP status
     * @param body JSON, or null
     * @param location address of what was made, or null
     */
    public record Answer(int status, String body, String location) {

        private Answer with(UnaryOperator<String> change) {
            return new Answer(status, body == null ? null : change.apply(body), location == null ? null : change.apply(location));
        }
    }

    /**
     * What was sent.
     *
     * @param key of somebody without an account: one that nobody else would guess
     * @param fingerprint SHA-256 of it; an account's key with another one is refused
     * @param acts those that it leads to
     * @param ofReporter whether nothing may keep whose it was, also where they have an account
     */
    public record Sent(String key, String fingerprint, Collection<Act> acts, boolean ofReporter) {

        public static Sent of(String key, String fingerprint, Collection<Act> acts) {
            return new Sent(key, fingerprint, acts, DeniedAttempt.isOfReporter(CurrentCaller.get(), acts));
        }

        private boolean isOfNobody() {
            return ofReporter || CurrentCaller.get().accountId() == null;
        }

        /** Under which its answer is kept. */
        private String own() {
            Long account = CurrentCaller.get().accountId();
            String mine = account == null ? key : account + ":" + key;
            return isOfNobody() ? "nobody:" + ApiToken.hash(mine + " " + fingerprint) : mine;
        }
    }

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private CaseExclusions caseExclusions;

    @Inject
    private Keys keys;

    @Inject
    private Clock clock;

    /**
     * Runs the act the first time and answers the same afterwards. What the act is refused is told as without a key.
     *
     * @throws Refusal STATE where the key was used for something else, or is being used right now; NOT_FOUND where the
     *         caller has lost sight of the case since that it was about
     */
    @Permitted(Act.ENTER)
    public Answer answerOnce(Sent sent, Supplier<Answer> act) {
        String own = sent.own();
        Optional<IdempotentAnswer> earlier = find(own);
        if (earlier.isPresent()) {
            return again(earlier.get(), sent);
        }
        IdempotentAnswer idempotentAnswer = claim(own, sent.fingerprint());
        CaseOfAct.Done<Answer> done = CaseOfAct.of(() -> PermissionInterceptor.outside(act));
        Answer answer = done.answer();
        if (sent.isOfNobody()) {
            idempotentAnswer.answered(answer.with(text -> keys.seal(own, text)), null);
        } else {
            idempotentAnswer.answered(answer, isInSight(done.reference(), sent) ? done.reference() : null);
        }
        return answer;
    }

    private Answer again(IdempotentAnswer earlier, Sent sent) {
        if (sent.isOfNobody()) {
            return earlier.answer().with(text -> keys.open(earlier.key(), text));
        }
        if (earlier.reference() != null && !isInSight(earlier.reference(), sent)) {
            throw Refusal.notFound();
        }
        if (!earlier.fingerprint().equals(sent.fingerprint())) {
            throw Refusal.state("identity.refused.keyReused");
        }
        return earlier.answer();
    }

    /**
     * As the door of the act itself asks it: of no other case, since whoever is refused would know that they are named somewhere. Whoever
     * opens a case is told which one as somebody who sees it.
     */
    private boolean isInSight(String reference, Sent sent) {
        return reference != null && (sent.acts().contains(Act.REPORT_CONCERN) ? !caseExclusions.hides(reference) : caseExclusions.admitsTo(reference, sent.acts()));
    }

    private IdempotentAnswer claim(String key, String fingerprint) {
        IdempotentAnswer idempotentAnswer = new IdempotentAnswer(key, fingerprint, clock.instant());
        try {
            entities.persist(idempotentAnswer);
            entities.flush();
            return idempotentAnswer;
        } catch (PersistenceException e) {
            throw Refusal.state("identity.refused.keyInUse");
        }
    }

    /**
     * Forgets the oldest answers of the current board that have outlived their time, along the index of their age.
     *
     * @return whether there may be more
     */
    @Permitted(Act.CLOCKWORK)
    public boolean forget() {
        List<Long> old = entities.createQuery("select r.id from IdempotentAnswer r where r.since < :before order by r.board, r.since", Long.class)
                .setParameter("before", clock.instant().minus(LIFETIME)).setMaxResults(BATCH).getResultList();
        if (!old.isEmpty()) {
            entities.createQuery("delete from IdempotentAnswer r where r.id in :old").setParameter("old", old).executeUpdate();
        }
        return old.size() == BATCH;
    }

    private Optional<IdempotentAnswer> find(String key) {
        return entities.createQuery("select r from IdempotentAnswer r where r.key = :key", IdempotentAnswer.class)
                .setParameter("key", key).getResultList().stream().findFirst();
    }
}
