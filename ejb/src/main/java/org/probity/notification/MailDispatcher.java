package org.probity.notification;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Optional;
import org.probity.identity.Rounds;
import org.probity.kernel.Unguarded;

/** Empties the outbox of every board, every five seconds. On several nodes each takes different mail. */
@Unguarded("The clockwork itself, which acts as the system through guarded services")
@Singleton
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class MailDispatcher {

    /** Most mail of one board in one round, so that no board waits for another. */
    static final int ROUND = 50;

    @Inject
    private Rounds rounds;

    @Inject
    private MailQueue queue;

    @Inject
    private MailServer server;

    @Inject
    private MailSecrets secrets;

    /** One round over all boards. */
    @Schedule(hour = "*", minute = "*", second = "*/5", persistent = false)
    public void round() {
        rounds.eachBoard("Sending mail", this::empty);
    }

    private void empty() {
        queue.doubtAbandoned();
        for (int sent = 0; sent < ROUND; sent++) {
            Optional<Mail> next = queue.claim();
            if (next.isEmpty()) {
                return;
            }
            dispatch(next.get());
        }
    }

    private void dispatch(Mail mail) {
        if (!server.exists()) {
            queue.settle(mail.id(), Mail::kept);
        } else {
            if (mail.sealedSecret() != null) {
                mail.reads(secrets.fill(mail.key(), mail.body(), mail.sealedSecret()));
            }
            settle(mail.id(), server.send(mail));
        }
    }

    private void settle(Long id, MailServer.Result result) {
        if (result instanceof MailServer.Result.NotTaken notTaken) {
            queue.settle(id, (row, now) -> row.refused(notTaken.why(), now));
        } else if (result instanceof MailServer.Result.Hopeless hopeless) {
            queue.settle(id, (row, now) -> row.hopeless(hopeless.why(), now));
        } else if (result instanceof MailServer.Result.Unknown unknown) {
            queue.settle(id, (row, now) -> row.doubt(unknown.why()));
        } else {
            queue.settle(id, Mail::sent);
        }
    }
}
