/** The desk of one case: its page with tabs, and the acts that open, pause, close and reopen it. */
package org.probity.web.investigation;
