package org.probity.audit;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.probity.identity.Act;
import org.probity.identity.CurrentOrigin;
import org.probity.identity.DeniedAttempt;
import org.probity.identity.Guarded;
import org.probity.identity.Origin;
import org.probity.identity.Permitted;

/**
 * Keeps denied attempts, each in a transaction of its own: the one that tried is rolled back. Repeats are counted, and so
 * is what goes beyond {@link #DIFFERENT} attempts of one person, or {@link #AT_ONE_BOARD} of all, within a period.
 */
@Stateless
@Guarded
public class DenialLedger {

    /** Within which repeats fold into one. */
    static final Duration PERIOD = Duration.ofMinutes(10);

    /** So many different attempts of one person in a period each have an entry of their own. */
    static final int DIFFERENT = 30;

    /** So many at one board. */
    static final int AT_ONE_BOARD = 600;

    private static final String SEPARATOR = "\n";
    private static final String MANY = "*";
    private static final int BATCH = 200;

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Chain chain;

    @Inject
    private Clock clock;

    /** @throws jakarta.ejb.EJBException where another began to count the same at this moment; asked again, it is counted */
    @Permitted(Act.ENTER)
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void keep(DeniedAttempt attempt) {
        Instant now = clock.instant();
        long period = now.toEpochMilli() / PERIOD.toMillis();
        Origin origin = CurrentOrigin.get();
        String who = attempt.caller().accountId() == null ? "from " + origin.address() : "account " + attempt.caller().accountId();
        String fold = Canonical.hash(String.join(SEPARATOR, who, origin.channel(), attempt.method(), attempt.asked()));
        if (!isRepeated(period, fold, now)) {
            keepFirst(period, fold, who, attempt, origin, now);
        }
    }

    private void keepFirst(long period, String fold, String who, DeniedAttempt attempt, Origin origin, Instant now) {
        if (count(period, who) < DIFFERENT && count(period, null) < AT_ONE_BOARD) {
            write(new Denial(period, fold, who, attempt, origin, now));
            return;
        }
        DeniedAttempt others = new DeniedAttempt(attempt.caller(), MANY, "");
        boolean ofOne = count(period, null) < AT_ONE_BOARD;
        String more = ofOne ? who : MANY;
        String foldOfMore = Canonical.hash(more + SEPARATOR + MANY);
        if (!isRepeated(period, foldOfMore, now)) {
            write(new Denial(period, foldOfMore, more, others, origin, now));
        }
    }

    private boolean isRepeated(long period, String fold, Instant now) {
        return entities.createQuery("update Denial d set d.repeats = d.repeats + 1, d.lastAt = :now where d.period = :period and d.fold = :fold")
                .setParameter("now", now).setParameter("period", period).setParameter("fold", fold).executeUpdate() > 0;
    }

    private long count(long period, String who) {
        return entities.createQuery("select count(d) from Denial d where d.period = :period and (:anybody = true or d.who = :who)", Long.class)
                .setParameter("period", period).setParameter("anybody", who == null).setParameter("who", who == null ? "" : who).getSingleResult();
    }

    private void write(Denial denial) {
        entities.persist(denial);
        entities.flush();
        chain.add(denial.first());
    }

    /** Tells how often attempts of past periods were repeated, and forgets them. @return whether there may be more of them */
    @Permitted(Act.CLOCKWORK)
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public boolean fold() {
        Instant now = clock.instant();
        List<Denial> past = entities.createQuery("select d from Denial d where d.period < :period order by d.period, d.id", Denial.class)
                .setParameter("period", now.toEpochMilli() / PERIOD.toMillis()).setMaxResults(BATCH).getResultList();
        past.forEach(denial -> {
            entities.remove(denial);
            if (denial.wasRepeated()) {
                chain.add(denial.repeated(now));
            }
        });
        return past.size() == BATCH;
    }
}
