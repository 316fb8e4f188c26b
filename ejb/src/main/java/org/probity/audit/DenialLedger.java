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
import java.util.Set;
import org.probity.access.Act;
import org.probity.access.Caller;
import org.probity.access.DeniedAttempt;
import org.probity.access.Guarded;
import org.probity.access.Origin;
import org.probity.access.Permitted;
import org.probity.access.Role;

/**
 * Keeps denied attempts, each in a transaction of its own: the one that tried is rolled back. Repeats are counted, and so
 * is what goes beyond {@link #DIFFERENT} attempts of one person, or {@link #AT_ONE_BOARD} of all members or of all others, within
 * a period: strangers, who have as many addresses as they like, hide nothing that a member tries. Who did not come in is counted so
 * too, apart from all others and {@link #AT_ONE_DOOR}: the chain that it is written to is never cut.
 */
@Stateless
@Guarded
public class DenialLedger {

    /** Within which repeats fold into one. */
    static final Duration PERIOD = Duration.ofMinutes(10);

    /** So many different attempts of one person in a period each have an entry of their own. */
    static final int DIFFERENT = 30;

    /** So many at one board of its members together, and as many of everybody else. */
    static final int AT_ONE_BOARD = 600;

    /** So many at one way in of those who did not come in. */
    static final int AT_ONE_DOOR = 120;

    private static final String SEPARATOR = "\n";
    private static final String MANY = "*";
    private static final String MEMBER = "member ";
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
        Origin origin = attempt.origin();
        String who = who(attempt);
        String fold = Canonical.hash(String.join(SEPARATOR, who, origin.channel(), attempt.act(), attempt.method(), attempt.asked()));
        if (!isRepeated(period, fold, now)) {
            keepFirst(period, fold, who, attempt, now);
        }
    }

    private static String who(DeniedAttempt attempt) {
        Caller caller = attempt.caller();
        if (!attempt.isOfSomebody()) {
            return "from " + attempt.origin().address();
        }
        return (caller.roles().equals(Set.of(Role.PUBLIC)) ? "account " : MEMBER) + caller.accountId();
    }

    private void keepFirst(long period, String fold, String who, DeniedAttempt attempt, Instant now) {
        String act = attempt.act();
        boolean tried = count(period, who, act) >= DIFFERENT;
        if (!tried && countLike(period, who, act) < (act.equals(DeniedAttempt.DENIED) ? AT_ONE_BOARD : AT_ONE_DOOR)) {
            write(new Denial(period, fold, who, attempt, now));
            return;
        }
        DeniedAttempt others = attempt.others(MANY, !tried);
        String more = tried ? who : (who.startsWith(MEMBER) ? MEMBER : "") + MANY;
        String foldOfMore = Canonical.hash(more + SEPARATOR + act + SEPARATOR + MANY);
        if (!isRepeated(period, foldOfMore, now)) {
            write(new Denial(period, foldOfMore, more, others, now));
        }
    }

    private boolean isRepeated(long period, String fold, Instant now) {
        return entities.createQuery("update Denial d set d.repeats = d.repeats + 1, d.lastAt = :now where d.period = :period and d.fold = :fold")
                .setParameter("now", now).setParameter("period", period).setParameter("fold", fold).executeUpdate() > 0;
    }

    private long count(long period, String who, String act) {
        return entities.createQuery("select count(d) from Denial d where d.period = :period and d.who = :who and d.act = :act", Long.class)
                .setParameter("period", period).setParameter("who", who).setParameter("act", act).getSingleResult();
    }

    /** Of all who are members, or of all who are not, as that one is. */
    private long countLike(long period, String who, String act) {
        return entities.createQuery("select count(d) from Denial d where d.period = :period and d.act = :act and d.who "
                + (who.startsWith(MEMBER) ? "" : "not ") + "like '" + MEMBER + "%'", Long.class)
                .setParameter("period", period).setParameter("act", act).getSingleResult();
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
