package org.probity.notification;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.hibernate.exception.ConstraintViolationException;
import org.probity.access.Act;
import org.probity.access.Guarded;
import org.probity.access.Permitted;
import org.probity.access.RolesLost;
import org.probity.access.SightLost;
import org.probity.kernel.Language;
import org.probity.kernel.Refusal;
import org.probity.member.Members;
import org.probity.tenancy.Board;
import org.probity.tenancy.Boards;
import org.probity.tenancy.CurrentBoard;

/** The only way for mail to leave: queued in the caller's transaction, so that it exists if and only if the act does. */
@Stateless
@Guarded
public class Outbox {

    /** Where administrators read which cases nobody sees. */
    public static final String UNSEEN = "members#unseen";

    /** Where administrators read for which cases nobody is left who could take them on. */
    public static final String LEFT = "members#left";

    /** Where only the subject of a case reads what was sent to them; all mail to them leads there. */
    static final String PORTAL = "requests";

    /** The constraint that lets a key be queued once at a board. */
    private static final String ONCE = "mail_once";

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Boards boards;

    @Inject
    private Members members;

    @Inject
    private MailSecrets secrets;

    @Inject
    private Event<SubjectMailed> mailed;

    @Inject
    private Clock clock;

    /**
     * Queues a mail once: a second call with the same key changes nothing.
     *
     * @param key what it is about and for whom, such as {@code removal/12/sent/1}; unique at the board
     * @param toAddress null or empty where none is known: the operator then sees the mail as failed
     * @param template such as {@code removal.request}; texts are {@code mail.<template>.subject} and {@code .body}
     * @param args the reference, the page to open (a path of the board or a whole address), and a deadline
     *         ({@code LocalDate} or {@code Instant}) where there is one
     * @throws Refusal STATE where another transaction queues the same mail at this moment: the whole act is then undone,
     *         so that it does not happen twice either
     */
    @Permitted(Act.INTERNAL)
    public void queue(String key, String toName, String toAddress, Language language, String template, Object... args) {
        queueSealed(key, new Recipient(toName, toAddress, language), template, null, args);
    }

    /** The same with something to hand over that nobody but the reader may know; null for nothing. */
    @Permitted(Act.INTERNAL)
    public void queueSealed(String key, Recipient to, String template, String secret, Object... args) {
        if (isQueued(key)) {
            return;
        }
        Instant now = clock.instant();
        MailOfCase matter = new MailOfCase(args);
        Mail mail = new Mail(key, to, template, MailTexts.subject(to, template, args),
                MailTexts.body(sender(), to, now, template, args), matter, now)
                .handsOver(secret == null ? null : secrets.seal(key, secret));
        try {
            entities.persist(mail);
            entities.flush();
        } catch (PersistenceException e) {
            throw lostRace(e);
        }
        if (matter.subjectOf() != null) {
            mailed.fire(new SubjectMailed(matter.subjectOf()));
        }
    }

    /** Null for the installation. */
    private Board sender() {
        return CurrentBoard.orNone() == null ? null : boards.board();
    }

    /** Mail to the subject of that case that has not left, queued up to now, waits until it is let go. */
    @Permitted(Act.INTERNAL)
    public void hold(String reference) {
        entities.createQuery("update Mail m set m.matter.heldAt = :now where m.matter.subjectOf = :reference and m.matter.heldAt is null "
                + "and m.status in (QUEUED, SENDING, IN_DOUBT, FAILED)").setParameter("now", clock.instant())
                .setParameter("reference", reference).executeUpdate();
    }

    /** What was held leaves. */
    @Permitted(Act.INTERNAL)
    public void letGo(String reference) {
        entities.createQuery("update Mail m set m.matter.heldAt = null where m.matter.subjectOf = :reference and m.matter.heldAt is not null")
                .setParameter("reference", reference).executeUpdate();
    }

    /** What is still held when its case ends never leaves. */
    @Permitted(Act.INTERNAL)
    public void dropHeld(String reference) {
        entities.createQuery("select m from Mail m where m.matter.subjectOf = :reference and m.matter.heldAt is not null "
                + "and m.status in (QUEUED, IN_DOUBT, FAILED)", Mail.class).setParameter("reference", reference).getResultList().stream()
                .forEach(mail -> mail.drop(clock.instant()));
    }

    /** Mail that still waits here does not leave to somebody who may no longer know of the case. */
    @Permitted(Act.INTERNAL)
    public void hold(@Observes SightLost lost) {
        entities.createQuery("select m from Mail m where m.matter.deskOf = :reference and m.status in (QUEUED, IN_DOUBT, FAILED)", Mail.class)
                .setParameter("reference", lost.reference()).getResultList().stream()
                .filter(mail -> mail.toAddress() != null && members.at(mail.toAddress()).stream()
                        .anyMatch(member -> !members.knows(member, lost.reference())))
                .forEach(mail -> mail.drop(clock.instant()));
    }

    /** Nor to somebody who has left the board. */
    @Permitted(Act.INTERNAL)
    public void hold(@Observes RolesLost lost) {
        if (lost.left().isEmpty()) {
            entities.createQuery("select m from Mail m where m.matter.deskOf is not null and lower(m.toAddress) = lower(:address) "
                    + "and m.status in (QUEUED, IN_DOUBT, FAILED)", Mail.class).setParameter("address", lost.email())
                    .getResultList().forEach(mail -> mail.drop(clock.instant()));
        }
    }

    /** When mail of that kind about the case was first written; nothing where none was. */
    @Permitted(Act.INTERNAL)
    public Optional<Instant> written(String reference, String template) {
        return Optional.ofNullable(entities.createQuery("select min(m.queuedAt) from Mail m where m.matter.deskOf = :reference "
                + "and m.template = :template", Instant.class).setParameter("reference", reference).setParameter("template", template).getSingleResult());
    }

    private boolean isQueued(String key) {
        return !entities.createQuery("select m.id from Mail m where m.key = :key", Long.class)
                .setParameter("key", key).setMaxResults(1).getResultList().isEmpty();
    }

    private static RuntimeException lostRace(PersistenceException e) {
        boolean twice = e instanceof ConstraintViolationException violation && violation.getConstraintName() != null
                && violation.getConstraintName().toLowerCase(Locale.ROOT).contains(ONCE);
        return twice ? Refusal.state("kernel.refused.lostRace") : e;
    }
}
