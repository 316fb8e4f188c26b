/** Pages about removal requests: the officer's and the lead's desk, and the portal of the person who is asked. */
package org.probity.web.removal;
