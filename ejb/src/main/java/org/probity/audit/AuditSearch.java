package org.probity.audit;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.probity.identity.Act;
import org.probity.identity.CurrentCaller;
import org.probity.identity.Guarded;
import org.probity.identity.Permitted;
import org.probity.kernel.Days;
import org.probity.kernel.Page;
import org.probity.tenancy.CurrentBoard;

/**
 * Searches the audit of the current board, or of the installation. A piece is read along an index from the place where the
 * last one ended: the hundredth costs what the first one does, and nothing is counted.
 */
@Stateless
@Guarded
public class AuditSearch {

    private static final String LINE = "select new org.probity.audit.AuditLine(a.seq, a.at, a.actorName, a.actorRoles, a.act, "
            + "a.reference, a.subjectKind, a.subjectId, a.address, a.channel, " + AuditQueries.TOLD + "a.before else null end, "
            + AuditQueries.TOLD + "a.after else null end)" + AuditQueries.FROM + "a.seq < :before";

    private static final String NEWEST = " order by a.board desc, a.seq desc";

    /** No transaction lasts longer, so entries stand in the chain in the order of their times but for this. */
    private static final Duration DISORDER = Duration.ofMinutes(10);

    private static final int NAMES = 50;

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Audit audit;

    /**
     * The newest first. That somebody searched is kept, and for what.
     *
     * @param before place in the chain, or null to begin at its end
     */
    @Permitted(Act.INTERNAL)
    public AuditLines page(AuditFilter filter, Long before, int size) {
        int wanted = Page.size(size);
        List<AuditLine> found = lines(filter, before == null ? Long.MAX_VALUE : before, wanted + 1);
        if (filter.isNarrow()) {
            audit.record("audit.searched", null, "chain", null, null, filter.asked());
        }
        return found.size() <= wanted ? new AuditLines(found, null)
                : new AuditLines(found.subList(0, wanted), found.get(wanted - 1).seq());
    }

    /** @param before place in the chain before which to begin */
    @Permitted(Act.INTERNAL)
    public List<AuditLine> lines(AuditFilter filter, long before, int most) {
        Map<String, Object> values = new HashMap<>();
        StringBuilder query = new StringBuilder(LINE);
        narrow(query, values, !filter.acts().isEmpty(), " and a.act in :acts", "acts", filter.acts());
        narrow(query, values, !filter.reference().isEmpty(), " and a.reference = :reference", "reference", filter.reference());
        narrow(query, values, !filter.who().isEmpty(), " and a.actorName in :names", "names", names(filter.who()));
        between(query, values, filter);
        TypedQuery<AuditLine> lines = entities.createQuery(query.append(NEWEST).toString(), AuditLine.class)
                .setParameter("before", before).setParameter("me", CurrentCaller.get().accountOrNobody()).setMaxResults(most);
        values.forEach(lines::setParameter);
        return lines.getResultList();
    }

    private static void narrow(StringBuilder query, Map<String, Object> values, boolean wanted, String condition, String name, Object value) {
        if (wanted) {
            query.append(condition);
            values.put(name, value);
        }
    }

    /** The days are looked up once as places in the chain, which is the order it is read in. */
    private void between(StringBuilder query, Map<String, Object> values, AuditFilter filter) {
        if (filter.from() != null) {
            Instant from = start(filter.from());
            narrow(query, values, true, " and a.seq >= :first and a.at >= :from", "from", from);
            values.put("first", place("a.at >= :at order by a.board, a.at", from.minus(DISORDER), Long.MAX_VALUE));
        }
        if (filter.to() != null) {
            Instant to = start(filter.to().plusDays(1));
            narrow(query, values, true, " and a.seq <= :last and a.at < :to", "to", to);
            values.put("last", place("a.at < :at order by a.board desc, a.at desc", to.plus(DISORDER), 0));
        }
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(Days.LONDON).toInstant();
    }

    private long place(String condition, Instant at, long none) {
        return entities.createQuery("select a.seq from AuditEntry a where " + condition, Long.class).setParameter("at", at)
                .setMaxResults(1).getResultStream().findFirst().orElse(none);
    }

    /** At a board its members are known by a part of their name. */
    private List<String> names(String who) {
        List<String> names = new ArrayList<>(List.of(who));
        if (!who.isEmpty() && CurrentBoard.orNone() != null) {
            names.addAll(entities.createQuery("select distinct m.name from Member m where lower(m.name) like :who", String.class)
                    .setParameter("who", "%" + who.toLowerCase(Locale.ROOT) + "%").setMaxResults(NAMES).getResultList());
        }
        return names;
    }
}
