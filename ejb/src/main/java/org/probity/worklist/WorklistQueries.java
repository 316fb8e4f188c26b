package org.probity.worklist;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.probity.access.Act;
import org.probity.access.Caller;
import org.probity.access.CaseExclusions;
import org.probity.access.CurrentCaller;
import org.probity.access.Guarded;
import org.probity.access.OfCase;
import org.probity.access.Permitted;
import org.probity.access.Role;
import org.probity.kernel.Days;
import org.probity.kernel.Page;
import org.probity.kernel.Refusal;
import org.probity.member.Person;
import org.probity.worklist.WorkFilter.Due;
import org.probity.worklist.WorkFilter.View;

/**
 * Reads worklists: what is urgent first, then by the day on which it is due, the more severe first of a day. Whoever answers from outside the
 * board has theirs by deadline alone, since the order would tell. Indexed queries for each role, so that their time does not grow with the
 * number of open cases; counting stops at {@link #COUNTED}.
 */
@Stateless
@Guarded
public class WorklistQueries {

    /** Beyond this many the exact number helps nobody and costs time: a total of this value means "or more". */
    public static final int COUNTED = 1000;

    /** No page begins behind this many: every one before it is read first. */
    private static final int DEEPEST = 10 * COUNTED;

    private static final Comparator<Found> FIRST = Comparator.comparing((Found found) -> !found.row.urgent())
            .thenComparing(found -> Days.of(found.row.dueAt())).thenComparing(Found::rank)
            .thenComparing(found -> found.row.dueAt()).thenComparing(found -> found.row.id());

    private static final String IN_SIGHT = " and" + CaseExclusions.inSight("w.reference");

    /** Nobody is offered what their part in the case forbids them. */
    private static final String MAY_ACT = " and (w.capacity is null or not exists (select 1 from Involvement v "
            + "where v.investigationId = w.investigationId and v.memberId = :member and v.capacity <> w.capacity))";

    /** Reviewing waits for leads; an officer who did not investigate may do it as well. */
    private static final String REVIEWS = " and w.capacity = org.probity.access.Capacity.REVIEWED";

    private static final String SOONEST = " order by w.board, w.open, w.role, w.dueAt, w.id";

    private static final String URGENT_FIRST = " order by w.board, w.open, w.role, w.urgent desc, w.dueDay, w.severityRank, w.dueAt, w.id";

    private static final String IN_TIME = " and w.dueAt >= :from and w.dueAt < :until";

    private static final String ON_DAYS = " and w.dueDay >= :first and w.dueDay <= :last";

    /** By whether all are wanted: of those of some days the urgent and the others are each a range of their index. */
    private static final Map<Boolean, List<String>> PARTS = Map.of(true, List.of(""),
            false, List.of(" and w.urgent = true" + ON_DAYS, " and w.urgent = false" + ON_DAYS));

    /** A row, and where the severity of its case puts it among those of its day. */
    private record Found(WorkRow row, int rank) {

        Found(Object[] found) {
            this((WorkRow) found[1], (Integer) found[0]);
        }
    }

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private ListedCases cases;

    @Inject
    private Work work;

    @Inject
    private Clock clock;

    /** @param page counted from 0 */
    @Permitted(Act.SEE_OWN_WORK)
    public Page<WorkRow> page(WorkFilter filter, int page, int size) {
        int wanted = Page.size(size);
        int before = Page.offset(page, size);
        List<Found> rows = new ArrayList<>();
        long total = 0;
        for (Role role : roles(filter.view())) {
            if (before < DEEPEST) {
                rows.addAll(rows(filter, role, before + wanted));
            }
            total += count(filter, role);
        }
        List<WorkRow> shown = rows.stream().sorted(FIRST).skip(before).limit(wanted).map(Found::row).toList();
        return new Page<>(told(shown, filter.view()), Math.min(total, COUNTED));
    }

    private List<WorkRow> told(List<WorkRow> rows, View view) {
        Set<String> desks = rows.stream().filter(row -> !answers(view, row.role())).map(WorkRow::reference).collect(Collectors.toSet());
        Map<String, ListedCases.Listed> known = desks.isEmpty() ? Map.of() : cases.among(desks);
        return rows.stream().map(row -> answers(view, row.role()) ? row : row.of(known.get(row.reference()))).toList();
    }

    /** How many there are, counted up to {@link #COUNTED}. */
    @Permitted(Act.SEE_OWN_WORK)
    public long count(WorkFilter filter) {
        return Math.min(COUNTED, roles(filter.view()).stream().mapToLong(role -> count(filter, role)).sum());
    }

    /** Whether the caller was ever asked something themself, whatever else they are to the board. */
    @Permitted(Act.SEE_OWN_REQUESTS)
    public boolean wasAsked() {
        return !entities.createQuery("select w.id from WorkItem w where w.role = org.probity.access.Role.EMPLOYEE and"
                + Person.isCaller("w"), Long.class).setParameter("me", CurrentCaller.get().accountOrNobody()).setMaxResults(1).getResultList().isEmpty();
    }

    /** What waits in one case, for its page: whoever it waits for, but not what the desk has to leave alone for now. */
    @Permitted(Act.SEE_INVESTIGATION)
    public List<WorkRow> open(@OfCase String reference) {
        List<WorkRow> open = entities.createQuery("select " + row("w.about", "w.urgent") + " from WorkItem w where w.reference = :reference "
                + "and w.open = true and (w.heldAt is null or w.role = org.probity.access.Role.EMPLOYEE)" + IN_SIGHT + "order by w.dueAt, w.id", WorkRow.class)
                .setParameter("reference", reference).setParameter("me", CurrentCaller.get().accountOrNobody()).getResultList();
        return told(open, View.WAITING);
    }

