/**
 * Asking somebody to help an investigation (000 cl. 6.3): to confirm an account, make a statement, come to a meeting,
 * bring their own copy, look at an account together, or give access. No password is ever held here.
 */
package org.probity.cooperation;
