/**
 * Signing in and out, choosing a board and a language, and the frame around every page: who is here and what they may open.
 */
package org.probity.web.identity;
