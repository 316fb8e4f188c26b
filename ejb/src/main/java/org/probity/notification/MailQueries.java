package org.probity.notification;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.probity.access.Act;
import org.probity.access.Guarded;
import org.probity.access.Permitted;
import org.probity.kernel.Page;
import org.probity.kernel.Refusal;
import org.probity.tenancy.Installation;

/**
 * The current board's mail for the operator: how it fares, not what it says nor to whom about which case. Only the development mailbox, where there
 * is no mail server, shows the text, since nobody else would ever see it.
 */
@Stateless
@Guarded
public class MailQueries {

    private static final String ROW = "select new org.probity.notification.MailRow(m.id, m.version, m.toAddress, "
            + "m.subject, case when m.status = KEPT then m.body else null end, m.status, m.attempts, m.queuedAt, "
            + "m.nextAttemptAt, m.endedAt, m.lastError) from Mail m where ";

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private MailSecrets secrets;

    @Inject
    private Installation installation;

    /**
     * The newest first.
     *
     * @param statuses wanted; empty for all
     * @param page counted from 0
     */
    @Permitted(Act.OPERATE)
    public Page<MailRow> page(Set<Mail.Status> statuses, int page, int size) {
        Set<Mail.Status> wanted = statuses.isEmpty() ? EnumSet.allOf(Mail.Status.class) : statuses;
        var rows = entities.createQuery(ROW + "m.status in :wanted order by m.queuedAt desc, m.id desc", MailRow.class)
                .setParameter("wanted", wanted).setFirstResult(Page.offset(page, size)).setMaxResults(Page.size(size))
                .getResultList().stream().map(this::opened).toList();
        long total = entities.createQuery("select count(m) from Mail m where m.status in :wanted", Long.class)
                .setParameter("wanted", wanted).getSingleResult();
        return new Page<>(rows, total);
    }

    /** One mail. @throws Refusal NOT_FOUND */
    @Permitted(Act.OPERATE)
    public MailRow one(Long id) {
        return entities.createQuery(ROW + "m.id = :id", MailRow.class).setParameter("id", id).getResultList().stream().findFirst()
                .map(this::opened).orElseThrow(Refusal::notFound);
    }

    /** Only a demonstration shows what opens an account: anywhere else the operator would be in it before its owner. */
    private MailRow opened(MailRow row) {
        return row.status() == Mail.Status.KEPT ? filled(row) : row.masked();
    }

    private MailRow filled(MailRow row) {
        if (!installation.isDemo() || row.body() == null || !row.body().contains(Mail.SECRET)) {
            return row;
        }
        Mail mail = entities.find(Mail.class, row.id());
        return row.reading(secrets.fill(mail.key(), row.body(), mail.sealedSecret()));
    }

    /** How many there are of each status that has any. */
    @Permitted(Act.OPERATE)
    public Map<Mail.Status, Long> counts() {
        Map<Mail.Status, Long> counts = new EnumMap<>(Mail.Status.class);
        entities.createQuery("select m.status, count(m) from Mail m group by m.status", Object[].class).getResultList()
                .forEach(row -> counts.put((Mail.Status) row[0], (Long) row[1]));
        return counts;
    }
}
