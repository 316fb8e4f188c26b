package org.probity.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.probity.TestDatabase;
import org.probity.access.Caller;
import org.probity.access.CurrentCaller;
import org.probity.access.Role;
import org.probity.account.Account;
import org.probity.kernel.Language;
import org.probity.member.Member;
import org.probity.member.Organisation;
import org.probity.tenancy.Board;
import org.probity.tenancy.Deadlines;
import org.probity.worklist.WorkFilter.Due;
import org.probity.worklist.WorkFilter.View;

/**
 * In which order work stands, and that whoever answers for themself or for an employer reads neither the title of a case, which is the
 * board's own, nor how urgent or severe it is.
 */
class WorklistQueriesTest {

    private static final String SUBJECT = "Ann Lee";
    private static final ListedCases KNOWN = references -> references.stream().collect(Collectors.toMap(Function.identity(),
            reference -> new ListedCases.Listed(false, false, new Urgency(false, false, true), "HIGH", SUBJECT)));

    private static final Instant NOW = Instant.parse("2026-11-22T09:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final String TITLE = "Said to have shouted at a child";

    private final TestDatabase database = TestDatabase.get();
    private final String reference = "CHSCB-" + System.nanoTime();

    @Test
    void whoAnswersReadsTheReferenceAndTheDeskTheTitle() {
        database.run("chscb", entities -> {
            Organisation trust = new Organisation("The Trust", null, "staff@trust.example.org");
            entities.persist(trust);
            Caller subject = caller(entities, Role.EMPLOYEE, trust);
            Caller partner = caller(entities, Role.HR, trust);
            Caller officer = caller(entities, Role.OFFICER, null);
            persist(entities, Role.EMPLOYEE, subject.accountId(), null);
            persist(entities, Role.HR, null, trust.id());
            persist(entities, Role.OFFICER, null, null);
            for (View view : List.of(View.MINE, View.TEAM)) {
                assertThat(abouts(entities, subject, view)).containsExactly(reference);
                assertThat(abouts(entities, partner, view)).containsExactly(reference);
                assertThat(abouts(entities, officer, view)).containsExactly(TITLE);
            }
            assertThat(abouts(entities, officer, View.WAITING)).containsExactly(TITLE, TITLE);
        });
    }

    @ParameterizedTest
    @EnumSource(value = Role.class, names = {"OPERATOR", "PUBLIC", "SYSTEM"}, mode = EnumSource.Mode.EXCLUDE)
    void whoIsAskedHasThatToDoWhateverTheirRolesAre(Role role) {
        database.run("chscb", entities -> {
            Caller asked = caller(entities, role, null);
            persist(entities, Role.EMPLOYEE, caller(entities, Role.EMPLOYEE, null).accountId(), null);
            assertThat(wasAsked(entities, asked)).isFalse();
            assertThat(abouts(entities, asked, View.MINE)).isEmpty();
            entities.persist(new WorkItem(new NewWork("task-" + System.nanoTime(), "awaitReply", "co-operation", reference, -1L, "cooperation-request",
                    -99L, TITLE, "REMOVAL", Role.EMPLOYEE, null, asked.accountId(), null, CLOCK.instant(), false, 4, null), CLOCK.instant(), CLOCK.instant()));
            assertThat(wasAsked(entities, asked)).isTrue();
            assertThat(abouts(entities, asked, View.MINE)).as("by its number alone").containsExactly(reference);
        });
    }

    private static boolean wasAsked(EntityManager entities, Caller caller) {
        return CurrentCaller.call(caller, () -> TestDatabase.wire(new WorklistQueries(), entities, CLOCK).wasAsked());
    }

    @Test
    void whoMayNotBeContactedIsNotAskedAndTheDeskStillReadsWhatWaits() {
        database.run("chscb", entities -> {
            Caller subject = caller(entities, Role.EMPLOYEE, null);
            Caller officer = caller(entities, Role.OFFICER, null);
            persist(entities, Role.EMPLOYEE, subject.accountId(), null);
            persist(entities, Role.OFFICER, null, null);
            Work work = TestDatabase.wire(new Work(), entities, CLOCK);
            work.hold(reference);
            assertThat(abouts(entities, subject, View.MINE)).isEmpty();
            assertThat(CurrentCaller.<Long>call(subject, () -> queries(entities).count(new WorkFilter(View.MINE, WorkFilter.Due.ANY)))).isZero();
            assertThat(abouts(entities, officer, View.WAITING)).containsExactly(TITLE);
            assertThat(abouts(entities, officer, View.MINE)).containsExactly(TITLE);
            work.letGo(reference);
            assertThat(abouts(entities, subject, View.MINE)).containsExactly(reference);
        });
    }

    /** Who prints and posts it at once would write to somebody who may not be contacted. */
    @Test
    void theDeskIsNotAskedToPostAnythingMeanwhile() {
        database.run("chscb", entities -> {
            Caller officer = caller(entities, Role.OFFICER, null);
            Work work = TestDatabase.wire(new Work(), entities, CLOCK);
            entities.persist(new WorkItem(new NewWork("task-" + System.nanoTime(), "postLetter", "co-operation", reference, -1L, "cooperation-request",
                    -99L, TITLE, "REMOVAL", Role.OFFICER, null, null, null, CLOCK.instant(), false, 4, null), CLOCK.instant(), CLOCK.instant()));
            assertThat(abouts(entities, officer, View.MINE)).containsExactly(TITLE);
            work.hold(reference);
            assertThat(abouts(entities, officer, View.MINE)).isEmpty();
            assertThat(abouts(entities, officer, View.TEAM)).isEmpty();
            assertThat(CurrentCaller.call(officer, () -> queries(entities).open(reference))).as("on the page of its case").isEmpty();
            work.letGo(reference);
            assertThat(abouts(entities, officer, View.MINE)).containsExactly(TITLE);
        });
    }

    /** Late or not: a concern that tells of danger was the last of the list before, since it came in last. */
    @Test
    void whatIsUrgentStandsFirstInEveryView() {
        database.run(board(), entities -> {
            Caller officer = desk(entities);
            Caller lead = caller(entities, Role.LEAD, null);
            for (Role role : List.of(Role.OFFICER, Role.LEAD, Role.EMPLOYEE, Role.HR)) {
                persist(entities, "late", role, null, null, NOW.minus(Duration.ofDays(2)), false, 0);
                persist(entities, "today", role, null, null, NOW.plus(Duration.ofHours(1)), false, 0);
                persist(entities, "urgentToday", role, null, null, NOW.plus(Duration.ofHours(3)), true, 4);
                persist(entities, "urgentTomorrow", role, null, null, NOW.plus(Duration.ofDays(1)), true, 4);
            }
            for (View view : List.of(View.MINE, View.TEAM, View.DECISIONS)) {
                assertThat(tasks(entities, lead, view, Due.ANY)).containsExactly("urgentToday", "urgentTomorrow", "late", "today");
            }
            assertThat(tasks(entities, officer, View.TEAM, Due.ANY)).containsExactly("urgentToday", "urgentToday", "urgentTomorrow", "urgentTomorrow",
                    "late", "late", "today", "today");
            assertThat(tasks(entities, officer, View.TEAM, Due.OVERDUE)).containsExactly("late", "late");
            assertThat(tasks(entities, officer, View.TEAM, Due.TODAY)).containsExactly("urgentToday", "urgentToday", "today", "today");
            assertThat(tasks(entities, officer, View.WAITING, Due.WEEK)).containsExactly("urgentToday", "urgentToday", "urgentTomorrow", "urgentTomorrow",
                    "today", "today");
        });
    }

    @Test
    void ofOneLondonDayTheMoreSevereStandsFirst() {
        database.run(board(), entities -> {
            Caller officer = caller(entities, Role.OFFICER, null);
            Instant midnight = Instant.parse("2026-06-10T23:00:00Z");
            persist(entities, "lowEarly", Role.OFFICER, null, null, midnight, false, 3);
            persist(entities, "unrated", Role.OFFICER, null, null, midnight.plusSeconds(1), false, 4);
            persist(entities, "critical", Role.OFFICER, null, null, midnight.plus(Duration.ofHours(23)), false, 0);
            persist(entities, "lowLate", Role.OFFICER, null, null, midnight.plus(Duration.ofHours(20)), false, 3);
            persist(entities, "dayBefore", Role.OFFICER, null, null, midnight.minusSeconds(1), false, 4);
            persist(entities, "dayAfter", Role.OFFICER, null, null, midnight.plus(Duration.ofHours(24)), false, 0);
            assertThat(tasks(entities, officer, View.TEAM, Due.ANY)).containsExactly("dayBefore", "critical", "lowEarly", "lowLate", "unrated", "dayAfter");
        });
    }

    /** Of two roles, each with a list of its own. */
    @Test
    void pagesFollowEachOtherWithoutAGap() {
        database.run(board(), entities -> {
            Caller officer = desk(entities);
            for (int i = 0; i < 36; i++) {
                persist(entities, "task" + i, i % 3 == 0 ? Role.LEAD : Role.OFFICER, null, null, NOW.plus(Duration.ofHours(i * 7 % 100)), i % 4 == 0, i % 5);
            }
            for (Due due : List.of(Due.ANY, Due.WEEK)) {
                List<String> all = tasks(entities, officer, View.TEAM, due);
                assertThat(all).hasSize(36).doesNotHaveDuplicates();
                assertThat(IntStream.range(0, 4).boxed().flatMap(page -> rows(entities, officer, View.TEAM, due, page, 10).stream()).map(WorkRow::task))
                        .containsExactlyElementsOf(all);
            }
        });
    }

    /** Neither in what it says nor in how it is ordered. */
    @Test
    void whoAnswersFromOutsideIsNotToldHowUrgentItIs() {
        database.run(board(), entities -> {
            Organisation trust = new Organisation("The Trust", null, "staff@trust.example.org");
            entities.persist(trust);
            Caller subject = caller(entities, Role.EMPLOYEE, trust);
            Caller partner = caller(entities, Role.HR, trust);
            Caller officer = caller(entities, Role.OFFICER, null);
            for (Role role : List.of(Role.EMPLOYEE, Role.HR)) {
                Long account = role == Role.EMPLOYEE ? subject.accountId() : null;
                persist(entities, "first", role, account, trust.id(), NOW, false, 4);
                persist(entities, "second", role, account, trust.id(), NOW.plusSeconds(1), true, 0);
            }
            for (Caller outside : List.of(subject, partner)) {
                assertThat(rows(entities, outside, View.MINE, Due.ANY, 0, 50)).extracting(WorkRow::task).containsExactly("first", "second");
                assertThat(rows(entities, outside, View.MINE, Due.WEEK, 0, 50)).hasSize(2).allSatisfy(row ->
                        assertThat(row).returns(false, WorkRow::urgent).returns(null, WorkRow::urgency).returns(null, WorkRow::severity)
                                .returns(null, WorkRow::subject));
            }
            assertThat(rows(entities, officer, View.WAITING, Due.ANY, 0, 50)).extracting(WorkRow::task).containsExactly("second", "second", "first", "first");
            assertThat(rows(entities, officer, View.WAITING, Due.ANY, 0, 50)).allSatisfy(row -> assertThat(row).returns("HIGH", WorkRow::severity)
                    .returns(SUBJECT, WorkRow::subject));
        });
    }

    private List<String> tasks(EntityManager entities, Caller caller, View view, Due due) {
        return rows(entities, caller, view, due, 0, 50).stream().map(WorkRow::task).toList();
    }

    private List<WorkRow> rows(EntityManager entities, Caller caller, View view, Due due, int page, int size) {
        return CurrentCaller.call(caller, () -> TestDatabase.wire(new WorklistQueries(), entities, CLOCK, KNOWN).page(new WorkFilter(view, due), page, size)
                .items());
    }

    @Test
    void aPageBehindAllOthersIsEmpty() {
        database.run("chscb", entities -> {
            Caller officer = caller(entities, Role.OFFICER, null);
            persist(entities, Role.OFFICER, null, null);
            for (int page : new int[] {10_000, Integer.MAX_VALUE - 1, Integer.MAX_VALUE}) {
                assertThat(CurrentCaller.call(officer, () -> TestDatabase.wire(new WorklistQueries(), entities, CLOCK, KNOWN)
                        .page(new WorkFilter(View.MINE, Due.ANY), page, 100)).items()).isEmpty();
            }
        });
    }

    private List<String> abouts(EntityManager entities, Caller caller, View view) {
        return CurrentCaller.call(caller, () -> TestDatabase.wire(new WorklistQueries(), entities, CLOCK, KNOWN)
                .page(new WorkFilter(view, Due.ANY), 0, 100).items().stream().filter(row -> row.reference().equals(reference))
                .map(WorkRow::about).toList());
    }

    private static WorklistQueries queries(EntityManager entities) {
        return TestDatabase.wire(new WorklistQueries(), entities, CLOCK, KNOWN);
    }

    private void persist(EntityManager entities, Role role, Long account, Long organisation) {
        persist(entities, "awaitReply", role, account, organisation, CLOCK.instant(), false, 4);
    }

    private void persist(EntityManager entities, String task, Role role, Long account, Long organisation, Instant dueAt, boolean urgent, int rank) {
        entities.persist(new WorkItem(new NewWork("task-" + System.nanoTime(), task, "content-removal", reference, -1L, "removal-request",
                -1L - role.ordinal(), TITLE, "REMOVAL", role, null, account, organisation, dueAt, urgent, rank, null), dueAt, CLOCK.instant()));
    }

    /** Of its own, so that nobody else's work stands in its lists. */
    private String board() {
        String slug = "w" + System.nanoTime() % 1_000_000_000;
        database.run(slug, entities -> entities.persist(new Board(slug, "Board of Work", null, slug, Board.Country.ENGLAND, "#1d5b8f", false,
                "a@example.org", Deadlines.usual())));
        return slug;
    }

    private static Caller desk(EntityManager entities) {
        return caller(entities, Set.of(Role.OFFICER, Role.LEAD), null);
    }

    private static Caller caller(EntityManager entities, Role role, Organisation organisation) {
        return caller(entities, Set.of(role), organisation);
    }

    private static Caller caller(EntityManager entities, Set<Role> roles, Organisation organisation) {
        Account account = new Account("work" + System.nanoTime(), "Somebody", "somebody@example.org", "-", Language.EN, false);
        entities.persist(account);
        Member member = new Member(account, roles, organisation == null ? null : organisation.id());
        entities.persist(member);
        return member.caller(Language.EN);
    }
}
