package org.probity.cooperation;

/**
 * What the subject says of the minutes of a meeting.
 *
 * @param right whether they say what was said
 * @param words what was said instead; needed where they do not
 */
public record MinutesReply(Boolean right, String words) {
}
