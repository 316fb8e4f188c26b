package org.probity.closure;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import java.time.Clock;
import java.time.Instant;
import org.probity.calendar.Standstill;
import org.probity.calendar.WorkingDays;
import org.probity.correspondence.SubjectLetters;
import org.probity.investigation.AnswerableAgain;
import org.probity.investigation.Contact;
import org.probity.investigation.Investigation;
import org.probity.investigation.InvestigationReopened;
import org.probity.investigation.Investigations;
import org.probity.member.Directory;

/**
 * The time that the subject of a case has for what they were asked stands still while the case has ended, since nobody can say anything in
 * it then. They have it once it is opened again.
 */
@Dependent
class TimeSinceEnd {

    /** Working days at least, once they could have heard of it. */
    private static final int LEFT = 2;

    @Inject
    private Investigations investigations;

    @Inject
    private Directory directory;

    @Inject
    private SubjectLetters letters;

    @Inject
    private WorkingDays days;

    @Inject
    private Event<AnswerableAgain> again;

    @Inject
    private Clock clock;

    /** After whoever stops contact then, or gives back a longer time. */
    void goOn(@Observes @Priority(Interceptor.Priority.PLATFORM_AFTER) InvestigationReopened opened) {
        Investigation investigation = investigations.byReference(opened.reference());
        if (investigation.subjectId() != null) {
            investigation.contact().openedAgain().ifPresent(since -> giveBack(investigation, since));
        }
    }

    private void giveBack(Investigation investigation, Instant since) {
        Contact contact = investigation.contact();
        Standstill stood = days.stood(since, clock.instant(), contact.givenBeforeEnd())
                .leaving(letters.after(directory.person(investigation.subjectId()), LEFT));
        contact.gave(stood);
        again.fire(new AnswerableAgain(investigation.reference(), stood));
    }
}
