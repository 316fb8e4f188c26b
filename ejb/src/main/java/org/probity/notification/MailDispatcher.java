package org.probity.notification;

import jakarta.annotation.Resource;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.probity.access.ScheduledWork;
import org.probity.kernel.Unguarded;
import org.probity.tenancy.BoardResolver;
import org.probity.tenancy.CurrentBoard;
import org.probity.tenancy.Installation;

/**
 * Empties the outbox of every board and of the installation, every five seconds. Each has a lane of its own, so that one whose mail
 * hangs keeps no other waiting; in a lane mail goes out one by one. On several nodes each takes different mail.
 */
@Unguarded("The clockwork itself, which acts as the system through guarded services")
@Singleton
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class MailDispatcher {

    /** Most mail of one board in one round, so that there is a thread for every board. */
    static final int ROUND = 50;

    private static final Logger LOG = Logger.getLogger(MailDispatcher.class.getName());
    private static final String NO_SERVER = "There is no mail server (PROBITY_SMTP_HOST), and this mail opens an account: it waits for one";
    private static final String SENDING = "Sending mail";

    @Resource(lookup = "java:jboss/ee/concurrency/executor/mail")
    private ManagedExecutorService threads;

    @Inject
    private ScheduledWork scheduledWork;

    @Inject
    private MailQueue queue;

    @Inject
    private MailServer server;

    @Inject
    private MailSecrets secrets;

    @Inject
    private Clock clock;

    @Inject
    private Installation installation;

    private final Breaker breaker = new Breaker();
    private final Set<String> busy = ConcurrentHashMap.newKeySet();

    /** One round over all lanes; whoever is still busy with the last one is left at it. */
    @Schedule(hour = "*", minute = "*", second = "*/5", persistent = false)
    public void round() {
        scheduledWork.eachBoard(SENDING, () -> {
            String board = CurrentBoard.slug();
            open(board, () -> scheduledWork.board(SENDING, board, this::empty));
        });
        open(BoardResolver.NO_BOARD, () -> scheduledWork.installation(SENDING, this::empty));
    }

    private void open(String lane, Runnable work) {
        if (busy.add(lane)) {
            try {
                threads.execute(() -> run(lane, work));
            } catch (RejectedExecutionException e) {
                busy.remove(lane);
                LOG.log(Level.FINE, "The server is stopping", e);
            }
        }
    }

    private void run(String lane, Runnable work) {
        try {
            work.run();
        } finally {
            busy.remove(lane);
        }
    }

    private void empty() {
        queue.doubtAbandoned();
        boolean goesOn = true;
        for (int sent = 0; goesOn && sent < ROUND; sent++) {
            goesOn = dispatchNext();
        }
    }

    /** @return whether the next one may be tried too */
    private boolean dispatchNext() {
        if (server.exists() && !breaker.admits(clock)) {
            return false;
        }
        Optional<Mail> next = queue.claim();
        return next.isPresent() && dispatch(next.get());
    }

    private boolean dispatch(Mail mail) {
        if (!server.exists()) {
            keep(mail);
            return true;
        }
        if (mail.sealedSecret() != null) {
            mail.reads(secrets.fill(mail.key(), mail.body(), mail.sealedSecret()));
        }
        MailServer.Result result = server.send(mail);
        settle(mail.id(), result);
        return learn(result);
    }

    /** What opens somebody's account is read by nobody else, so where there is no mail server it does not go at all. */
    private void keep(Mail mail) {
        if (mail.sealedSecret() == null || installation.isDemo()) {
            queue.settle(mail.id(), Mail::kept);
        } else {
            queue.settle(mail.id(), (kept, now) -> kept.hopeless(NO_SERVER, now));
        }
    }

    private void settle(Long id, MailServer.Result result) {
        if (result instanceof MailServer.Result.NotTaken notTaken) {
            queue.settle(id, (row, now) -> row.refused(notTaken.why(), now));
        } else if (result instanceof MailServer.Result.Unreachable unreachable) {
            queue.settle(id, (row, now) -> row.refused(unreachable.why(), now));
        } else if (result instanceof MailServer.Result.Hopeless hopeless) {
            queue.settle(id, (row, now) -> row.hopeless(hopeless.why(), now));
        } else if (result instanceof MailServer.Result.Unknown unknown) {
            queue.settle(id, (row, now) -> row.doubt(unknown.why()));
        } else {
            queue.settle(id, Mail::sent);
        }
    }

    private boolean learn(MailServer.Result result) {
        if (!(result instanceof MailServer.Result.Unreachable) && !(result instanceof MailServer.Result.Unknown)) {
            breaker.answered();
            return true;
        }
        if (breaker.failed(clock)) {
            LOG.warning("The mail server does not answer: mail waits, and is tried again from time to time");
        }
        return false;
    }
}
