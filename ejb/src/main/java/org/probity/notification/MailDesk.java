package org.probity.notification;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.Map;
import org.probity.access.Act;
import org.probity.access.Guarded;
import org.probity.access.Permitted;
import org.probity.audit.Audit;
import org.probity.kernel.Refusal;

/** What the operator does about mail that failed or is in doubt. */
@Stateless
@Guarded
public class MailDesk {

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Audit audit;

    @Inject
    private Clock clock;

    /**
     * Sends a mail again that failed, or whose fate nobody knows: the person may then get it twice, and a human has
     * decided so.
     *
     * @throws Refusal NOT_FOUND; STATE where it is neither failed nor in doubt
     */
    @Permitted(Act.OPERATE)
    public void sendAgain(Long id) {
        Mail mail = find(id);
        if (mail.status() == Mail.Status.SENDING) {
            throw Refusal.state("notification.refused.status");
        }
        Mail.Status before = mail.status();
        mail.sendAgain(clock.instant());
        note("mail.sentAgain", mail, before);
    }

    /**
     * Gives a mail up that has not gone out.
     *
     * @throws Refusal NOT_FOUND; STATE where it has, or is going out now, or warns of what its reader has a day to stop
     */
    @Permitted(Act.OPERATE)
    public void drop(Long id) {
        Mail mail = find(id);
        if (mail.isWarning() && mail.status() != Mail.Status.FAILED) {
            throw Refusal.state("notification.refused.warning");
        }
        Mail.Status before = mail.status();
        mail.drop(clock.instant());
        note("mail.dropped", mail, before);
    }

    private void note(String act, Mail mail, Mail.Status before) {
        audit.record(act, null, "mail", mail.id(), Map.of("status", before.name()), Map.of("status", mail.status().name()));
    }

    private Mail find(Long id) {
        Mail mail = entities.find(Mail.class, id);
        if (mail == null) {
            throw Refusal.notFound();
        }
        return mail;
    }
}
