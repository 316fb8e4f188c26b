/**
 * Letters to the subject of a case: what has to be asked before one goes, that it was posted and served, and what is held back meanwhile.
 */
package org.probity.correspondence;
