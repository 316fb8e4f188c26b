package org.probity.audit;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.probity.TestDatabase;
import org.probity.access.Caller;
import org.probity.access.CurrentCaller;
import org.probity.access.Role;
import org.probity.kernel.Language;

/** Who is told of in the timeline of a case. */
class AuditQueriesTest {

    private static final Caller AUDITOR = new Caller(9L, 1L, "Auditor", Set.of(Role.AUDITOR), null, Language.EN);

    private final TestDatabase database = TestDatabase.get();
    private final String board = "t" + System.nanoTime();

    /** Earlier releases kept the reporter with what their words led to. */
    @Test
    void whoReportedIsNotToldNorFoundByWhatFollowed() {
        act("Mair Member", Set.of(Role.EMPLOYEE), "concern.added");
        act("Mair Member", Set.of(Role.EMPLOYEE), "concern.answered");
        act("Mair Member", Set.of(Role.EMPLOYEE), "investigation.released");
        act("Hari HR", Set.of(Role.HR, Role.MANAGER), "investigation.released");
        act("", Set.of(Role.PUBLIC), "investigation.released");
        assertThat(told()).containsExactly("Probity SYSTEM", "Probity SYSTEM", "Probity SYSTEM", " PUBLIC", " PUBLIC");
    }

    @Test
    void whoTookAnOfficerOffACaseIsTold() {
        act("Lena Lead", Set.of(Role.LEAD), "investigation.released");
        act("Ada Administrator", Set.of(Role.ADMINISTRATOR), "investigation.released");
        act("Mair Member", Set.of(Role.EMPLOYEE), "removal.replied");
        assertThat(told()).containsExactly("Mair Member EMPLOYEE", "Ada Administrator ADMINISTRATOR", "Lena Lead LEAD");
    }

    private void act(String name, Set<Role> roles, String act) {
        CurrentCaller.run(new Caller(7L, 7L, name, roles, null, Language.EN), () -> database.run(board, entities -> audit(entities)
                .record(act, "T-2026-0001", "investigation", 1L, Map.of("officer", "Olwen"), null)));
    }

    private List<String> told() {
        return CurrentCaller.call(AUDITOR, () -> database.call(board, entities -> TestDatabase.wire(new AuditQueries(), entities, audit(entities))
                .timeline("T-2026-0001", "", 0, 10).items().stream().map(entry -> entry.who() + " " + entry.roles()).toList()));
    }

    private static Audit audit(EntityManager entities) {
        return TestDatabase.wire(new Audit(), Clock.systemUTC(), new ChainAtOnce(entities));
    }
}
