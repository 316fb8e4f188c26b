/**
 * The disclosure pack: what of a case may be told to an employer, how an officer composes it, item by item with a reason for
 * each omission, and the one PDF that is made of it. It knows no referral, only the case that is told.
 */
package org.probity.disclosure;
