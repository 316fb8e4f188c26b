/** How anybody tells a board of a concern, signed in or not, and comes back to it with the receipt code. */
package org.probity.web.report;
