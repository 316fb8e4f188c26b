package org.probity.detection;

import java.time.Instant;

/**
 * That the designated officer was told.
 *
 * @param name of the designated officer
 * @param toldAt not in the future
 * @param mayContactSubject what they said about contacting the subject
 * @param imageTold whether they know of the indecent image that is suspected; required where one is
 */
public record DesignatedOfficerContact(String name, String externalReference, Instant toldAt, boolean mayContactSubject, String advice, boolean imageTold) {
}
