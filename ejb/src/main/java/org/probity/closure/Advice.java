package org.probity.closure;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import org.probity.audit.Audit;
import org.probity.investigation.Decision;
import org.probity.investigation.Investigation;
import org.probity.investigation.Stage;

/**
 * The one way by which advice leaves, whatever it waited for: triage's decision, that the subject may be contacted, or that nobody holds
 * it any more. Each time whoever knows why it has to wait is asked.
 */
@Dependent
class Advice {

    @Inject
    private ClosureLetters letters;

    @Inject
    private Event<AdvisingWanted> wanted;

    @Inject
    private Audit audit;

    /** Sends it: the clauses, put plainly. Where somebody holds it, or the subject may not be contacted, it is sent later. */
    void send(Investigation investigation) {
        AdvisingWanted asked = new AdvisingWanted(investigation.reference());
        wanted.fire(asked);
        if (asked.isHeld()) {
            audit.record("investigation.adviceHeld", investigation.reference(), "investigation", investigation.id(), null, null);
        } else if (investigation.contactAllowed() && investigation.subjectId() != null) {
            letters.advice(investigation);
        }
    }

    /** Whether it is still what was decided, and the case waits to be closed with it, or was closed without a letter. */
    boolean isOwed(Investigation investigation) {
        return investigation.decision() == Decision.ADVICE && (investigation.stage() == Stage.CLOSING
                || investigation.stage() == Stage.CLOSED && !letters.wereSent(investigation));
    }
}
