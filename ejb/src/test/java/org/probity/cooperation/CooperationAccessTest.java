package org.probity.cooperation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.probity.TestDatabase;
import org.probity.access.Caller;
import org.probity.access.CurrentCaller;
import org.probity.access.Role;
import org.probity.investigation.Investigation;
import org.probity.investigation.Investigations;
import org.probity.kernel.Language;
import org.probity.kernel.Refusal;
import org.probity.tenancy.BoardOwned;

class CooperationAccessTest {

    /** Otherwise they would make everybody wait who works on the case, and learn from how long they wait that there is one. */
    @Test
    void whoWasNotAskedHoldsNoCase() {
        Caller stranger = new Caller(-9L, -9L, "Emrys", Set.of(Role.EMPLOYEE), null, Language.EN);
        Investigations holding = new Investigations() {
            @Override
            public Investigation lockCaseOf(Class<? extends BoardOwned> type, Long any) {
                throw new AssertionError("the case was held for a stranger");
            }
        };
        CurrentCaller.run(stranger, () -> TestDatabase.get().run("chscb", entities -> {
            CooperationAccess access = TestDatabase.wire(new CooperationAccess(), entities, holding);
            for (Runnable act : List.<Runnable>of(() -> access.answerable(-1L, CooperationReply.Channel.PORTAL, Instant.EPOCH), () -> access.heldInSight(-1L))) {
                assertThat(catchThrowableOfType(Refusal.class, act::run).kind()).isEqualTo(Refusal.Kind.NOT_FOUND);
            }
        }));
    }
}
