package org.probity.audit;

import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import org.probity.identity.Act;
import org.probity.identity.CurrentCaller;
import org.probity.identity.Guarded;
import org.probity.identity.Permitted;
import org.probity.kernel.Page;

/** Reads the audit: as the timeline of one case, and as the auditor's list. */
@Stateless
@Guarded
public class AuditQueries {

    private static final String LINE = "select new org.probity.audit.TimelineEntry(a.id, a.at, a.actorName, a.actorRoles, "
            + "a.act, a.reference, a.subjectKind, a.subjectId, a.before, a.after) from AuditEntry a where ";

    /** Views and downloads are many; they are shown when asked for. */
    private static final String SEEN = "seen";

    private static final String OF_CASE = "a.reference = :reference and a.act like :like and a.act not like :unlike "
            + "and not exists (select 1 from Wall w where w.reference = a.reference and w.accountId = :me)";

    @PersistenceContext
    private EntityManager entities;

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
        long me = CurrentCaller.get().accountOrNobody();
        var items = entities.createQuery(LINE + OF_CASE + " order by a.at desc, a.id desc", TimelineEntry.class)
                .setParameter("reference", reference).setParameter("like", like).setParameter("unlike", unlike)
                .setParameter("me", me).setFirstResult(page * Page.size(size)).setMaxResults(Page.size(size)).getResultList();
        long total = entities.createQuery("select count(a) from AuditEntry a where " + OF_CASE, Long.class)
                .setParameter("reference", reference).setParameter("like", like).setParameter("unlike", unlike)
                .setParameter("me", me).getSingleResult();
        return new Page<>(items, total);
    }

    /** Everything of the board, the newest first, for the auditor. */
    @Permitted(Act.SEE_AUDIT)
    public Page<TimelineEntry> all(String act, int page, int size) {
        String like = act == null || act.isBlank() ? "%" : act + "%";
        var items = entities.createQuery(LINE + "a.act like :act order by a.at desc, a.id desc", TimelineEntry.class)
                .setParameter("act", like).setFirstResult(page * Page.size(size)).setMaxResults(Page.size(size))
                .getResultList();
        long total = entities.createQuery("select count(a) from AuditEntry a where a.act like :act", Long.class)
                .setParameter("act", like).getSingleResult();
        return new Page<>(items, total);
    }
}
