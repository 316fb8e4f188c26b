/**
 * Asking somebody to take content down or to close an account (000 cl. 5.3, 5.4; 001 model policy cl. 8.1): the
 * request with its rounds, the reply, what was seen at each address, and every decision a person made about it.
 */
package org.probity.removal;
