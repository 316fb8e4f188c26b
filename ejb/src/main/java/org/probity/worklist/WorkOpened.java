package org.probity.worklist;

import org.probity.access.Capacity;

/**
 * A step of a case now waits that makes something of whoever does it. Whoever knows who may do it looks whether anybody may, in the
 * same transaction.
 */
public record WorkOpened(String reference, Capacity capacity) {
}
