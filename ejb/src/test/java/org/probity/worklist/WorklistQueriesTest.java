package org.probity.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.probity.TestDatabase;
import org.probity.identity.Account;
import org.probity.identity.Caller;
import org.probity.identity.CurrentCaller;
import org.probity.identity.Member;
import org.probity.identity.Organisation;
import org.probity.identity.Role;
import org.probity.kernel.Language;
import org.probity.worklist.WorkFilter.View;

/** The title of a case is the board's own; who answers for themself or for an employer does not read it. */
class WorklistQueriesTest {

    private static final UntoldTitles NOTHING_UNTOLD = references -> Set.of();

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T09:00:00Z"), ZoneOffset.UTC);
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
                    -99L, TITLE, "REMOVAL", Role.EMPLOYEE, null, asked.accountId(), null, CLOCK.instant(), null), CLOCK.instant(), CLOCK.instant()));
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

    @Test
    void aPageBehindAllOthersIsEmpty() {
        database.run("chscb", entities -> {
            Caller officer = caller(entities, Role.OFFICER, null);
            persist(entities, Role.OFFICER, null, null);
            for (int page : new int[] {10_000, Integer.MAX_VALUE - 1, Integer.MAX_VALUE}) {
                assertThat(CurrentCaller.call(officer, () -> queries(entities)
                        .page(new WorkFilter(View.MINE, WorkFilter.Due.ANY), page, 100)).items()).isEmpty();
            }
        });
    }

    private List<String> abouts(EntityManager entities, Caller caller, View view) {
        return CurrentCaller.call(caller, () -> queries(entities)
                .page(new WorkFilter(view, WorkFilter.Due.ANY), 0, 100).items().stream().filter(row -> row.reference().equals(reference))
                .map(WorkRow::about).toList());
    }

    private static WorklistQueries queries(EntityManager entities) {
        return TestDatabase.wire(new WorklistQueries(), entities, CLOCK, NOTHING_UNTOLD);
    }

    private void persist(EntityManager entities, Role role, Long account, Long organisation) {
        entities.persist(new WorkItem(new NewWork("task-" + System.nanoTime(), "awaitReply", "content-removal", reference, -1L, "removal-request", -1L - role.ordinal(),
                TITLE, "REMOVAL", role, null, account, organisation, CLOCK.instant(), null), CLOCK.instant(), CLOCK.instant()));
    }

    private static Caller caller(EntityManager entities, Role role, Organisation organisation) {
        Account account = new Account("work" + System.nanoTime(), "Somebody", "somebody@example.org", "-", Language.EN, false);
        entities.persist(account);
        Member member = new Member(account, Set.of(role), organisation == null ? null : organisation.id());
        entities.persist(member);
        return member.caller(Language.EN);
    }
}
