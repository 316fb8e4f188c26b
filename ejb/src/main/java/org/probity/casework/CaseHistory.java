package org.probity.casework;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.probity.access.Act;
import org.probity.access.Guarded;
import org.probity.access.OfCase;
import org.probity.access.Permitted;
import org.probity.investigation.Closure;
import org.probity.investigation.Investigations;
import org.probity.investigation.Stage;
import org.probity.investigation.StageChange;

/** Reads why a case moved from stage to stage, how it ended and what was learnt, each time. */
@Stateless
@Guarded
public class CaseHistory {

    /** Nobody closes or moves a case more often. */
    private static final int MOST = 200;

    /** A time it was closed. @param number from 1: one that was opened again is closed again */
    public record ClosureLine(Long id, int number, String summary, String learning, LocalDate retainUntil, Instant closedAt, String closedBy) {
    }

    /** A time it moved, with the reasons that were given for it. */
    public record StageLine(Long id, Stage from, Stage to, Instant at, String by, String reasons) {
    }

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Investigations investigations;

    /** The newest first. */
    @Permitted(Act.SEE_INVESTIGATION)
    public List<ClosureLine> closures(@OfCase String reference) {
        return entities.createQuery("select c from Closure c where c.investigationId = :id order by c.number desc", Closure.class)
                .setParameter("id", investigations.visible(reference).id()).setMaxResults(MOST).getResultList().stream()
                .map(c -> new ClosureLine(c.id(), c.number(), c.summary(), c.learning(), c.retainUntil(), c.closedAt(), c.closedBy())).toList();
    }

    /** Those that somebody gave reasons for, the newest first; the words of a closing stand with it. */
    @Permitted(Act.SEE_INVESTIGATION)
    public List<StageLine> stages(@OfCase String reference) {
        return entities.createQuery("select c from StageChange c where c.investigationId = :id and c.reasons is not null "
                + "and c.to <> :closed order by c.at desc, c.id desc", StageChange.class)
                .setParameter("id", investigations.visible(reference).id()).setParameter("closed", Stage.CLOSED).setMaxResults(MOST).getResultList()
                .stream().map(c -> new StageLine(c.id(), c.from(), c.to(), c.at(), c.by(), c.reasons())).toList();
    }
}
