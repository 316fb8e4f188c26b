package org.probity.notification;

/** Fired in the act's transaction when mail to the subject of a case was queued: it waits where they may not be contacted. */
public record SubjectMailed(String reference) {
}
