package org.probity.access;

import java.util.Map;

/**
 * Something an account did, or that was done to it, such as a sign-in or a session ended. Fired as an event; the audit
 * keeps it in the transaction of the act: in the chain of the current board, or the installation's where there is none.
 *
 * @param act code such as {@code account.signedIn}; its label is {@code audit.act.account.signedIn}
 * @param accountId who acts, or null where nobody is known yet
 * @param name of who acts, or what was typed for it; at most 200 characters are kept
 * @param after values the act left behind, never a secret; or null
 */
public record AccountAct(String act, Long accountId, String name, Map<String, ?> after) {
}
