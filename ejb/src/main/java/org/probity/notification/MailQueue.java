package org.probity.notification;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.probity.access.Act;
import org.probity.access.Guarded;
import org.probity.access.Permitted;
import org.probity.account.WarningLeft;
import org.probity.tenancy.Installation;

/**
 * The queue as the dispatcher sees it. Each step is a transaction of its own: a mail is SENDING in the database before
 * a word of it goes out, so a node that dies leaves a trace, and another node never takes the same mail.
 */
@Stateless
@Guarded
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class MailQueue {

    /** Skips rows another node holds at this moment instead of waiting for them: so Hibernate reads this time-out. */
    private static final int SKIP_LOCKED = -2;

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Event<WarningLeft> warnings;

    @Inject
    private Installation installation;

    @Inject
    private Clock clock;

    /** Takes the next mail that is due, for this node alone: what tells people of their ways in comes before all other. */
    @Permitted(Act.CLOCKWORK)
    public Optional<Mail> claim() {
        Instant now = clock.instant();
        Optional<Mail> next = entities.createQuery("select m from Mail m where m.status = QUEUED and m.nextAttemptAt <= :now and m.matter.heldAt is null "
                + "order by m.ordinary, m.nextAttemptAt, m.id", Mail.class).setParameter("now", now).setMaxResults(1)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE).setHint("jakarta.persistence.lock.timeout", SKIP_LOCKED)
                .getResultList().stream().findFirst();
        next.ifPresent(mail -> mail.claim(now));
        return next;
    }

    /** What came of a mail this node had claimed. */
    @Permitted(Act.CLOCKWORK)
    public void settle(Long id, BiConsumer<Mail, Instant> verb) {
        Mail mail = entities.find(Mail.class, id);
        Instant now = clock.instant();
        verb.accept(mail, now);
        if (mail.isWarning() && hasLeft(mail)) {
            warnings.fire(new WarningLeft(mail.key(), now));
        }
    }

    /** Where there is no mail server, operators alone read what is kept: only in a demonstration are they everybody. */
    private boolean hasLeft(Mail mail) {
        return mail.status() == Mail.Status.SENT || mail.status() == Mail.Status.KEPT && installation.isDemo();
    }

    /** Mail whose node died while sending it is in doubt from now on. @return how many */
    @Permitted(Act.CLOCKWORK)
    public int doubtAbandoned() {
        List<Mail> abandoned = entities.createQuery("select m from Mail m where m.status = SENDING and m.claimedAt < :since",
                Mail.class).setParameter("since", clock.instant().minus(Mail.PATIENCE)).getResultList();
        abandoned.forEach(mail -> mail.doubt("Probity stopped while sending this"));
        return abandoned.size();
    }
}
