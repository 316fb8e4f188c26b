package org.probity.correspondence;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import org.probity.Fired;
import org.probity.TestDatabase;
import org.probity.investigation.ContactAllowed;
import org.probity.investigation.ContactStopped;
import org.probity.investigation.Investigations;
import org.probity.notification.Outbox;
import org.probity.notification.SubjectMailed;
import org.probity.tenancy.Boards;
import org.probity.worklist.Work;

/** Passes on, as a server would, what holds mail and steps back from a subject. */
public final class HoldingBack {

    private HoldingBack() {
    }

    public static void tell(Object event, EntityManager entities, Clock clock, Investigations cases) {
        HeldFromSubject held = TestDatabase.wire(new HeldFromSubject(), cases, TestDatabase.wire(new Outbox(), entities, clock),
                TestDatabase.wire(new Work(), entities, clock), TestDatabase.wire(new SubjectLetters(), entities, clock, cases, TestDatabase.wire(new Asking(), new Fired<AskingWanted>())));
        if (event instanceof ContactStopped stopped) {
            held.hold(stopped);
        } else if (event instanceof ContactAllowed again) {
            held.letGo(again);
        } else if (event instanceof SubjectMailed mailed) {
            held.hold(mailed);
        }
    }

    /** An outbox whose mail to subjects is held where it must be. */
    public static Outbox outbox(EntityManager entities, Clock clock, Investigations cases) {
        return TestDatabase.wire(new Outbox(), entities, clock, TestDatabase.wire(new Boards(), entities),
                new Fired<>(event -> tell(event, entities, clock, cases)));
    }
}
