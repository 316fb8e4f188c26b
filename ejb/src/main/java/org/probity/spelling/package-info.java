/**
 * Words of names, one at a time: how near two are, in letters and in sound, what is short for what, and what is a title and no name.
 * Knows English and Welsh.
 */
package org.probity.spelling;
