/**
 * Signing in through a board's own provider, and the page on which its administrator sets that up.
 */
package org.probity.web.signon;
