package org.probity.detection;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import org.probity.calendar.Standstill;
import org.probity.calendar.WorkingDays;
import org.probity.investigation.AskedAgain;
import org.probity.investigation.Contact;
import org.probity.investigation.Investigation;
import org.probity.investigation.InvestigationReopened;
import org.probity.investigation.Investigations;

/**
 * The time that the subject of a case has for what they were asked: no possible protected disclosure shortens it. What they have not said
 * by the time it is decided to be none they may still say, for as long as they could when it was raised.
 */
@Dependent
class SubjectTime {

    /** Working days at least: nobody told them that they have them again before they have. */
    private static final int LEFT = 2;

    @Inject
    private Investigations investigations;

    @Inject
    private Disclosures disclosures;

    @Inject
    private WorkingDays days;

    @Inject
    private Event<AskedAgain> again;

    @Inject
    private Clock clock;

    /** It is decided to be none; nobody can say anything in a case that has ended, so there their time stands still. */
    void goOn(Investigation investigation) {
        if (!investigation.stage().ended()) {
            Contact contact = investigation.contact();
            contact.askAgain().ifPresent(since -> giveBack(investigation.reference(), contact, since));
        }
    }

    private void giveBack(String reference, Contact contact, Instant since) {
        Instant now = clock.instant();
        Standstill stood = days.stood(since, now, contact.givenBeforeUnasked()).leaving(days.plus(now, LEFT));
        contact.gave(stood);
        again.fire(new AskedAgain(reference, stood));
    }

    /** That was decided while the case had ended. */
    void goOn(@Observes InvestigationReopened opened) {
        if (disclosures.inTheWay(opened.reference()).isEmpty()) {
            goOn(investigations.byReference(opened.reference()));
        }
    }
}
