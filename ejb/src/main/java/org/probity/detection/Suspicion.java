package org.probity.detection;

/**
 * That an indecent image of a child is suspected, as somebody says it: what was seen where, in words and never as a copy.
 *
 * @param words up to 4,000 characters
 * @param route where it was reported outside, or null where it was not yet
 * @param externalReference required with a route
 */
public record Suspicion(String words, DangerReport.Route route, String externalReference) {
}
