package org.probity.audit;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import org.probity.identity.Act;
import org.probity.identity.CurrentCaller;
import org.probity.identity.Guarded;
import org.probity.identity.Permitted;
import org.probity.identity.Role;
import org.probity.identity.Walls;
import org.probity.kernel.Page;

/** Reads the audit as the timeline of one case. */
@Stateless
@Guarded
public class AuditQueries {

    /**
     * Of a restricted case an auditor who is not on its team learns who did what and when, and not what it was about:
     * they audit the audit, and the board's named team stays the only one to read the case.
     */
    static final String TOLD = "case when a.reference is null or" + Walls.inSight("a.reference") + "then ";

    /** Whoever is named in a case reads nothing of it here either. */
    static final String FROM = " from AuditEntry a where (a.reference is null or" + Walls.notNamed("a.reference") + ") and ";

    private static final String LINE = "select new org.probity.audit.TimelineEntry(a.id, a.at, a.actorName, a.actorRoles, "
            + "a.act, a.reference, a.subjectKind, a.subjectId, " + TOLD + "a.before else null end, " + TOLD
            + "a.after else null end)" + FROM;

    private static final String COUNT = "select count(a)" + FROM;

    /** Views and downloads are many; they are shown when asked for. */
    private static final String SEEN = "seen";

    private static final String OF_CASE = "a.reference = :reference and a.act like :like and a.act not like :unlike "
            + "and (:auditor = true or" + Walls.inSight("a.reference") + ")";

    private static final String NEWEST = " order by a.at desc, a.id desc";

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Audit audit;

    /**
     * The newest first.
     *
     * @param kind first word of the acts wanted, such as {@code removal}; empty for all that changed something;
     *        {@code seen} for views
     * @param page counted from 0
     */
    @Permitted(Act.SEE_TIMELINE)
    public Page<TimelineEntry> timeline(String reference, String kind, int page, int size) {
        boolean seen = SEEN.equals(kind);
        String like = seen ? "%." + SEEN : kind == null || kind.isBlank() ? "%" : kind + ".%";
        String unlike = seen ? "" : "%." + SEEN;
        var items = asked(LINE + OF_CASE + NEWEST, TimelineEntry.class, like).setParameter("reference", reference)
                .setParameter("unlike", unlike).setParameter("auditor", isAuditor())
                .setFirstResult(page * Page.size(size)).setMaxResults(Page.size(size)).getResultList();
        long total = asked(COUNT + OF_CASE, Long.class, like).setParameter("reference", reference)
                .setParameter("unlike", unlike).setParameter("auditor", isAuditor()).getSingleResult();
        if (total > 0) {
            audit.looked(reference, null);
        }
        return new Page<>(items, total);
    }

    private <T> TypedQuery<T> asked(String query, Class<T> answer, String like) {
        return entities.createQuery(query, answer).setParameter("like", like)
                .setParameter("me", CurrentCaller.get().accountOrNobody());
    }

    private static boolean isAuditor() {
        return CurrentCaller.get().has(Role.AUDITOR);
    }
}
