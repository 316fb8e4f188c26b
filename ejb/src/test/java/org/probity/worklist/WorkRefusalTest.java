package org.probity.worklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.probity.TestDatabase;
import org.probity.access.Caller;
import org.probity.access.CaseExclusion;
import org.probity.access.CaseExclusions;
import org.probity.access.CurrentCaller;
import org.probity.access.Role;
import org.probity.account.Account;
import org.probity.kernel.Language;
import org.probity.kernel.Refusal;
import org.probity.member.Member;

/** Whoever comes late is told what is true: that it was done, that it went away, or that the case is not there yet. */
class WorkRefusalTest {

    private static final Instant DONE = Instant.parse("2026-11-20T09:00:00Z");
    private static final Long REQUEST = 7L;

    private final TestDatabase database = TestDatabase.get();
    private final String reference = "CHSCB-" + System.nanoTime();

    @Test
    void whatWasDoneIsSaidToHaveBeenDoneAndByWhom() {
        database.run("chscb", entities -> {
            Caller officer = caller(entities, "Olwen Officer " + reference, Role.OFFICER);
            end(entities, REQUEST, officer.name());
            Refusal.Problem problem = refused(entities, caller(entities, "Lena Lead", Role.LEAD), REQUEST);
            assertThat(problem.key()).isEqualTo("worklist.refused.doneBy");
            assertThat(problem.args()).containsExactly(officer.name(), DONE);
        });
    }

    @Test
    void whoeverDoesNotSeeTheCaseIsToldNoName() {
        database.run("chscb", entities -> {
            Caller officer = caller(entities, "Olwen Officer " + reference, Role.OFFICER);
            end(entities, REQUEST, officer.name());
            Caller walled = caller(entities, "Oscar Officer", Role.OFFICER);
            entities.persist(new CaseExclusion(reference, walled.accountId(), CaseExclusion.NAMESAKE, DONE));
            for (Caller outside : new Caller[] {walled, caller(entities, "Sam Subject", Role.EMPLOYEE), caller(entities, "Hari Partner", Role.HR)}) {
                Refusal.Problem problem = refused(entities, outside, REQUEST);
                assertThat(problem.key()).isEqualTo("worklist.refused.done");
                assertThat(problem.args()).containsExactly(DONE);
            }
        });
    }

    @Test
    void nobodyIsNamedWhoDoesNotWorkOnCases() {
        database.run("chscb", entities -> {
            Caller subject = caller(entities, "Sam Subject " + reference, Role.EMPLOYEE);
            end(entities, REQUEST, subject.name());
            assertThat(refused(entities, caller(entities, "Olwen Officer", Role.OFFICER), REQUEST).key()).isEqualTo("worklist.refused.done");
        });
    }

    @Test
    void whatWentAwayWithoutBeingDoneIsNotSaidToHaveBeenDone() {
        database.run("chscb", entities -> {
            end(entities, REQUEST, null);
            assertThat(refused(entities, caller(entities, "Olwen Officer", Role.OFFICER), REQUEST).key()).isEqualTo("worklist.refused.gone");
        });
    }

    @Test
    void whatNobodyCouldDoYetIsNotTheNextStep() {
        database.run("chscb", entities -> {
            end(entities, REQUEST, "Olwen Officer");
            assertThat(refused(entities, caller(entities, "Olwen Officer", Role.OFFICER), REQUEST + 1).key()).isEqualTo("worklist.refused.notNext");
        });
    }

    @Test
    void theLastTimeCounts() {
        database.run("chscb", entities -> {
            Caller officer = caller(entities, "Olwen Officer " + reference, Role.OFFICER);
            item(entities, REQUEST).end(officer.name(), DONE.minusSeconds(60));
            entities.flush();
            end(entities, REQUEST, null);
            assertThat(refused(entities, officer, REQUEST).key()).isEqualTo("worklist.refused.gone");
        });
    }

    private Refusal.Problem refused(EntityManager entities, Caller caller, Long targetId) {
        CaseExclusions caseExclusions = TestDatabase.wire(new CaseExclusions(), entities);
        Work work = TestDatabase.wire(new Work(), entities, caseExclusions, new StillProcesses(), Clock.fixed(DONE, ZoneOffset.UTC));
        Refusal refusal = CurrentCaller.call(caller, () -> catchThrowableOfType(Refusal.class,
                () -> work.finish("checkItems", reference, targetId, Map.of())));
        assertThat(refusal.kind()).isEqualTo(Refusal.Kind.STATE);
        return refusal.problems().get(0);
    }

    private void end(EntityManager entities, Long targetId, String by) {
        item(entities, targetId).end(by, DONE);
    }

    private WorkItem item(EntityManager entities, Long targetId) {
        WorkItem item = new WorkItem(new NewWork("task-" + System.nanoTime(), "checkItems", "content-removal", reference, -1L, "removal-request",
                targetId, "A title", "REMOVAL", Role.OFFICER, null, null, null, DONE, false, 0, null), DONE, DONE);
        entities.persist(item);
        return item;
    }

    private static Caller caller(EntityManager entities, String name, Role role) {
        Account account = new Account("work" + System.nanoTime(), name, "somebody@example.org", "-", Language.EN, false);
        entities.persist(account);
        Member member = new Member(account, Set.of(role), null);
        entities.persist(member);
        return member.caller(Language.EN);
    }
}
