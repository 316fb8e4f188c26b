/**
 * Who did what, when, and what it changed: written in the transaction of the act itself, never changed, and read
 * again as the timeline of a case.
 */
package org.probity.audit;