    /** Why a step of a case does not wait, for the page that would do it. @return STATE, with the one problem to show */
    @Permitted(Act.SEE_INVESTIGATION)
    public Refusal refusal(@OfCase String reference, String task) {
        return work.refusal(task, reference, null);
    }

    private List<Found> rows(WorkFilter filter, Role role, int limit) {
        String wanted = match(filter.due(), role) + mine(filter.view(), role);
        if (answers(filter.view(), role)) {
            return found("select 0, " + row("w.reference", "false") + wanted + SOONEST, filter, limit);
        }
        return PARTS.get(filter.due() == Due.ANY).stream().flatMap(part -> found("select w.severityRank, " + row("w.about", "w.urgent") + wanted
                + part + URGENT_FIRST, filter, limit).stream()).toList();
    }

    private List<Found> found(String query, WorkFilter filter, int limit) {
        return Page.beginning(length -> bound(query + length, Object[].class, filter), limit).stream().map(Found::new).toList();
    }

    private long count(WorkFilter filter, Role role) {
        return bound("select count(c.id) from (select w.id as id" + match(filter.due(), role) + mine(filter.view(), role) + SOONEST + " limit " + COUNTED + ") c",
                Long.class, filter).getSingleResult();
    }

    /**
     * The role in words: how much waits differs so much from role to role that each has a plan of its own. No time is asked for where every
     * one is wanted: a database that plans for any two moments takes them for a few rows, and sorts all there are.
     */
    private static String match(Due due, Role role) {
        return " from WorkItem w where w.open = true and w.role = org.probity.access.Role." + role + (due == Due.ANY ? "" : IN_TIME);
    }

    private <T> TypedQuery<T> bound(String words, Class<T> type, WorkFilter filter) {
        Caller me = CurrentCaller.get();
        Instant from = from(filter.due(), clock.instant());
        Instant until = until(filter.due(), clock.instant());
        TypedQuery<T> query = entities.createQuery(words, type).setParameter("me", me.accountOrNobody());
        if (words.contains(IN_TIME)) {
            query.setParameter("from", from).setParameter("until", until);
        }
        if (words.contains(":member")) {
            query.setParameter("member", me.memberId());
        }
        if (words.contains(":organisation")) {
            query.setParameter("organisation", me.organisationId() == null ? -1L : me.organisationId());
        }
        if (words.contains(ON_DAYS)) {
            query.setParameter("first", number(Days.of(from))).setParameter("last", number(Days.of(until.minusMillis(1))));
        }
        return query;
    }

    /** As in {@code due_day}. */
    private static int number(LocalDate day) {
        return (day.getYear() * 100 + day.getMonthValue()) * 100 + day.getDayOfMonth();
    }

    /** What a person has to answer themselves is theirs to see, although the file it belongs to is not. While they may not be contacted it is not, nor what the desk would do for them to have a letter. */
    private static String mine(View view, Role role) {
        boolean waiting = view == WorkFilter.View.WAITING;
        return switch (role) {
            case EMPLOYEE -> waiting ? IN_SIGHT : " and w.heldAt is null and" + Person.isCaller("w");
            case HR -> waiting ? IN_SIGHT : " and w.organisationId = :organisation and" + CaseExclusions.notNamed("w.reference");
            default -> " and w.heldAt is null" + IN_SIGHT + (view == WorkFilter.View.TEAM ? "" : MAY_ACT + " and (w.memberId is null or w.memberId = :member)")
                    + (CurrentCaller.get().has(role) ? "" : REVIEWS);
        };
    }

    /** Whoever is asked something themself has that to do, whatever their roles are. */
    private static Set<Role> roles(View view) {
        Set<Role> own = CurrentCaller.get().roles();
        boolean desk = own.contains(Role.OFFICER) || own.contains(Role.LEAD);
        return switch (view) {
            case WAITING -> desk ? Set.of(Role.EMPLOYEE, Role.HR) : Set.of();
            case DECISIONS -> own.contains(Role.LEAD) ? Set.of(Role.LEAD) : Set.of();
            case MINE -> with(Role.EMPLOYEE, team(own));
            case TEAM -> team(own);
        };
    }

    private static Set<Role> team(Set<Role> own) {
        return own.contains(Role.OFFICER) ? with(Role.LEAD, own) : own;
    }

    private static Set<Role> with(Role more, Set<Role> own) {
        Set<Role> both = EnumSet.of(more);
        both.addAll(own);
        return both;
    }

    private static Instant from(Due due, Instant now) {
        return switch (due) {
            case ANY, OVERDUE -> Instant.EPOCH;
            case TODAY, WEEK -> now;
        };
    }

    private static Instant until(Due due, Instant now) {
        return switch (due) {
            case ANY -> Instant.parse("9000-01-01T00:00:00Z");
            case OVERDUE -> now;
            case TODAY -> Days.of(now).plusDays(1).atStartOfDay(Days.LONDON).toInstant();
            case WEEK -> Days.of(now).plusDays(7).atStartOfDay(Days.LONDON).toInstant();
        };
    }

    /**
     * Whoever answers in the portal reads no more there than its number: the title is the board's own, and at first the reporter's words; nor
     * how severe or urgent it is.
     */
    private static boolean answers(View view, Role role) {
        return (role == Role.EMPLOYEE || role == Role.HR) && view != WorkFilter.View.WAITING;
    }

    private static String row(String about, String urgent) {
        return "new org.probity.worklist.WorkRow(w.id, w.dueAt, w.reference, w.task, w.process, " + about + ", w.stage, "
                + "w.targetKind, w.targetId, w.role, w.memberId, w.capacity, " + urgent + ")";
    }
}
