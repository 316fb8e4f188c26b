package org.probity.correspondence;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.probity.investigation.AskedAgain;
import org.probity.investigation.ClocksResumed;
import org.probity.investigation.ContactAllowed;
import org.probity.investigation.ContactStopped;
import org.probity.investigation.Investigation;
import org.probity.investigation.Investigations;
import org.probity.notification.Outbox;
import org.probity.notification.SubjectMailed;
import org.probity.worklist.Work;

/**
 * Nothing reaches a subject who may not be contacted: mail to them waits, whoever sends it, what they are asked to do is not shown, and
 * nobody is asked to post a letter to them.
 */
@Dependent
class HeldFromSubject {

    @Inject
    private Investigations investigations;

    @Inject
    private Outbox outbox;

    @Inject
    private Work work;

    @Inject
    private SubjectLetters letters;

    void hold(@Observes ContactStopped stopped) {
        outbox.hold(stopped.reference());
        work.hold(stopped.reference());
    }

    void letGo(@Observes ContactAllowed again) {
        outbox.letGo(again.reference());
        work.letGo(again.reference());
        letters.askMeanwhile(again.reference());
    }

    /** Nothing leaves while a case is paused: what had to be posted meanwhile has to be posted now. */
    void letGo(@Observes ClocksResumed resumed) {
        letters.askMeanwhile(resumed.reference());
    }

    /** Nobody was asked to post anything in between. */
    void letGo(@Observes AskedAgain again) {
        letters.askMeanwhile(again.reference());
    }

    /** While the case is paused nothing leaves either. */
    void hold(@Observes SubjectMailed mailed) {
        Investigation investigation = investigations.byReference(mailed.reference());
        if (!investigation.contactAllowed() || investigation.pausedAt() != null) {
            outbox.hold(mailed.reference());
        }
    }
}
