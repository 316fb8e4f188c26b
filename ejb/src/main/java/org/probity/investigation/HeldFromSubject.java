package org.probity.investigation;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.probity.notification.Outbox;
import org.probity.notification.SubjectMailed;
import org.probity.worklist.Work;

/** Nothing reaches a subject who may not be contacted: mail to them waits, whoever sends it, and what they are asked to do is not shown. */
@Dependent
class HeldFromSubject {

    @Inject
    private Investigations investigations;

    @Inject
    private Outbox outbox;

    @Inject
    private Work work;

    void hold(@Observes ContactStopped stopped) {
        outbox.hold(stopped.reference());
        work.hold(stopped.reference());
    }

    void letGo(@Observes ContactAllowed again) {
        outbox.letGo(again.reference());
        work.letGo(again.reference());
    }

    /** While the case is paused nothing leaves either. */
    void hold(@Observes SubjectMailed mailed) {
        Investigation investigation = investigations.byReference(mailed.reference());
        if (!investigation.contactAllowed() || investigation.pausedAt() != null) {
            outbox.hold(mailed.reference());
        }
    }
}
