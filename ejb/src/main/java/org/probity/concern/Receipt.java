package org.probity.concern;

/**
 * What a reporter takes away.
 *
 * @param code shown for a few minutes; only its SHA-256 is kept
 * @param reference of the investigation; null for somebody who may not see it
 */
public record Receipt(String code, String reference) {
}
