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
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.probity.access.Act;
import org.probity.access.CurrentCaller;
import org.probity.access.Guarded;
import org.probity.access.Permitted;
import org.probity.kernel.Days;
import org.probity.kernel.Like;
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
            + AuditQueries.TOLD + "a.after else null end), a.accountId" + AuditQueries.FROM + "a.seq in :places order by a.board desc, a.seq desc";

    private static final String PLACES = "select a.seq, " + AuditBatch.SIZE + AuditQueries.FROM + "a.seq >= :first and a.seq < :before "
            + "and a.at >= :from and a.at < :to and (:reference = '' or a.reference = :reference) "
            + "and (:anyAct = true or a.act in :acts) and (:anybody = true or a.actorName in :names)";

    /** Before and after everything that was ever done. */
    private static final Instant EVER = Instant.parse("1000-01-01T00:00:00Z");
    private static final Instant NEVER = Instant.parse("9000-01-01T00:00:00Z");

    /** No transaction lasts longer, so entries stand in the chain in the order of their times but for this. */
    private static final Duration DISORDER = Duration.ofMinutes(10);

    private static final int NAMES = 50;

    /** So many values of one column are each read along its index; more of them are picked out of the whole chain. */
    private static final int FEW = 12;

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Redactions redactions;

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
        List<Object[]> found = found(filter, before == null ? Long.MAX_VALUE : before, wanted + 1);
        List<Long> places = AuditBatch.first(found.subList(0, Math.min(wanted, found.size())));
        if (filter.isNarrow()) {
            audit.record("audit.searched", null, "chain", null, null, filter.asked());
        }
        return new AuditLines(lines(places), places.size() == found.size() ? null : places.get(places.size() - 1));
    }

    /**
     * The newest first, and only as many as may be in memory at once.
     *
     * @param before place in the chain before which to begin
     * @return none where there are none
     */
    @Permitted(Act.INTERNAL)
    public List<AuditLine> lines(AuditFilter filter, long before, int most) {
        return lines(AuditBatch.first(found(filter, before, most)));
    }

    private List<AuditLine> lines(List<Long> places) {
        if (places.isEmpty()) {
            return List.of();
        }
        Redaction redaction = redactions.forCaller();
        return entities.createQuery(LINE, Object[].class).setParameter("me", CurrentCaller.get().accountOrNobody())
                .setParameter("places", places).setMaxResults(places.size()).getResultList()
                .stream().map(row -> redaction.of((AuditLine) row[0], (Long) row[1])).toList();
    }

    /** Places in the chain, the newest first, with the size of what stands there. */
    private List<Object[]> found(AuditFilter filter, long before, int most) {
        List<String> names = names(filter.who());
        Range range = range(filter, before);
        if (!filter.reference().isEmpty()) {
            return along("a.reference", filter.reference(), filter, names, range, most);
        }
        if (!filter.acts().isEmpty() && filter.acts().size() <= FEW) {
            return merged(filter.acts().stream().map(act -> along("a.act", act, filter, names, range, most)), most);
        }
        if (!filter.who().isEmpty() && names.size() <= FEW) {
            return merged(names.stream().map(name -> along("a.actorName", name, filter, names, range, most)), most);
        }
        return read("", " order by a.board desc, a.seq desc", filter, names, range).setMaxResults(most).getResultList();
    }

    private static List<Object[]> merged(Stream<List<Object[]>> pieces, int most) {
        return pieces.flatMap(List::stream).sorted(Comparator.comparingLong((Object[] row) -> (Long) row[0]).reversed())
                .limit(most).toList();
    }

    /** In the order of the index that begins with that column. */
    private List<Object[]> along(String column, String value, AuditFilter filter, List<String> names, Range range, int most) {
        return read(" and " + column + " = :value", " order by a.board desc, " + column + " desc, a.seq desc", filter, names, range)
                .setParameter("value", value).setMaxResults(most).getResultList();
    }

    private TypedQuery<Object[]> read(String condition, String order, AuditFilter filter, List<String> names, Range range) {
        return entities.createQuery(PLACES + condition + order, Object[].class)
                .setParameter("me", CurrentCaller.get().accountOrNobody())
                .setParameter("first", range.first()).setParameter("before", range.before())
                .setParameter("from", range.from()).setParameter("to", range.to())
                .setParameter("reference", filter.reference())
                .setParameter("anyAct", filter.acts().isEmpty()).setParameter("acts", filter.acts().isEmpty() ? Set.of("") : filter.acts())
                .setParameter("anybody", filter.who().isEmpty()).setParameter("names", names);
    }

    /** Places and times between which to look. */
    private record Range(long first, long before, Instant from, Instant to) {
    }

    /** The days are looked up once as places in the chain, which is the order it is read in. */
    private Range range(AuditFilter filter, long before) {
        Instant from = filter.from() == null ? EVER : start(filter.from());
        Instant to = filter.to() == null ? NEVER : start(filter.to().plusDays(1));
        long first = filter.from() == null ? Long.MIN_VALUE : place(from.minus(DISORDER));
        return new Range(first, filter.to() == null ? before : Math.min(before, place(to.plus(DISORDER))), from, to);
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(Days.LONDON).toInstant();
    }

    /** Of the first entry from then on. */
    private long place(Instant at) {
        return entities.createQuery("select a.seq from AuditEntry a where a.at >= :at order by a.board, a.at", Long.class)
                .setParameter("at", at).setMaxResults(1).getResultList().stream().findFirst().orElse(Long.MAX_VALUE);
    }

    /** At a board its members are known by a part of their name. */
    private List<String> names(String who) {
        List<String> names = new ArrayList<>(List.of(who));
        if (!who.isEmpty() && CurrentBoard.orNone() != null) {
            names.addAll(entities.createQuery("select distinct m.name from Member m where lower(m.name) like :who escape '!'", String.class)
                    .setParameter("who", Like.holding("who", who).toLowerCase(Locale.ROOT)).setMaxResults(NAMES).getResultList());
        }
        return names;
    }
}
