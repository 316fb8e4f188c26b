package org.probity.identity;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;
import org.probity.kernel.Refusal;

/** Makes an act happen once however often it is sent under the same key: act and answer share a transaction. */
@Stateless
@Guarded
public class Replays {

    /**
     * What an act answered.
     *
     * @param status HTTP status
     * @param body JSON, or null
     * @param location address of what was made, or null
     */
    public record Answer(int status, String body, String location) {
    }

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Clock clock;

    /**
     * Runs the act the first time and answers the same afterwards. Keys are kept apart per account.
     *
     * @param fingerprint SHA-256 of what was sent; the same key with another one is refused
     * @throws Refusal STATE where the key was used for something else, or is being used right now
     */
    @Permitted(Act.ENTER)
    public Answer answerOnce(String key, String fingerprint, Supplier<Answer> act) {
        String own = CurrentCaller.get().accountOrNobody() + ":" + key;
        Optional<Replay> earlier = find(own);
        if (earlier.isPresent()) {
            return again(earlier.get(), fingerprint);
        }
        Replay replay = claim(own, fingerprint);
        Answer answer = act.get();
        replay.answered(answer);
        return answer;
    }

    private Answer again(Replay earlier, String fingerprint) {
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

    private Optional<Replay> find(String key) {
        return entities.createQuery("select r from Replay r where r.key = :key", Replay.class)
                .setParameter("key", key).getResultStream().findFirst();
    }
}
