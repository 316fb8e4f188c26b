package org.probity.concern;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import org.probity.access.ScheduledWork;
import org.probity.kernel.Unguarded;

/**
 * Tells of concerns, and of what is added to them, where it is too much to be told of one by one: each minute of those of this hour, and
 * four times an hour of those before.
 */
@Unguarded("The clockwork itself, which acts as the system through guarded services")
@Singleton
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ConcernClock {

    @Inject
    private ScheduledWork scheduledWork;

    @Inject
    private ConcernMail mail;

    @Inject
    private UnseenCases unseen;

    @Schedule(hour = "*", minute = "*", second = "23", persistent = false)
    public void now() {
        scheduledWork.eachBoard("Telling of many concerns in this hour", mail::tellOfMany);
    }

    @Schedule(hour = "*", minute = "2/15", persistent = false)
    public void round() {
        scheduledWork.eachBoard("Telling of many concerns", mail::tellOfMore);
        scheduledWork.eachBoard("Telling of what was added to concerns", mail::tellOfAdded);
        scheduledWork.eachBoard("Telling of many cases that nobody sees", unseen::tellOfMore);
    }
}
