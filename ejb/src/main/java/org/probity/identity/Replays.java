package org.probity.identity;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.probity.kernel.Refusal;
import org.probity.tenancy.Keys;

/**
 * Makes an act happen once however often it is sent under the same key: act and answer share a transaction.
 *
 * <p>An account's keys are its own. Who has none is known by the key and by what they sent: whoever sends something else
 * under the same key is somebody else, whose act is done. What they were answered is sealed, since it may hold a receipt
 * code, of which nothing else here keeps more than a hash. After {@link #LIFETIME} an answer is forgotten: whoever tries again
 * does so within minutes, and what is kept for ever is a second, unguarded copy of the files.
 */
@Stateless
@Guarded
public class Replays {

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

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Walls walls;

    @Inject
    private Keys keys;

    @Inject
    private Clock clock;

    /**
     * Runs the act the first time and answers the same afterwards.
     *
     * @param key of somebody without an account: one that nobody else would guess
     * @param fingerprint SHA-256 of what was sent; an account's key with another one is refused
     * @throws Refusal STATE where the key was used for something else, or is being used right now; NOT_FOUND where the
     *         caller has lost sight of a file since
     */
    @Permitted(Act.ENTER)
    public Answer answerOnce(String key, String fingerprint, Supplier<Answer> act) {
        String own = own(key, fingerprint);
        Optional<Replay> earlier = find(own);
        if (earlier.isPresent()) {
            return again(earlier.get(), fingerprint);
        }
        Replay replay = claim(own, fingerprint);
        Answer answer = act.get();
        replay.answered(isNobody() ? answer.with(text -> keys.seal(own, text)) : answer);
        return answer;
    }

    private static String own(String key, String fingerprint) {
        return isNobody() ? "nobody:" + ApiToken.hash(key + " " + fingerprint) : CurrentCaller.get().accountId() + ":" + key;
    }

    private static boolean isNobody() {
        return CurrentCaller.get().accountId() == null;
    }

    private Answer again(Replay earlier, String fingerprint) {
        if (isNobody()) {
            return earlier.answer().with(text -> keys.open(earlier.key(), text));
        }
        if (walls.roseSince(earlier.since())) {
            throw Refusal.notFound();
        }
        if (!earlier.fingerprint().equals(fingerprint)) {
            throw Refusal.state("identity.refused.keyReused");
        }
        return earlier.answer();
    }

    private Replay claim(String key, String fingerprint) {
        Replay replay = new Replay(key, fingerprint, clock.instant());
        try {
            entities.persist(replay);
            entities.flush();
            return replay;
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
        List<Long> old = entities.createQuery("select r.id from Replay r where r.since < :before order by r.board, r.since", Long.class)
                .setParameter("before", clock.instant().minus(LIFETIME)).setMaxResults(BATCH).getResultList();
        if (!old.isEmpty()) {
            entities.createQuery("delete from Replay r where r.id in :old").setParameter("old", old).executeUpdate();
        }
        return old.size() == BATCH;
    }

    private Optional<Replay> find(String key) {
        return entities.createQuery("select r from Replay r where r.key = :key", Replay.class)
                .setParameter("key", key).getResultStream().findFirst();
    }
}
