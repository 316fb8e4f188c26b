/**
 * Letters and packs as accessible PDF, on a board's paper, in one language or two.
 */
package org.probity.letter;
