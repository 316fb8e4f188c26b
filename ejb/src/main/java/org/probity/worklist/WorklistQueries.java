package org.probity.worklist;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.probity.identity.Act;
import org.probity.identity.Caller;
import org.probity.identity.CurrentCaller;
import org.probity.identity.Guarded;
import org.probity.identity.OfCase;
import org.probity.identity.Permitted;
import org.probity.identity.Person;
import org.probity.identity.Role;
import org.probity.identity.Walls;
import org.probity.kernel.Days;
import org.probity.kernel.Page;
import org.probity.kernel.Refusal;

/**
 * Reads worklists, the earliest deadline first. One indexed query for each role, so that its time does not grow with
 * the number of open cases; counting stops at {@link #COUNTED}.
 */
@Stateless
@Guarded
public class WorklistQueries {

    /** Beyond this many the exact number helps nobody and costs time: a total of this value means "or more". */
    public static final int COUNTED = 1000;

    /** No page begins behind this many: every one before it is read first. */
    private static final int DEEPEST = 10 * COUNTED;

    private static final Comparator<WorkRow> SOONEST = Comparator.comparing(WorkRow::dueAt).thenComparing(WorkRow::id);

    private static final String IN_SIGHT = " and" + Walls.inSight("w.reference");

    /** Nobody is offered what their part in the case forbids them. */
    private static final String MAY_ACT = " and (w.capacity is null or not exists (select 1 from Involvement v "
            + "where v.investigationId = w.investigationId and v.memberId = :member and v.capacity <> w.capacity))";

    /** Reviewing waits for leads; an officer who did not investigate may do it as well. */
    private static final String REVIEWS = " and w.capacity = org.probity.identity.Capacity.REVIEWED";

    private static final String FIRST = " order by w.board, w.open, w.role, w.dueAt, w.id";

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private UntoldTitles untold;

    @Inject
    private Work work;

    @Inject
    private Clock clock;

    /** @param page counted from 0 */
    @Permitted(Act.SEE_OWN_WORK)
    public Page<WorkRow> page(WorkFilter filter, int page, int size) {
        int wanted = Page.size(size);
        int before = Page.offset(page, size);
        List<WorkRow> rows = new ArrayList<>();
        long total = 0;
        for (Role role : roles(filter.view())) {
            if (before < DEEPEST) {
                rows.addAll(rows(filter, role, before + wanted));
            }
            total += count(filter, role);
        }
        List<WorkRow> shown = rows.stream().sorted(SOONEST).skip(before).limit(wanted).toList();
        return new Page<>(told(shown), Math.min(total, COUNTED));
    }

    private List<WorkRow> told(List<WorkRow> rows) {
        Set<String> titled = rows.stream().filter(row -> !row.about().equals(row.reference())).map(WorkRow::reference).collect(Collectors.toSet());
        Set<String> hidden = titled.isEmpty() ? Set.of() : untold.among(titled);
        return rows.stream().map(row -> hidden.contains(row.reference()) ? row.untitled() : row).toList();
    }

    /** How many there are, counted up to {@link #COUNTED}. */
    @Permitted(Act.SEE_OWN_WORK)
    public long count(WorkFilter filter) {
        return Math.min(COUNTED, roles(filter.view()).stream().mapToLong(role -> count(filter, role)).sum());
    }

    /** Whether the caller was ever asked something themself, whatever else they are to the board. */
    @Permitted(Act.SEE_OWN_REQUESTS)
    public boolean wasAsked() {
        return !entities.createQuery("select w.id from WorkItem w where w.role = org.probity.identity.Role.EMPLOYEE and"
                + Person.isCaller("w"), Long.class).setParameter("me", CurrentCaller.get().accountOrNobody()).setMaxResults(1).getResultList().isEmpty();
    }

    /** What waits in one case, for its page: whoever it waits for. */
    @Permitted(Act.SEE_INVESTIGATION)
    public List<WorkRow> open(@OfCase String reference) {
        return entities.createQuery("select " + row("w.about") + " from WorkItem w where w.reference = :reference "
                + "and w.open = true" + IN_SIGHT + "order by w.dueAt, w.id", WorkRow.class)
                .setParameter("reference", reference).setParameter("me", CurrentCaller.get().accountOrNobody()).getResultList();
    }

