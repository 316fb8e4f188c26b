package org.probity.investigation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.probity.TestDatabase;
import org.probity.access.Role;
import org.probity.exclusion.UnseenBench;
import org.probity.member.Members;

/** Whoever has lost a role since their request came in is given nothing that goes with it. */
class HeldRoleTest extends UnseenBench {

    @Test
    void whoHasItStillIsHeld() {
        assertThat(asked()).isNull();
    }

    @Test
    void whoHasAnotherNowIsNot() {
        inBoard(entities -> memberships(entities).changeRoles(officer.id(), Set.of(Role.AUDITOR), "Another desk"));
        assertThat(asked()).isEqualTo("kernel.refused.stale");
    }

    @Test
    void whoHasLeftIsNot() {
        inBoard(entities -> memberships(entities).end(officer.id(), "Has left"));
        assertThat(asked()).isEqualTo("kernel.refused.stale");
    }

    private String asked() {
        return refusal(officer, entities -> TestDatabase.wire(new Members(), entities, CLOCK).holdAs(Role.OFFICER));
    }
}
