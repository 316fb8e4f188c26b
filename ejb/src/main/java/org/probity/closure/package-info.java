/**
 * How a case ends and is opened again: advice, the letters that are owed before it, and who is asked.
 */
package org.probity.closure;
