/**
 * The case itself: the concern it began with, its stages, who acts on it in which capacity, conflicts of interest, and the rows that say what
 * was decided, when and by whom.
 */
package org.probity.investigation;
