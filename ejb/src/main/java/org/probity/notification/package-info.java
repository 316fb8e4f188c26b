/**
 * Mail. It is queued in the transaction of the act it tells of, and sent later by one dispatcher; it carries a
 * reference and a link and nothing of the case. Without a mail server it is kept as a development mailbox.
 */
package org.probity.notification;
