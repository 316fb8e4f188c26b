package org.probity.investigation;

import java.time.Duration;

/**
 * Fired in the act's transaction when the subject of a case may be contacted: their time to answer goes on from where it stood.
 *
 * @param stood how long they might not be; nothing where they might
 */
public record ContactAllowed(String reference, Duration stood) {
}