    /** Why a step of a case does not wait, for the page that would do it. @return STATE, with the one problem to show */
    @Permitted(Act.SEE_INVESTIGATION)
    public Refusal refusal(@OfCase String reference, String task) {
        return work.refusal(task, reference, null);
    }

    private List<WorkRow> rows(WorkFilter filter, Role role, int limit) {
        return Page.beginning(length -> bound(entities.createQuery("select " + row(about(filter.view(), role)) + match(role)
                + mine(filter.view(), role) + FIRST + length, WorkRow.class), filter, role), limit);
    }

    private long count(WorkFilter filter, Role role) {
        return bound(entities.createQuery("select count(c.id) from (select w.id as id" + match(role)
                + mine(filter.view(), role) + FIRST + " limit " + COUNTED + ") c", Long.class), filter, role).getSingleResult();
    }

    /** The role in words: how much waits differs so much from role to role that each has a plan of its own. */
    private static String match(Role role) {
        return " from WorkItem w where w.open = true and w.role = org.probity.identity.Role." + role + " and w.dueAt >= :from and w.dueAt < :until";
    }

    private <T> TypedQuery<T> bound(TypedQuery<T> query, WorkFilter filter, Role role) {
        Caller me = CurrentCaller.get();
        Instant now = clock.instant();
        query.setParameter("me", me.accountOrNobody())
                .setParameter("from", from(filter.due(), now)).setParameter("until", until(filter.due(), now));
        String condition = mine(filter.view(), role);
        if (condition.contains(":member")) {
            query.setParameter("member", me.memberId());
        }
        if (condition.contains(":organisation")) {
            query.setParameter("organisation", me.organisationId() == null ? -1L : me.organisationId());
        }
        return query;
    }

    /** What a person has to answer themselves is theirs to see, although the file it belongs to is not; not while they may not be contacted. */
    private static String mine(WorkFilter.View view, Role role) {
        boolean waiting = view == WorkFilter.View.WAITING;
        return switch (role) {
            case EMPLOYEE -> waiting ? IN_SIGHT : " and w.heldAt is null and" + Person.isCaller("w");
            case HR -> waiting ? IN_SIGHT : " and w.organisationId = :organisation and" + Walls.notNamed("w.reference");
            default -> IN_SIGHT + (view == WorkFilter.View.TEAM ? "" : MAY_ACT + " and (w.memberId is null or w.memberId = :member)")
                    + (CurrentCaller.get().has(role) ? "" : REVIEWS);
        };
    }

    /** Whoever is asked something themself has that to do, whatever their roles are. */
    private static Set<Role> roles(WorkFilter.View view) {
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

    private static Instant from(WorkFilter.Due due, Instant now) {
        return switch (due) {
            case ANY, OVERDUE -> Instant.EPOCH;
            case TODAY, WEEK -> now;
        };
    }

    private static Instant until(WorkFilter.Due due, Instant now) {
        return switch (due) {
            case ANY -> Instant.parse("9000-01-01T00:00:00Z");
            case OVERDUE -> now;
            case TODAY -> Days.of(now).plusDays(1).atStartOfDay(Days.LONDON).toInstant();
            case WEEK -> Days.of(now).plusDays(7).atStartOfDay(Days.LONDON).toInstant();
        };
    }

    /** Whoever answers in the portal reads no more there than its number: the title is the board's own, and at first the reporter's words. */
    private static String about(WorkFilter.View view, Role role) {
        boolean answers = role == Role.EMPLOYEE || role == Role.HR;
        return answers && view != WorkFilter.View.WAITING ? "w.reference" : "w.about";
    }

    private static String row(String about) {
        return "new org.probity.worklist.WorkRow(w.id, w.dueAt, w.reference, w.task, w.process, " + about + ", w.stage, "
                + "w.targetKind, w.targetId, w.role, w.memberId, w.capacity)";
    }
}
