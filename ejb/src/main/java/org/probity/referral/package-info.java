/**
 * Telling the parent organisation what was found: the disclosure pack, its approval, the sending, and what the employer
 * answers up to the outcome. The board informs; only the employer disciplines (000 cl. 6.2).
 */
package org.probity.referral;
