package org.probity.audit;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.util.List;
import org.probity.access.Act;
import org.probity.access.CaseExclusions;
import org.probity.access.CurrentCaller;
import org.probity.access.Guarded;
import org.probity.access.OfCase;
import org.probity.access.Permitted;
import org.probity.access.Role;
import org.probity.kernel.Like;
import org.probity.kernel.Page;
import org.probity.kernel.Refusal;

/** Reads the audit as the timeline of one case. */
@Stateless
@Guarded
public class AuditQueries {

    /**
     * Of a restricted case an auditor who is not on its team learns who did what and when, and not what it was about:
     * they audit the audit, and the board's named team stays the only one to read the case.
     */
    static final String TOLD = "case when a.reference is null or" + CaseExclusions.inSight("a.reference") + "then ";

    /** Whoever is named in a case reads nothing of it here either. */
    static final String FROM = " from AuditEntry a where (a.reference is null or" + CaseExclusions.notNamed("a.reference") + ") and ";

    /** Members who reported once were kept with their name: the desk does not learn it here. */
    private static final String REPORTER = "case when a.act in ('concern.reported', 'concern.added', 'concern.answered') "
            + "and a.actorRoles not like '%OFFICER%' and a.actorRoles not like '%LEAD%' then ";

    /** Whom the words named of somebody who does not work on cases: that followed by itself, and was kept once as their act. */
    private static final String FOLLOWED = "when a.act = 'investigation.released' and a.actorRoles not like '%OFFICER%' "
            + "and a.actorRoles not like '%LEAD%' and a.actorRoles not like '%ADMINISTRATOR%' and a.actorRoles not like '%OPERATOR%' then ";

    private static final String LINE = "select new org.probity.audit.TimelineEntry(a.id, a.at, " + REPORTER + "'' " + FOLLOWED
            + "'Probity' else a.actorName end, " + REPORTER + "'PUBLIC' " + FOLLOWED + "'SYSTEM' else a.actorRoles end, "
            + "a.act, a.reference, a.subjectKind, a.subjectId, case when a.id in :within then " + TOLD + "a.before else null end end, "
            + "case when a.id in :within then " + TOLD + "a.after else null end end)" + FROM;

    private static final String SIZES = "select a.id, " + AuditBatch.SIZE + FROM;

    private static final String COUNT = "select count(a)" + FROM;

    /** Views and downloads are many; they are shown when asked for. */
    private static final String SEEN = "seen";

    private static final String OF_CASE = "a.reference = :reference and a.act like :like escape '!' and a.act not like :unlike escape '!' "
            + "and (:auditor = true or" + CaseExclusions.inSight("a.reference") + ")";

    private static final String NEWEST = " order by a.at desc, a.id desc";

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Audit audit;

    /**
     * The newest first. Values beyond what may be in memory at once are left out: so much nobody enters into one case.
     *
     * @param kind first word of the acts wanted, such as {@code removal}; empty for all that changed something;
     *        {@code seen} for views
     * @param page counted from 0
     * @throws Refusal NOT_FOUND where there is no such case, or the caller does not see it; INVALID on {@code kind} where it is too long
     */
    @Permitted(Act.SEE_TIMELINE)
    public Page<TimelineEntry> timeline(@OfCase String reference, String kind, int page, int size) {
        boolean seen = SEEN.equals(kind);
        String like = seen ? Like.ending("kind", "." + SEEN) : kind == null || kind.isBlank() ? Like.holding("kind", "")
                : Like.beginning("kind", kind + ".");
        String unlike = seen ? "" : Like.ending("kind", "." + SEEN);
        List<Long> within = AuditBatch.first(asked(SIZES + OF_CASE + NEWEST, Object[].class, reference, like, unlike)
                .setFirstResult(Page.offset(page, size)).setMaxResults(Page.size(size)).getResultList());
        List<TimelineEntry> items = within.isEmpty() ? List.of() : asked(LINE + OF_CASE + NEWEST, TimelineEntry.class, reference, like, unlike)
                .setParameter("within", within).setFirstResult(Page.offset(page, size)).setMaxResults(Page.size(size)).getResultList();
        long total = count(reference, like, unlike);
        if (total == 0 && count(reference, Like.holding("kind", ""), "") == 0) {
            throw Refusal.notFound();
        }
        audit.looked(reference, null);
        return new Page<>(items, total);
    }

    private long count(String reference, String like, String unlike) {
        return asked(COUNT + OF_CASE, Long.class, reference, like, unlike).getSingleResult();
    }

    private <T> TypedQuery<T> asked(String query, Class<T> answer, String reference, String like, String unlike) {
        return entities.createQuery(query, answer).setParameter("reference", reference).setParameter("like", like)
                .setParameter("unlike", unlike).setParameter("auditor", CurrentCaller.get().has(Role.AUDITOR))
                .setParameter("me", CurrentCaller.get().accountOrNobody());
    }
}
