package org.probity.documents;

import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.probity.access.Act;
import org.probity.access.CaseExclusions;
import org.probity.access.CurrentCaller;
import org.probity.access.Guarded;
import org.probity.access.OfCase;
import org.probity.access.Permitted;
import org.probity.kernel.Page;

/** Lists the files of a case, never with their bytes. */
@Stateless
@Guarded
public class DocumentQueries {

    private static final String OF_CASE = " from Document d where d.reference = :reference and d.kind in :kinds "
            + "and" + CaseExclusions.inSight("d.reference");

    private static final String ROW = "select new org.probity.documents.DocumentRow(d.id, d.reference, d.kind, d.title, "
            + "d.fileName, d.type, d.size, d.sha256, d.language, d.createdAt, d.createdBy)";

    @PersistenceContext
    private EntityManager entities;

    /**
     * The newest first.
     *
     * @param kinds wanted; empty for all
     * @param page counted from 0
     */
    @Permitted(Act.SEE_INVESTIGATION)
    public Page<DocumentRow> of(@OfCase String reference, Set<Document.Kind> kinds, int page, int size) {
        Set<Document.Kind> wanted = kinds.isEmpty() ? EnumSet.allOf(Document.Kind.class) : kinds;
        long me = CurrentCaller.get().accountOrNobody();
        List<DocumentRow> rows = entities.createQuery(ROW + OF_CASE + " order by d.createdAt desc, d.id desc", DocumentRow.class)
                .setParameter("reference", reference).setParameter("kinds", wanted).setParameter("me", me)
                .setFirstResult(Page.offset(page, size)).setMaxResults(Page.size(size)).getResultList();
        long total = entities.createQuery("select count(d)" + OF_CASE, Long.class).setParameter("reference", reference)
                .setParameter("kinds", wanted).setParameter("me", me).getSingleResult();
        return new Page<>(rows, total);
    }

    /** Of the case's, those with these ids, in no particular order. @param ids a page of them */
    @Permitted(Act.SEE_INVESTIGATION)
    public List<DocumentRow> files(@OfCase String reference, Set<Long> ids) {
        return ids.isEmpty() ? List.of() : entities.createQuery(ROW + OF_CASE + " and d.id in :ids", DocumentRow.class)
                .setParameter("reference", reference).setParameter("kinds", EnumSet.allOf(Document.Kind.class))
                .setParameter("me", CurrentCaller.get().accountOrNobody()).setParameter("ids", ids).setMaxResults(Page.LARGEST).getResultList();
    }

    /** Those with these ids, for packages that keep ids of files; in no particular order. */
    @Permitted(Act.INTERNAL)
    public List<DocumentRow> rows(Set<Long> ids) {
        return ids.isEmpty() ? List.of() : entities.createQuery(ROW + " from Document d where d.id in :ids", DocumentRow.class)
                .setParameter("ids", ids).getResultList();
    }
}
