/**
 * What an employer decided about somebody who was referred to it, and the duties to tell others that follow from that: law kept
 * as data, and what an officer found when checking it.
 */
package org.probity.outcome;
