/**
 * What is done with an open case beside its stages: team, parties, allegations, notes, pauses, links, and the questions that lists and
 * pages ask of it.
 */
package org.probity.casework;
