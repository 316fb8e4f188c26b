package org.probity.access;

/**
 * Somebody no longer sees that file, in this transaction already: a wall was raised, or it was restricted to a team.
 * What still waited for them there goes back to the others; mail that has not left yet does not leave.
 */
public record SightLost(String reference) {
}
