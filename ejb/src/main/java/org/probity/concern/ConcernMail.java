package org.probity.concern;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.probity.access.Act;
import org.probity.access.CurrentCaller;
import org.probity.access.Guarded;
import org.probity.access.Permitted;
import org.probity.investigation.DeskMail;
import org.probity.investigation.Investigation;
import org.probity.investigation.Note;
import org.probity.investigation.Stage;
import org.probity.kernel.Language;
import org.probity.notification.Outbox;
import org.probity.tenancy.Board;
import org.probity.tenancy.Boards;

/**
 * Tells by mail that a concern has come in. Anybody may report, from as many places as they like: of an hour that has more than
 * {@link #EACH}, what does not come from those who work on cases has no mail of its own any more, but for as many that tell of danger. One
 * mail says so within a minute, and one more that it was so once the hour is over.
 *
 * <p>It tells of what a reporter adds or answers as well. What is added to one case within an hour is told of at once, and what came after
 * it when the hour is over; where as much is added to cases that nobody has taken up yet, one mail tells of all of it.
 */
@Stateless
@Guarded
public class ConcernMail {

    /** How many concerns of an hour have a mail of their own. */
    static final int EACH = 20;

    /** Hours that are looked back at, so that nothing is lost where no server was up at the end of one. */
    private static final int HOURS = 24;

    private static final String OF_HOUR = "select c.id from Concern c where c.receivedAt >= :hour and c.receivedAt < :next";
    private static final String URGENT = " and (c.immediateDanger = true or c.indecentImage = true or c.grooming = true)";

    private static final String OF_ADDED = " from Note n where n.author = REPORTER and n.writtenAt >= :hour and n.writtenAt < :next and"
            + Note.UNASKED;
    private static final String ADDED = "select n.id" + OF_ADDED;
    private static final String TAKEN_UP = " and exists (select 1 from Investigation i where i.reference = n.reference and i.stage <> DETECTION)";

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Boards boards;

    @Inject
    private DeskMail desk;

    @Inject
    private Outbox outbox;

    @Inject
    private Clock clock;

    /**
     * Of a concern that is kept already: to the board's own address; where somebody may not know of it, who may read there too, to every
     * officer who may.
     *
     * @param urgent whether it tells of danger, an indecent image or grooming; the mail says no more than that it is urgent
     */
    @Permitted(Act.INTERNAL)
    public void announce(String reference, boolean walled, boolean urgent) {
        if (!CurrentCaller.get().worksOnCases() && (urgent ? isMany(OF_HOUR + URGENT, hour()) : isFlood())) {
            return;
        }
        String template = urgent ? "officer.urgentConcern" : "officer.newConcern";
        if (walled) {
            desk.officer(reference, "concern/" + reference, template);
        } else {
            toBoard("concern/" + reference, template, reference, "investigations/" + reference);
        }
    }

    /** To the board's own address and every officer, once, that this hour has more concerns than are told of one by one. */
    @Permitted(Act.CLOCKWORK)
    public void tellOfMany() {
        if (isFlood()) {
            toAll("concerns/many/" + hour(), "officer.manyConcerns");
        }
    }

    /** To the board's own address and every officer, of each hour that had more concerns than are told of one by one, once. */
    @Permitted(Act.CLOCKWORK)
    public void tellOfMore() {
        floods().forEach(hour -> toAll("concerns/more/" + hour, "officer.moreConcerns"));
    }

    /** Of a question that has its answer: to whoever works on the case. Each was asked by one of them, and is answered once. */
    @Permitted(Act.INTERNAL)
    public void answered(String reference, Long question) {
        desk.officer(reference, "concern/answered/" + question, "concern.answered");
    }

    /** Of what the reporter of a case, which is held, has added: to whoever works on it, once in an hour. */
    @Permitted(Act.INTERNAL)
    public void added(Investigation investigation) {
        if (CurrentCaller.get().worksOnCases() || investigation.stage() != Stage.DETECTION || !isMany(ADDED, hour())) {
            desk.officer(investigation.reference(), added(investigation.reference(), hour()), "concern.added");
        }
    }

    /** Of each hour, once: where more was added to a case than the first that was told of, and whether that was so at too many of them. */
    @Permitted(Act.CLOCKWORK)
    public void tellOfAdded() {
        hours().forEach(hour -> {
            boolean many = isMany(ADDED, hour);
            addedTo(hour, many ? TAKEN_UP : "").forEach(reference -> desk.officer(reference, added(reference, hour) + "/more", "concern.added"));
            if (many) {
                toAll("concerns/added/" + hour, "officer.manyAdditions");
            }
        });
    }

    private List<String> addedTo(Instant hour, String which) {
        return entities.createQuery("select n.reference" + OF_ADDED + which + " group by n.reference having count(n.id) > 1 order by n.reference",
                String.class).setParameter("hour", hour).setParameter("next", hour.plus(1, ChronoUnit.HOURS)).getResultList();
    }

    private static String added(String reference, Instant hour) {
        return "concern/" + reference + "/added/" + hour;
    }

    private void toAll(String key, String template) {
        toBoard(key, template, "", "worklist");
        desk.officers(key, template, "worklist");
    }

    /** Whether this hour has had more concerns than are told of one by one. */
    @Permitted(Act.INTERNAL)
    public boolean isFlood() {
        return isFlood(hour());
    }

    /** The beginnings of the last hours, the present one not among them, that have had more. */
    @Permitted(Act.INTERNAL)
    public Stream<Instant> floods() {
        return hours().filter(this::isFlood);
    }

    private Stream<Instant> hours() {
        return IntStream.rangeClosed(1, HOURS).mapToObj(ago -> hour().minus(ago, ChronoUnit.HOURS));
    }

    private boolean isFlood(Instant hour) {
        return isMany(OF_HOUR, hour);
    }

    private boolean isMany(String query, Instant hour) {
        return entities.createQuery(query, Long.class).setParameter("hour", hour).setParameter("next", hour.plus(1, ChronoUnit.HOURS))
                .setMaxResults(EACH + 1).getResultList().size() > EACH;
    }

    /** The beginning of the present one. */
    private Instant hour() {
        return clock.instant().truncatedTo(ChronoUnit.HOURS);
    }

    private void toBoard(String key, String template, String reference, String page) {
        Board board = boards.board();
        outbox.queue(key, board.name(), board.contactEmail(), Language.EN, template, reference, page);
    }
}
